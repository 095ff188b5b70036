# Application.onCreate: runs a task in a thread.
# expect: before_consent
# root: application
# hop: runnable
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Task;
    invoke-direct {v1, v0}, ~Task;-><init>(Landroid/content/Context;)V
    new-instance v2, Ljava/lang/Thread;
    invoke-direct {v2, v1}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v2}, Ljava/lang/Thread;->start()V
@end

.class public Lcom/example/paths/Task;
.super Ljava/lang/Object;
.implements Ljava/lang/Runnable;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Task;->context:Landroid/content/Context;
    return-void
.end method
@method run()V
    iget-object v0, p0, ~Task;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
