# An alias makes the activity a launcher.
# expect: before_consent
# root: launcher
# manifest: <activity android:name=".Page"/>
# manifest: <activity-alias android:name=".Icon" android:targetActivity=".Page" android:exported="true">@LAUNCHER</activity-alias>

@class Page Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
@read
@end
