# An object is made of a class that a string names: no path is seen, and it is not called dead.
# expect: unseen
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-string v0, "com.example.paths.Plugin"
    invoke-static {v0}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;
    move-result-object v0
    invoke-virtual {v0}, Ljava/lang/Class;->newInstance()Ljava/lang/Object;
@end

@class Plugin Ljava/lang/Object;
@method go(Landroid/content/Context;)V
@read p1
@end
