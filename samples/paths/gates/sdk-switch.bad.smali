# The app sets the switch at every start.
# expect: before_consent
# root: application
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const/4 v1, 0x1
    invoke-static {v1}, Lcom/vendor/track/Tracker;->setAgreed(Z)V
    invoke-static {p0}, Lcom/vendor/track/Tracker;->start(Landroid/content/Context;)V

@end

@class Lcom/vendor/track/Tracker; Ljava/lang/Object;
.field static agreed:Z
@method static setAgreed(Z)V
    sput-boolean p0, Lcom/vendor/track/Tracker;->agreed:Z
@end
@method static start(Landroid/content/Context;)V
    sget-boolean v0, Lcom/vendor/track/Tracker;->agreed:Z
    if-eqz v0, :no
@read p0
    :no
    return-void
@end
