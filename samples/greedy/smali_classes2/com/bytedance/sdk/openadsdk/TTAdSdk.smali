# A stand-in for the real SDK, with its names and nothing of its code.
.class public Lcom/bytedance/sdk/openadsdk/TTAdSdk;
.super Ljava/lang/Object;

.method public static init(Landroid/content/Context;Ljava/lang/String;)V
    .locals 0
    invoke-static {p0}, Lcom/bytedance/sdk/openadsdk/core/DeviceUtils;->collect(Landroid/content/Context;)V
    return-void
.end method
