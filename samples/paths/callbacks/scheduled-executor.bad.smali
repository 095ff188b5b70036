# Application.onCreate: schedules a task at a fixed rate.
# expect: before_consent
# root: application
# hop: runnable
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    invoke-static {}, Ljava/util/concurrent/Executors;->newSingleThreadScheduledExecutor()Ljava/util/concurrent/ScheduledExecutorService;
    move-result-object v1
    new-instance v2, ~Task;
    invoke-direct {v2, v0}, ~Task;-><init>(Landroid/content/Context;)V
    const-wide/16 v3, 0x0
    const-wide/16 v5, 0x1e
    sget-object v7, Ljava/util/concurrent/TimeUnit;->SECONDS:Ljava/util/concurrent/TimeUnit;
    invoke-interface/range {v1 .. v7}, Ljava/util/concurrent/ScheduledExecutorService;->scheduleAtFixedRate(Ljava/lang/Runnable;JJLjava/util/concurrent/TimeUnit;)Ljava/util/concurrent/ScheduledFuture;
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
