# Application.onCreate starts a service that it names by a string.
# expect: before_consent
# root: application
# hop: service
# application: .App
# manifest: <service android:name=".S"/>

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    new-instance v1, Landroid/content/Intent;
    invoke-direct {v1}, Landroid/content/Intent;-><init>()V
    const-string v2, "com.example.paths.S"
    invoke-virtual {v1, p0, v2}, Landroid/content/Intent;->setClassName(Landroid/content/Context;Ljava/lang/String;)Landroid/content/Intent;
    invoke-virtual {p0, v1}, ~App;->startService(Landroid/content/Intent;)Landroid/content/ComponentName;
@end

@class S Landroid/app/Service;
@method onCreate()V
    invoke-static {p0}, ~Reader;->read(Landroid/content/Context;)V
@end
