# Application.onCreate: posts a lambda that is made at run time.
# expect: before_consent
# root: application
# hop: runnable
# application: .App
# api: 26

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    invoke-custom {v0}, call_site_0("run", (Landroid/content/Context;)Ljava/lang/Runnable;, ()V, invoke-static@~Body;->lambda$0(Landroid/content/Context;)V, ()V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v1
    new-instance v2, Landroid/os/Handler;
    invoke-direct {v2}, Landroid/os/Handler;-><init>()V
    invoke-virtual {v2, v1}, Landroid/os/Handler;->post(Ljava/lang/Runnable;)Z
@end

@class Body Ljava/lang/Object;
@method static lambda$0(Landroid/content/Context;)V
@read p0
@end
@method static clicked(Landroid/content/Context;Landroid/view/View;)V
@read p0
@end
