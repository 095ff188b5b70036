# Two methods have one name; App.onCreate calls the one that reads.
# expect: before_consent
# application: .App
.class public Lcom/example/paths/App;
.super Landroid/app/Application;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 0
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {p0}, Lcom/example/paths/Probe;->init(Landroid/content/Context;)V
    return-void
.end method

.class public Lcom/example/paths/Probe;
.super Ljava/lang/Object;

.method public static init()V
    .locals 2
    const-string v0, "paths"
    const-string v1, "ready"
    invoke-static {v0, v1}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method

.method public static init(Landroid/content/Context;)V
    .locals 0
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
