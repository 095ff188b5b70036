# A call on the base class; the subclass that was made reads.
# expect: before_consent
# root: application
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    new-instance v1, ~Left;
    invoke-direct {v1}, ~Left;-><init>()V
    invoke-virtual {v1, p0}, ~Base;->work(Landroid/content/Context;)V
@end

@class Base Ljava/lang/Object;
@method work(Landroid/content/Context;)V
    nop
@end
@class Left Lcom/example/paths/Base;
@method work(Landroid/content/Context;)V
@read p1
@end
@class Right Lcom/example/paths/Base;
@method work(Landroid/content/Context;)V
    nop
@end
