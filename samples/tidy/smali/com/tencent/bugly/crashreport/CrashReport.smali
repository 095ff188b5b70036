# A stand-in for the real SDK, with its names and nothing of its code.
.class public Lcom/tencent/bugly/crashreport/CrashReport;
.super Ljava/lang/Object;

.method public static initCrashReport(Landroid/content/Context;Ljava/lang/String;Z)V
    .locals 0
    invoke-static {}, Lcom/tencent/bugly/crashreport/common/info/DeviceInfo;->describe()Ljava/lang/String;
    return-void
.end method
