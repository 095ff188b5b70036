# Without its permission the system does not send the boot broadcast.
# expect: undecided
# manifest: <receiver android:name=".R" android:exported="true"><intent-filter><action android:name="android.intent.action.BOOT_COMPLETED"/></intent-filter></receiver>

@class R Landroid/content/BroadcastReceiver;
@method onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    invoke-static {p1}, ~Reader;->read(Landroid/content/Context;)V
@end
