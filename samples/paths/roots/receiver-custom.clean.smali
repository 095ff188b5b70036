# A receiver of an action of the app's own, which nothing sends.
# expect: undecided
# manifest: <receiver android:name=".R" android:exported="false"><intent-filter><action android:name="com.example.paths.GO"/></intent-filter></receiver>

@class R Landroid/content/BroadcastReceiver;
@method onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    invoke-static {p1}, ~Reader;->read(Landroid/content/Context;)V
@end
