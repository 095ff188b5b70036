# The class is only named by its class object, which does not initialise it.
# expect: unseen
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-class v0, ~Warm;
@end

@class Warm Ljava/lang/Object;
.method static constructor <clinit>()V
    .locals 2
    const/4 v0, 0x0
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    return-void
.end method
@method static touch()V
    nop
@end
