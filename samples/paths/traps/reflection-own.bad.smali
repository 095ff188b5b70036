# App.onCreate makes an object of a class of its own, named by a constant, which reads.
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
    .locals 3
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    :try_start
    const-string v0, "com.example.paths.Device"
    invoke-static {v0}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;
    move-result-object v0
    invoke-virtual {v0}, Ljava/lang/Class;->newInstance()Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Lcom/example/paths/Step;
    invoke-interface {v0, p0}, Lcom/example/paths/Step;->go(Landroid/content/Context;)V
    :try_end
    .catch Ljava/lang/Exception; {:try_start .. :try_end} :failed
    return-void
    :failed
    move-exception v0
    const-string v1, "paths"
    const-string v2, "failed"
    invoke-static {v1, v2, v0}, Landroid/util/Log;->w(Ljava/lang/String;Ljava/lang/String;Ljava/lang/Throwable;)I
    return-void
.end method

.class public interface abstract Lcom/example/paths/Step;
.super Ljava/lang/Object;

.method public abstract go(Landroid/content/Context;)V
.end method

.class public Lcom/example/paths/Device;
.super Ljava/lang/Object;
.implements Lcom/example/paths/Step;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public go(Landroid/content/Context;)V
    .locals 0
    invoke-static {p1}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method

.class public Lcom/example/paths/Theme;
.super Ljava/lang/Object;
.implements Lcom/example/paths/Step;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public go(Landroid/content/Context;)V
    .locals 2
    const-string v0, "paths"
    const-string v1, "theme"
    invoke-static {v0, v1}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
