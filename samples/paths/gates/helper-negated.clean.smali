# The helper says whether consent is still needed.
# expect: guarded
# application: .App
# root: application
# key: privacy_agreed

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {p0}, ~Consent;->isNeeded(Landroid/content/Context;)Z
    move-result v0
    if-nez v0, :no
@read
    :no
    return-void
@end

@class Consent Ljava/lang/Object;
@method static isGiven(Landroid/content/Context;)Z
    const-string v0, "app"
    const/4 v1, 0x0
    invoke-virtual {p0, v0, v1}, Landroid/content/Context;->getSharedPreferences(Ljava/lang/String;I)Landroid/content/SharedPreferences;
    move-result-object v0
    const-string v1, "privacy_agreed"
    const/4 v2, 0x0
    invoke-interface {v0, v1, v2}, Landroid/content/SharedPreferences;->getBoolean(Ljava/lang/String;Z)Z
    move-result v1
    return v1
@end
@method static isNeeded(Landroid/content/Context;)Z
    invoke-static {p0}, ~Consent;->isGiven(Landroid/content/Context;)Z
    move-result v0
    xor-int/lit8 v0, v0, 0x1
    return v0
@end
@method static branched(Landroid/content/Context;)Z
    invoke-static {p0}, ~Consent;->isGiven(Landroid/content/Context;)Z
    move-result v0
    if-eqz v0, :no
    const/4 v0, 0x1
    goto :end
    :no
    const/4 v0, 0x0
    :end
    return v0
@end
@method static always(Landroid/content/Context;)Z
    invoke-static {p0}, ~Consent;->isGiven(Landroid/content/Context;)Z
    const/4 v0, 0x1
    return v0
@end
