# The alias is disabled; nothing opens the activity behind it.
# expect: undecided
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>
# manifest: <activity android:name=".Page"/>
# manifest: <activity-alias android:name=".Icon" android:targetActivity=".Page" android:exported="true" android:enabled="false">@LAUNCHER</activity-alias>

@class Page Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
@read
@end
@class Home Landroid/app/Activity;
