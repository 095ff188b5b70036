# A notification listener reads.
# expect: before_consent
# root: service
# manifest: <service android:name=".S" android:exported="true" android:permission="android.permission.BIND_NOTIFICATION_LISTENER_SERVICE"><intent-filter><action android:name="android.service.notification.NotificationListenerService"/></intent-filter></service>

@class S Landroid/service/notification/NotificationListenerService;
@method onListenerConnected()V
    invoke-static {p0}, ~Reader;->read(Landroid/content/Context;)V
@end
