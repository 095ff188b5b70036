# The Application overrides onCreate and does not call the SDK's.
# expect: unreached
# application: .App

@class App Lcom/vendor/sdk/BaseApp;
@method onCreate()V
    nop
@end

@class Lcom/vendor/sdk/BaseApp; Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
@read
@end
