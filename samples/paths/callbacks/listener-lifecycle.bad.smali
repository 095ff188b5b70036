# Application.onCreate: registers for the life of activities.
# expect: before_consent
# root: application
# hop: lifecycle
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Life;
    invoke-direct {v1, v0}, ~Life;-><init>(Landroid/content/Context;)V
    invoke-virtual {v0}, Landroid/content/Context;->getApplicationContext()Landroid/content/Context;
    move-result-object v2
    check-cast v2, Landroid/app/Application;
    invoke-virtual {v2, v1}, Landroid/app/Application;->registerActivityLifecycleCallbacks(Landroid/app/Application$ActivityLifecycleCallbacks;)V
@end

.class public Lcom/example/paths/Life;
.super Ljava/lang/Object;
.implements Landroid/app/Application$ActivityLifecycleCallbacks;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Life;->context:Landroid/content/Context;
    return-void
.end method
@method onActivityCreated(Landroid/app/Activity;Landroid/os/Bundle;)V
    iget-object v0, p0, ~Life;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
