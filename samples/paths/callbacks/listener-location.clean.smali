# Only a button: registers a location listener.
# expect: user_action
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>
# permission: android.permission.ACCESS_FINE_LOCATION

@class Home Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/widget/Button;
    invoke-direct {v0, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    new-instance v1, ~Click;
    invoke-direct {v1}, ~Click;-><init>()V
    invoke-virtual {v0, v1}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    invoke-virtual {p0, v0}, Landroid/app/Activity;->setContentView(Landroid/view/View;)V
@end

@class Click Ljava/lang/Object; implements Landroid/view/View$OnClickListener;
@method onClick(Landroid/view/View;)V
    invoke-virtual {p1}, Landroid/view/View;->getContext()Landroid/content/Context;
    move-result-object v0
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
