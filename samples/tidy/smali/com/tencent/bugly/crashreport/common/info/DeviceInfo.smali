# A stand-in for the real SDK, with its names and nothing of its code.
.class public Lcom/tencent/bugly/crashreport/common/info/DeviceInfo;
.super Ljava/lang/Object;

.method public static describe()Ljava/lang/String;
    .locals 2
    sget-object v0, Landroid/os/Build;->MODEL:Ljava/lang/String;
    sget-object v1, Landroid/os/Build;->BRAND:Ljava/lang/String;
    invoke-virtual {v0, v1}, Ljava/lang/String;->concat(Ljava/lang/String;)Ljava/lang/String;
    move-result-object v0
    sget-object v1, Landroid/os/Build$VERSION;->RELEASE:Ljava/lang/String;
    invoke-virtual {v0, v1}, Ljava/lang/String;->concat(Ljava/lang/String;)Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method
