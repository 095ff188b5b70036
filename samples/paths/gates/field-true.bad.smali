# The field that the reading asks begins as true.
# expect: before_consent
# root: application
# application: .App

@class App Landroid/app/Application;
.field static agreed:Z = true
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    sget-boolean v0, ~App;->agreed:Z
    if-eqz v0, :no
@read
    :no
    return-void
@end
