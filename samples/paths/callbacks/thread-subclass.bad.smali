# Application.onCreate: starts a thread of its own.
# expect: before_consent
# root: application
# hop: thread
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Worker;
    invoke-direct {v1, v0}, ~Worker;-><init>(Landroid/content/Context;)V
    invoke-virtual {v1}, ~Worker;->start()V
@end

.class public Lcom/example/paths/Worker;
.super Ljava/lang/Thread;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Thread;-><init>()V
    iput-object p1, p0, ~Worker;->context:Landroid/content/Context;
    return-void
.end method
@method run()V
    iget-object v0, p0, ~Worker;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
