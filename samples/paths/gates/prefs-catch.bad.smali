# Where the check throws, it reads all the same.
# expect: before_consent
# application: .App
# root: application

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    :start
    const-string v0, "app"
    const/4 v1, 0x0
    invoke-virtual {p0, v0, v1}, Landroid/content/Context;->getSharedPreferences(Ljava/lang/String;I)Landroid/content/SharedPreferences;
    move-result-object v0
    const-string v1, "privacy_agreed"
    const/4 v2, 0x0
    invoke-interface {v0, v1, v2}, Landroid/content/SharedPreferences;->getBoolean(Ljava/lang/String;Z)Z
    move-result v1
    :stop
    .catch Ljava/lang/Exception; {:start .. :stop} :oops
    if-eqz v1, :no
    goto :go
    :oops
    move-exception v0
    :go
@read
    :no
    return-void
@end
