# The Application reads as soon as it has a context.
# expect: before_consent
# root: application
# application: .App

@class App Landroid/app/Application;
@method attachBaseContext(Landroid/content/Context;)V
    invoke-super {p0, p1}, Landroid/app/Application;->attachBaseContext(Landroid/content/Context;)V
    @read p1
@end
