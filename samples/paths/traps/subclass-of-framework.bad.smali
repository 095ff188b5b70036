# The call names a subclass of the framework's class.
# expect: before_consent
# root: application
# reads: own
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    new-instance v0, ~MyTelephony;
    invoke-direct {v0}, ~MyTelephony;-><init>()V
    invoke-virtual {v0}, ~MyTelephony;->getDeviceId()Ljava/lang/String;
@end
@class MyTelephony Landroid/telephony/TelephonyManager;
