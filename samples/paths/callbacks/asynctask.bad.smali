# Application.onCreate: executes an AsyncTask.
# expect: before_consent
# root: application
# hop: asynctask
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Async;
    invoke-direct {v1, v0}, ~Async;-><init>(Landroid/content/Context;)V
    const/4 v2, 0x0
    new-array v2, v2, [Ljava/lang/Object;
    invoke-virtual {v1, v2}, ~Async;->execute([Ljava/lang/Object;)Landroid/os/AsyncTask;
@end

.class public Lcom/example/paths/Async;
.super Landroid/os/AsyncTask;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Landroid/os/AsyncTask;-><init>()V
    iput-object p1, p0, ~Async;->context:Landroid/content/Context;
    return-void
.end method
@method doInBackground([Ljava/lang/Object;)Ljava/lang/Object;
    iget-object v0, p0, ~Async;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x0
    return-object v0
@end
