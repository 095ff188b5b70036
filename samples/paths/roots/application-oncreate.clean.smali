# The same class, but the manifest does not name it.
# expect: unreached

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
@read
@end
