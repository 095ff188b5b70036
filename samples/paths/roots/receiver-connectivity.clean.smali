# The same receiver, but the manifest disables it.
# expect: unreached
# manifest: <receiver android:name=".R" android:exported="true" android:enabled="false">
# manifest: <intent-filter>
# manifest: <action android:name="android.net.conn.CONNECTIVITY_CHANGE" />
# manifest: </intent-filter>
# manifest: </receiver>
# permission: android.permission.ACCESS_NETWORK_STATE
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
