# Application.onCreate: submits a callable.
# expect: before_consent
# root: application
# hop: executor
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Asked;
    invoke-direct {v1, v0}, ~Asked;-><init>(Landroid/content/Context;)V
    invoke-static {}, Ljava/util/concurrent/Executors;->newCachedThreadPool()Ljava/util/concurrent/ExecutorService;
    move-result-object v2
    invoke-interface {v2, v1}, Ljava/util/concurrent/ExecutorService;->submit(Ljava/util/concurrent/Callable;)Ljava/util/concurrent/Future;
@end

.class public Lcom/example/paths/Asked;
.super Ljava/lang/Object;
.implements Ljava/util/concurrent/Callable;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Asked;->context:Landroid/content/Context;
    return-void
.end method
@method call()Ljava/lang/Object;
    iget-object v0, p0, ~Asked;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x0
    return-object v0
@end
