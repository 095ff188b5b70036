# The Application inherits onCreate from a class of an SDK.
# expect: before_consent
# root: application
# application: .App

@class App Lcom/vendor/sdk/BaseApp;

@class Lcom/vendor/sdk/BaseApp; Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
@read
@end
