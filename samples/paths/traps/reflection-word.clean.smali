# A log text holds the name of the method.
# expect: none
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-string v0, "getDeviceId"
    invoke-static {v0, v0}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
@end
