# The same class, which App.onCreate makes and calls.
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
    .locals 1
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    new-instance v0, Lcom/example/paths/Device;
    invoke-direct {v0}, Lcom/example/paths/Device;-><init>()V
    invoke-virtual {v0, p0}, Lcom/example/paths/Device;->collect(Landroid/content/Context;)V
    return-void
.end method

.class public Lcom/example/paths/Device;
.super Ljava/lang/Object;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public collect(Landroid/content/Context;)V
    .locals 0
    invoke-static {p1}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
