# A permission for locating that nothing uses.
# expect: none
# application: .App
# permission: android.permission.ACCESS_FINE_LOCATION

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    nop
@end
