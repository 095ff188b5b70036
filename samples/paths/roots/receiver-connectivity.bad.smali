# A receiver of connectivity changes reads; older devices start it.
# expect: before_consent
# root: receiver
# manifest: <receiver android:name=".R" android:exported="true"><intent-filter><action android:name="android.net.conn.CONNECTIVITY_CHANGE"/></intent-filter></receiver>

@class R Landroid/content/BroadcastReceiver;
@method onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    invoke-static {p1}, ~Reader;->read(Landroid/content/Context;)V
@end
