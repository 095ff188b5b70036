# The static initialiser of the Application class reads.
# expect: before_consent
# root: application
# application: .App

@class App Landroid/app/Application;
.method static constructor <clinit>()V
    .locals 2
    const/4 v0, 0x0
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    return-void
.end method
