# An overload that nobody calls.
# expect: unseen
# application: .App

@class App Landroid/app/Application;
@method attachBaseContext(Landroid/content/Context;I)V
    @read p1
@end
