# App.onCreate observes the system settings, and the observer reads when they change.
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
    .locals 4
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {}, Landroid/os/Looper;->getMainLooper()Landroid/os/Looper;
    move-result-object v1
    new-instance v0, Landroid/os/Handler;
    invoke-direct {v0, v1}, Landroid/os/Handler;-><init>(Landroid/os/Looper;)V
    new-instance v1, Lcom/example/paths/Watch;
    invoke-direct {v1, v0, p0}, Lcom/example/paths/Watch;-><init>(Landroid/os/Handler;Landroid/content/Context;)V
    invoke-virtual {p0}, Lcom/example/paths/App;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v0
    sget-object v2, Landroid/provider/Settings$System;->CONTENT_URI:Landroid/net/Uri;
    const/4 v3, 0x1
    invoke-virtual {v0, v2, v3, v1}, Landroid/content/ContentResolver;->registerContentObserver(Landroid/net/Uri;ZLandroid/database/ContentObserver;)V
    return-void
.end method

.class public Lcom/example/paths/Watch;
.super Landroid/database/ContentObserver;

.field private final ctx:Landroid/content/Context;

.method public constructor <init>(Landroid/os/Handler;Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0, p1}, Landroid/database/ContentObserver;-><init>(Landroid/os/Handler;)V
    iput-object p2, p0, Lcom/example/paths/Watch;->ctx:Landroid/content/Context;
    return-void
.end method

.method public onChange(Z)V
    .locals 1
    iget-object v0, p0, Lcom/example/paths/Watch;->ctx:Landroid/content/Context;
    invoke-static {v0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
