# Application.onCreate: registers a receiver of connectivity changes.
# expect: before_consent
# root: application
# hop: receiver
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~R;
    invoke-direct {v1}, ~R;-><init>()V
    new-instance v2, Landroid/content/IntentFilter;
    const-string v3, "android.net.conn.CONNECTIVITY_CHANGE"
    invoke-direct {v2, v3}, Landroid/content/IntentFilter;-><init>(Ljava/lang/String;)V
    invoke-virtual {v0, v1, v2}, Landroid/content/Context;->registerReceiver(Landroid/content/BroadcastReceiver;Landroid/content/IntentFilter;)Landroid/content/Intent;
@end

@class R Landroid/content/BroadcastReceiver;
@method onReceive(Landroid/content/Context;Landroid/content/Intent;)V
    invoke-static {p1}, ~Reader;->read(Landroid/content/Context;)V
@end
