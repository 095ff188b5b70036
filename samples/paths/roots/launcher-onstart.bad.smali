# The launcher activity reads in onStart.
# expect: before_consent
# root: launcher
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>

@class Home Landroid/app/Activity;
@method onStart()V
    invoke-super {p0}, Landroid/app/Activity;->onStart()V
@read
@end
