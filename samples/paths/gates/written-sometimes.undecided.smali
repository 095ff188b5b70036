# The flag is set at the start on some condition of the app's own.
# expect: undecided
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {}, Landroid/os/Debug;->isDebuggerConnected()Z
    move-result v0
    if-eqz v0, :ask
    const-string v0, "privacy_agreed"
    const/4 v1, 0x1
    invoke-static {p0, v0, v1}, ~Store;->putBoolean(Landroid/content/Context;Ljava/lang/String;Z)V
    :ask
    const-string v0, "privacy_agreed"
    const/4 v1, 0x0
    invoke-static {p0, v0, v1}, ~Store;->getBoolean(Landroid/content/Context;Ljava/lang/String;Z)Z
    move-result v0
    if-eqz v0, :no
@read
    :no
    return-void
@end

@class Store Ljava/lang/Object;
@method static getBoolean(Landroid/content/Context;Ljava/lang/String;Z)Z
    const-string v0, "app"
    const/4 v1, 0x0
    invoke-virtual {p0, v0, v1}, Landroid/content/Context;->getSharedPreferences(Ljava/lang/String;I)Landroid/content/SharedPreferences;
    move-result-object v0
    invoke-interface {v0, p1, p2}, Landroid/content/SharedPreferences;->getBoolean(Ljava/lang/String;Z)Z
    move-result v0
    return v0
@end
@method static putBoolean(Landroid/content/Context;Ljava/lang/String;Z)V
    const-string v0, "app"
    const/4 v1, 0x0
    invoke-virtual {p0, v0, v1}, Landroid/content/Context;->getSharedPreferences(Ljava/lang/String;I)Landroid/content/SharedPreferences;
    move-result-object v0
    invoke-interface {v0}, Landroid/content/SharedPreferences;->edit()Landroid/content/SharedPreferences$Editor;
    move-result-object v0
    invoke-interface {v0, p1, p2}, Landroid/content/SharedPreferences$Editor;->putBoolean(Ljava/lang/String;Z)Landroid/content/SharedPreferences$Editor;
    invoke-interface {v0}, Landroid/content/SharedPreferences$Editor;->apply()V
@end
