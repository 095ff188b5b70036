# App.onCreate registers a receiver of network changes, which reads.
# expect: before_consent
# application: .App
# permission: android.permission.ACCESS_NETWORK_STATE
.class public Lcom/example/paths/App;
.super Landroid/app/Application;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 3
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    new-instance v0, Lcom/example/paths/R;
    invoke-direct {v0}, Lcom/example/paths/R;-><init>()V
    const-string v2, "android.net.conn.CONNECTIVITY_CHANGE"
    new-instance v1, Landroid/content/IntentFilter;
    invoke-direct {v1, v2}, Landroid/content/IntentFilter;-><init>(Ljava/lang/String;)V
    invoke-virtual {p0, v0, v1}, Lcom/example/paths/App;->registerReceiver(Landroid/content/BroadcastReceiver;Landroid/content/IntentFilter;)Landroid/content/Intent;
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
