# Reads the IMEI when the app starts: only who reads the feature's code and its manifest sees it.
.class public Lcom/example/split/share/ShareProvider;
.super Landroid/content/ContentProvider;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/content/ContentProvider;-><init>()V
    return-void
.end method

.method public onCreate()Z
    .locals 2
    invoke-virtual {p0}, Lcom/example/split/share/ShareProvider;->getContext()Landroid/content/Context;
    move-result-object v0
    const-string v1, "phone"
    invoke-virtual {v0, v1}, Landroid/content/Context;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    const/4 v0, 0x1
    return v0
.end method
