# A manager loads the stored flag into a field of its own when it is made.
# expect: guarded
# root: application
# key: user_agreed
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {p0}, ~Manager;->get(Landroid/content/Context;)Lcom/example/paths/Manager;
    move-result-object v0
    invoke-virtual {v0}, ~Manager;->canCollect()Z
    move-result v0
    if-eqz v0, :no
@read
    :no
    return-void
@end

.class public Lcom/example/paths/Manager;
.super Ljava/lang/Object;
.field private static instance:Lcom/example/paths/Manager;
.field private agreed:Z
.method public constructor <init>(Landroid/content/Context;)V
    .locals 3
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    const-string v0, "app"
    const/4 v1, 0x0
    invoke-virtual {p1, v0, v1}, Landroid/content/Context;->getSharedPreferences(Ljava/lang/String;I)Landroid/content/SharedPreferences;
    move-result-object v0
    const-string v1, "user_agreed"
    const/4 v2, 0x0
    invoke-interface {v0, v1, v2}, Landroid/content/SharedPreferences;->getBoolean(Ljava/lang/String;Z)Z
    move-result v0
    iput-boolean v0, p0, ~Manager;->agreed:Z
    return-void
.end method
@method static get(Landroid/content/Context;)Lcom/example/paths/Manager;
    sget-object v0, ~Manager;->instance:Lcom/example/paths/Manager;
    if-nez v0, :made
    new-instance v0, ~Manager;
    invoke-direct {v0, p0}, ~Manager;-><init>(Landroid/content/Context;)V
    sput-object v0, ~Manager;->instance:Lcom/example/paths/Manager;
    :made
    sget-object v0, ~Manager;->instance:Lcom/example/paths/Manager;
    return-object v0
@end
@method canCollect()Z
    iget-boolean v0, p0, ~Manager;->agreed:Z
    return v0
@end
