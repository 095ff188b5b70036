# A class whose static initialiser reads is used for the first time in onCreate.
# expect: before_consent
# root: application
# hop: init
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    invoke-static {}, ~Warm;->touch()V
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
