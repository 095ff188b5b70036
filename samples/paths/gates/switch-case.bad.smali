# A stored state is told apart by a switch; every case reads but the one that agreed.
# expect: before_consent
# root: application
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-string v0, "app"
    const/4 v1, 0x0
    invoke-virtual {p0, v0, v1}, Landroid/content/Context;->getSharedPreferences(Ljava/lang/String;I)Landroid/content/SharedPreferences;
    move-result-object v0
    const-string v1, "agree_state"
    const/4 v2, 0x0
    invoke-interface {v0, v1, v2}, Landroid/content/SharedPreferences;->getInt(Ljava/lang/String;I)I
    move-result v0
    packed-switch v0, :table
@read
    :done
    return-void
    :table
    .packed-switch 0x1
        :done
    .end packed-switch
@end
