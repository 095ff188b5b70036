# The initializer is not listed.
# expect: unreached
# stub: startup
# manifest: <provider android:name="androidx.startup.InitializationProvider" android:authorities="com.example.paths.androidx-startup" android:exported="false"></provider>

@class Init Ljava/lang/Object; implements Landroidx/startup/Initializer;
@method create(Landroid/content/Context;)Ljava/lang/Object;
    invoke-static {p1}, ~Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x0
    return-object v0
@end
@method dependencies()Ljava/util/List;
    const/4 v0, 0x0
    return-object v0
@end
