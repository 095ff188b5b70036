# It reads only once the user granted the permission: that is not consent to the policy.
# expect: undecided
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-string v0, "android.permission.READ_PHONE_STATE"
    invoke-virtual {p0, v0}, Landroid/content/Context;->checkSelfPermission(Ljava/lang/String;)I
    move-result v0
    if-nez v0, :no
@read
    :no
    return-void
@end
