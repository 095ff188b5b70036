# An object is made of a class whose static initialiser reads.
# expect: before_consent
# root: application
# hop: init
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    new-instance v0, ~Warm;
    invoke-direct {v0}, ~Warm;-><init>()V
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
