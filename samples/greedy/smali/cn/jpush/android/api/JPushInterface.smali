# A stand-in for the real SDK, with its names and nothing of its code.
.class public Lcn/jpush/android/api/JPushInterface;
.super Ljava/lang/Object;

.field private static debug:Z

.method public static setDebugMode(Z)V
    .locals 0
    sput-boolean p0, Lcn/jpush/android/api/JPushInterface;->debug:Z
    return-void
.end method

.method public static init(Landroid/content/Context;)V
    .locals 3
    invoke-static {p0}, Lcn/jpush/android/helper/DeviceReader;->read(Landroid/content/Context;)Ljava/lang/String;
    const-string v0, "jcore289"
    invoke-static {v0}, Ljava/lang/System;->loadLibrary(Ljava/lang/String;)V
    new-instance v1, Landroid/content/Intent;
    const-class v2, Lcn/jpush/android/service/PushService;
    invoke-direct {v1, p0, v2}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    invoke-virtual {p0, v1}, Landroid/content/Context;->startService(Landroid/content/Intent;)Landroid/content/ComponentName;
    return-void
.end method
