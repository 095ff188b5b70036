# App.onCreate reads the IMEI through a subclass of the platform's class, so that the call names the subclass.
# expect: before_consent
# reads: own
# application: .App
.class public Lcom/example/paths/App;
.super Landroid/app/Application;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 2
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    new-instance v0, Lcom/example/paths/MyTelephony;
    invoke-direct {v0}, Lcom/example/paths/MyTelephony;-><init>()V
    invoke-virtual {v0}, Lcom/example/paths/MyTelephony;->getDeviceId()Ljava/lang/String;
    move-result-object v0
    const-string v1, "paths"
    invoke-static {v1, v0}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method

.class public Lcom/example/paths/MyTelephony;
.super Landroid/telephony/TelephonyManager;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/telephony/TelephonyManager;-><init>()V
    return-void
.end method
