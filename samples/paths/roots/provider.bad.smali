# A declared provider reads in onCreate, before Application.onCreate.
# expect: before_consent
# root: provider
# manifest: <provider android:name=".P" android:authorities="com.example.paths.p" android:exported="false"/>

@class P Landroid/content/ContentProvider;
@method onCreate()Z
    invoke-virtual {p0}, Landroid/content/ContentProvider;->getContext()Landroid/content/Context;
    move-result-object v0
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x1
    return v0
@end
