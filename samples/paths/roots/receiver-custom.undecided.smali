# A receiver of an action of the app's own, not exported; nothing in the code sends it.
# expect: undecided
# manifest: <receiver android:name=".R" android:exported="false">
# manifest: <intent-filter>
# manifest: <action android:name="com.example.paths.REFRESH" />
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
