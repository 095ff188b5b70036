# Application.onCreate: gives a handler a callback.
# expect: before_consent
# root: application
# hop: handler
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Taken;
    invoke-direct {v1, v0}, ~Taken;-><init>(Landroid/content/Context;)V
    new-instance v2, Landroid/os/Handler;
    invoke-direct {v2, v1}, Landroid/os/Handler;-><init>(Landroid/os/Handler$Callback;)V
    const/4 v3, 0x1
    invoke-virtual {v2, v3}, Landroid/os/Handler;->sendEmptyMessage(I)Z
@end

.class public Lcom/example/paths/Taken;
.super Ljava/lang/Object;
.implements Landroid/os/Handler$Callback;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Taken;->context:Landroid/content/Context;
    return-void
.end method
@method handleMessage(Landroid/os/Message;)Z
    iget-object v0, p0, ~Taken;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x1
    return v0
@end
