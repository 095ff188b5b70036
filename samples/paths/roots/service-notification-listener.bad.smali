# A notification listener, which the system binds by itself, reads when it is connected.
# expect: before_consent
# manifest: <service android:name=".S" android:exported="true" android:permission="android.permission.BIND_NOTIFICATION_LISTENER_SERVICE">
# manifest: <intent-filter>
# manifest: <action android:name="android.service.notification.NotificationListenerService" />
# manifest: </intent-filter>
# manifest: </service>
.class public Lcom/example/paths/S;
.super Landroid/service/notification/NotificationListenerService;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/service/notification/NotificationListenerService;-><init>()V
    return-void
.end method

.method public onListenerConnected()V
    .locals 0
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
