# onCreate calls the superclass, which reads.
# expect: before_consent
# root: application
# application: .App

@class App Lcom/example/paths/Mid;
@method onCreate()V
    invoke-super {p0}, Lcom/example/paths/Mid;->onCreate()V
    nop
@end

@class Mid Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
@read
@end
