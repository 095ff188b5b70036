# The same class without the filter that makes it an accessibility service.
# expect: undecided
# manifest: <service android:name=".S" android:exported="false"/>

@class S Landroid/accessibilityservice/AccessibilityService;
@method onServiceConnected()V
    invoke-static {p0}, ~Reader;->read(Landroid/content/Context;)V
@end
