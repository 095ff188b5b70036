# Application.onCreate: posts a task on a view.
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
    new-instance v2, Landroid/view/View;
    invoke-direct {v2, v0}, Landroid/view/View;-><init>(Landroid/content/Context;)V
    invoke-virtual {v2, v1}, Landroid/view/View;->post(Ljava/lang/Runnable;)Z
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
