# An accessibility service reads when the system connects it.
# expect: before_consent
# root: service
# manifest: <service android:name=".S" android:exported="true" android:permission="android.permission.BIND_ACCESSIBILITY_SERVICE"><intent-filter><action android:name="android.accessibilityservice.AccessibilityService"/></intent-filter></service>

@class S Landroid/accessibilityservice/AccessibilityService;
@method onServiceConnected()V
    invoke-static {p0}, ~Reader;->read(Landroid/content/Context;)V
@end
