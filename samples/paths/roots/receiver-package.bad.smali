# A receiver of package events reads.
# expect: before_consent
# root: receiver
# manifest: <receiver android:name=".R" android:exported="true"><intent-filter><action android:name="android.intent.action.PACKAGE_ADDED"/><data android:scheme="package"/></intent-filter></receiver>

@class R Landroid/content/BroadcastReceiver;
@method onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    invoke-static {p1}, ~Reader;->read(Landroid/content/Context;)V
@end
