# A receiver of the boot broadcast reads.
# expect: before_consent
# root: receiver
# permission: android.permission.RECEIVE_BOOT_COMPLETED
# manifest: <receiver android:name=".R" android:exported="true"><intent-filter><action android:name="android.intent.action.BOOT_COMPLETED"/></intent-filter></receiver>

@class R Landroid/content/BroadcastReceiver;
@method onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    invoke-static {p1}, ~Reader;->read(Landroid/content/Context;)V
@end
