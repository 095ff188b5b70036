# Application.onCreate: registers a listener of its own and lets it be told.
# expect: before_consent
# root: application
# hop: call
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Ready;
    invoke-direct {v1}, ~Ready;-><init>()V
    invoke-static {v1}, ~Bus;->listen(Lcom/example/paths/Listener;)V
    invoke-static {v0}, ~Bus;->fire(Landroid/content/Context;)V
@end

.class public interface abstract Lcom/example/paths/Listener;
.super Ljava/lang/Object;
.method public abstract onReady(Landroid/content/Context;)V
.end method
@class Bus Ljava/lang/Object;
.field static listener:Lcom/example/paths/Listener;
@method static listen(~Listener;)V
    sput-object p0, ~Bus;->listener:Lcom/example/paths/Listener;
@end
@method static fire(Landroid/content/Context;)V
    sget-object v0, ~Bus;->listener:Lcom/example/paths/Listener;
    if-eqz v0, :none
    invoke-interface {v0, p0}, ~Listener;->onReady(Landroid/content/Context;)V
    :none
    return-void
@end
@class Ready Ljava/lang/Object; implements Lcom/example/paths/Listener;
@method onReady(Landroid/content/Context;)V
@read p1
@end
