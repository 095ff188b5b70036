# The same receiver, but the app lacks the permission without which the system does not send it the broadcast.
# expect: undecided
# manifest: <receiver android:name=".R" android:exported="true">
# manifest: <intent-filter>
# manifest: <action android:name="android.intent.action.BOOT_COMPLETED" />
# manifest: </intent-filter>
# manifest: </receiver>
.class public Lcom/example/paths/R;
.super Landroid/content/BroadcastReceiver;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/content/BroadcastReceiver;-><init>()V
    return-void
.end method

.method public onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    .locals 0
    invoke-static {p1}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
