# App.onCreate binds a service, which reads.
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
    .locals 3
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-class v1, Lcom/example/paths/S;
    new-instance v0, Landroid/content/Intent;
    invoke-direct {v0, p0, v1}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    new-instance v1, Lcom/example/paths/Link;
    invoke-direct {v1}, Lcom/example/paths/Link;-><init>()V
    const/4 v2, 0x1
    invoke-virtual {p0, v0, v1, v2}, Lcom/example/paths/App;->bindService(Landroid/content/Intent;Landroid/content/ServiceConnection;I)Z
    return-void
.end method

.class public Lcom/example/paths/S;
.super Landroid/app/Service;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Service;-><init>()V
    return-void
.end method

.method public onBind(Landroid/content/Intent;)Landroid/os/IBinder;
    .locals 1
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    new-instance v0, Landroid/os/Binder;
    invoke-direct {v0}, Landroid/os/Binder;-><init>()V
    return-object v0
.end method

.class public Lcom/example/paths/Link;
.super Ljava/lang/Object;
.implements Landroid/content/ServiceConnection;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public onServiceConnected(Landroid/content/ComponentName;Landroid/os/IBinder;)V
    .locals 0
    return-void
.end method

.method public onServiceDisconnected(Landroid/content/ComponentName;)V
    .locals 0
    return-void
.end method
