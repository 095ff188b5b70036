# A flag kept by DataStore guards the reading.
# expect: guarded
# application: .App
# stub: datastore
# root: application
# key: privacy_agreed

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {}, ~Store;->now()Landroidx/datastore/preferences/core/Preferences;
    move-result-object v0
    sget-object v1, ~Keys;->AGREED:Landroidx/datastore/preferences/core/Preferences$Key;
    invoke-virtual {v0, v1}, Landroidx/datastore/preferences/core/Preferences;->get(Landroidx/datastore/preferences/core/Preferences$Key;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Ljava/lang/Boolean;
    if-eqz v0, :null
    invoke-virtual {v0}, Ljava/lang/Boolean;->booleanValue()Z
    move-result v0
    goto :ask
    :null
    const/4 v0, 0x0
    :ask
    if-eqz v0, :no
@read
    :no
    return-void
@end

@class Keys Ljava/lang/Object;
.field static final AGREED:Landroidx/datastore/preferences/core/Preferences$Key;
.method static constructor <clinit>()V
    .locals 1
    const-string v0, "privacy_agreed"
    invoke-static {v0}, Landroidx/datastore/preferences/core/PreferencesKeys;->booleanKey(Ljava/lang/String;)Landroidx/datastore/preferences/core/Preferences$Key;
    move-result-object v0
    sput-object v0, ~Keys;->AGREED:Landroidx/datastore/preferences/core/Preferences$Key;
    return-void
.end method
@class Store Ljava/lang/Object;
@method static now()Landroidx/datastore/preferences/core/Preferences;
    const/4 v0, 0x0
    return-object v0
@end
