# The declared provider inherits onCreate.
# expect: before_consent
# root: provider
# manifest: <provider android:name=".Q" android:authorities="com.example.paths.q" android:exported="false"/>

@class Q Lcom/example/paths/P;
@class P Landroid/content/ContentProvider;
@method onCreate()Z
    invoke-virtual {p0}, Landroid/content/ContentProvider;->getContext()Landroid/content/Context;
    move-result-object v0
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x1
    return v0
@end
