# App.onCreate starts an IntentService, which reads.
# expect: before_consent
# application: .App
# manifest: <service android:name=".S" android:exported="false" />
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
    const-class v1, Lcom/example/paths/S;
    new-instance v0, Landroid/content/Intent;
    invoke-direct {v0, p0, v1}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    invoke-virtual {p0, v0}, Lcom/example/paths/App;->startService(Landroid/content/Intent;)Landroid/content/ComponentName;
    return-void
.end method

.class public Lcom/example/paths/S;
.super Landroid/app/IntentService;

.method public constructor <init>()V
    .locals 1
    const-string v0, "paths"
    invoke-direct {p0, v0}, Landroid/app/IntentService;-><init>(Ljava/lang/String;)V
    return-void
.end method

.method protected onHandleIntent(Landroid/content/Intent;)V
    .locals 0
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
