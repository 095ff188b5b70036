# Application.onCreate starts a service that reads.
# expect: before_consent
# root: application
# hop: service
# application: .App
# manifest: <service android:name=".S"/>

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, Landroid/content/Intent;
    const-class v2, ~S;
    invoke-direct {v1, v0, v2}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    invoke-virtual {v0, v1}, Landroid/content/Context;->startService(Landroid/content/Intent;)Landroid/content/ComponentName;
@end

@class S Landroid/app/Service;
@method onCreate()V
    invoke-static {p0}, ~Reader;->read(Landroid/content/Context;)V
@end
