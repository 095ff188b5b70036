# A variant of an SDK that does nothing is started.
# expect: none
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-string v1, "k"
    const/4 v2, 0x1
    invoke-static {p0, v1, v1, v2, v1}, Lcom/umeng/commonsdk/UMConfigure;->init(Landroid/content/Context;Ljava/lang/String;Ljava/lang/String;ILjava/lang/String;)V

@end

@class Lcom/umeng/commonsdk/UMConfigure; Ljava/lang/Object;
@method static init(Landroid/content/Context;Ljava/lang/String;Ljava/lang/String;ILjava/lang/String;)V
    nop
@end
