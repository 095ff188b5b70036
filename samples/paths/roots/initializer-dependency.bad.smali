# The listed initializer depends on one that reads.
# expect: before_consent
# root: initializer
# stub: startup
# manifest: <provider android:name="androidx.startup.InitializationProvider" android:authorities="com.example.paths.androidx-startup" android:exported="false"><meta-data android:name="com.example.paths.First" android:value="androidx.startup"/></provider>

@class First Ljava/lang/Object; implements Landroidx/startup/Initializer;
@method create(Landroid/content/Context;)Ljava/lang/Object;
    const/4 v0, 0x0
    return-object v0
@end
@method dependencies()Ljava/util/List;
    const-class v0, ~Init;
    invoke-static {v0}, Ljava/util/Collections;->singletonList(Ljava/lang/Object;)Ljava/util/List;
    move-result-object v0
    return-object v0
@end
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
