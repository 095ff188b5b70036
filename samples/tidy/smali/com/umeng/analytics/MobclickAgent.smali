# A stand-in for the real SDK, with its names and nothing of its code.
.class public Lcom/umeng/analytics/MobclickAgent;
.super Ljava/lang/Object;

.method public static onEvent(Landroid/content/Context;Ljava/lang/String;)V
    .locals 0
    invoke-static {p0}, Lcom/umeng/commonsdk/statistics/common/DeviceConfig;->getAndroidId(Landroid/content/Context;)Ljava/lang/String;
    return-void
.end method
