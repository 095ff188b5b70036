# Application.onCreate: registers a location listener.
# expect: before_consent
# root: application
# hop: listener
# application: .App
# permission: android.permission.ACCESS_FINE_LOCATION

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v6, ~Where;
    invoke-direct {v6, v0}, ~Where;-><init>(Landroid/content/Context;)V
    const-string v1, "location"
    invoke-virtual {v0, v1}, Landroid/content/Context;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v1
    check-cast v1, Landroid/location/LocationManager;
    const-string v2, "gps"
    const-wide/16 v3, 0x3e8
    const/4 v5, 0x0
    invoke-virtual/range {v1 .. v6}, Landroid/location/LocationManager;->requestLocationUpdates(Ljava/lang/String;JFLandroid/location/LocationListener;)V
@end

.class public Lcom/example/paths/Where;
.super Ljava/lang/Object;
.implements Landroid/location/LocationListener;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Where;->context:Landroid/content/Context;
    return-void
.end method
@method onLocationChanged(Landroid/location/Location;)V
    iget-object v0, p0, ~Where;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
