# The launcher activity reads in onResume.
# expect: before_consent
# root: launcher
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>

@class Home Landroid/app/Activity;
@method onResume()V
    invoke-super {p0}, Landroid/app/Activity;->onResume()V
@read
@end
