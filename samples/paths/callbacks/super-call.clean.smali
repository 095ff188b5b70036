# App.onCreate calls the one above it, which does not call the one above that, which reads.
# expect: unreached
# application: .App
.class public Lcom/example/paths/App;
.super Lcom/example/paths/Mid;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Lcom/example/paths/Mid;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 0
    invoke-super {p0}, Lcom/example/paths/Mid;->onCreate()V
    return-void
.end method

.class public Lcom/example/paths/Mid;
.super Lcom/example/paths/Root;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Lcom/example/paths/Root;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 2
    const-string v0, "paths"
    const-string v1, "started"
    invoke-static {v0, v1}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method

.class public Lcom/example/paths/Root;
.super Landroid/app/Application;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 0
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
