# The component factory reads each time it makes an activity, the launcher first.
# expect: before_consent
# application: .App
# attribute: android:appComponentFactory=".Factory"
# api: 28
.class public Lcom/example/paths/App;
.super Landroid/app/Application;

.field public static instance:Landroid/app/Application;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method protected attachBaseContext(Landroid/content/Context;)V
    .locals 0
    invoke-super {p0, p1}, Landroid/app/Application;->attachBaseContext(Landroid/content/Context;)V
    sput-object p0, Lcom/example/paths/App;->instance:Landroid/app/Application;
    return-void
.end method

.class public Lcom/example/paths/Factory;
.super Landroid/app/AppComponentFactory;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/AppComponentFactory;-><init>()V
    return-void
.end method

.method public instantiateActivity(Ljava/lang/ClassLoader;Ljava/lang/String;Landroid/content/Intent;)Landroid/app/Activity;
    .locals 1
    sget-object v0, Lcom/example/paths/App;->instance:Landroid/app/Application;
    invoke-static {v0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    invoke-super {p0, p1, p2, p3}, Landroid/app/AppComponentFactory;->instantiateActivity(Ljava/lang/ClassLoader;Ljava/lang/String;Landroid/content/Intent;)Landroid/app/Activity;
    move-result-object v0
    return-object v0
.end method
