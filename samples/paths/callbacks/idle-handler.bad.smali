# Application.onCreate: waits for the queue to be idle.
# expect: before_consent
# root: application
# hop: idle
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Idle;
    invoke-direct {v1, v0}, ~Idle;-><init>(Landroid/content/Context;)V
    invoke-static {}, Landroid/os/Looper;->myQueue()Landroid/os/MessageQueue;
    move-result-object v2
    invoke-virtual {v2, v1}, Landroid/os/MessageQueue;->addIdleHandler(Landroid/os/MessageQueue$IdleHandler;)V
@end

.class public Lcom/example/paths/Idle;
.super Ljava/lang/Object;
.implements Landroid/os/MessageQueue$IdleHandler;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Idle;->context:Landroid/content/Context;
    return-void
.end method
@method queueIdle()Z
    iget-object v0, p0, ~Idle;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x0
    return v0
@end
