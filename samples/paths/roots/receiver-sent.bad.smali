# App.onCreate sends a broadcast to a receiver of its own, which reads.
# expect: before_consent
# application: .App
# manifest: <receiver android:name=".R" android:exported="false" />
.class public Lcom/example/paths/App;
.super Landroid/app/Application;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 2
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-class v1, Lcom/example/paths/R;
    new-instance v0, Landroid/content/Intent;
    invoke-direct {v0, p0, v1}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    invoke-virtual {p0, v0}, Lcom/example/paths/App;->sendBroadcast(Landroid/content/Intent;)V
    return-void
.end method

.class public Lcom/example/paths/R;
.super Landroid/content/BroadcastReceiver;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/content/BroadcastReceiver;-><init>()V
    return-void
.end method

.method public onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    .locals 0
    invoke-static {p1}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
