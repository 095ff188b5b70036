# App.onCreate calls a method of an interface; the object behind it is harmless, and the other class, which reads, is
# never made.
# expect: unreached
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
    invoke-static {}, Lcom/example/paths/Steps;->first()Lcom/example/paths/Step;
    move-result-object v0
    invoke-interface {v0, p0}, Lcom/example/paths/Step;->go(Landroid/content/Context;)V
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

.class public Lcom/example/paths/Steps;
.super Ljava/lang/Object;

.method public static first()Lcom/example/paths/Step;
    .locals 1
    new-instance v0, Lcom/example/paths/Theme;
    invoke-direct {v0}, Lcom/example/paths/Theme;-><init>()V
    return-object v0
.end method
