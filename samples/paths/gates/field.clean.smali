# The stored flag is kept in a field.
# expect: guarded
# application: .App
# root: application
# key: privacy_agreed

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {p0}, ~Flags;->load(Landroid/content/Context;)V
    sget-boolean v0, ~Flags;->agreed:Z
    if-eqz v0, :no
@read
    :no
    return-void
@end

@class Flags Ljava/lang/Object;
.field static agreed:Z
@method static load(Landroid/content/Context;)V
    const-string v0, "app"
    const/4 v1, 0x0
    invoke-virtual {p0, v0, v1}, Landroid/content/Context;->getSharedPreferences(Ljava/lang/String;I)Landroid/content/SharedPreferences;
    move-result-object v0
    const-string v1, "privacy_agreed"
    const/4 v2, 0x0
    invoke-interface {v0, v1, v2}, Landroid/content/SharedPreferences;->getBoolean(Ljava/lang/String;Z)Z
    move-result v1
    sput-boolean v1, ~Flags;->agreed:Z
@end
