# The Application reads when it is created.
# expect: before_consent
# root: application
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
@read
@end
