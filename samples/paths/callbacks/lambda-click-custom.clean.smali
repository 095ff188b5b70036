# The lambda is a click listener.
# expect: user_action
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>
# api: 26

@class Home Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    move-object v0, p0
    invoke-custom {v0}, call_site_0("onClick", (Landroid/content/Context;)Landroid/view/View$OnClickListener;, (Landroid/view/View;)V, invoke-static@~Body;->clicked(Landroid/content/Context;Landroid/view/View;)V, (Landroid/view/View;)V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v1
    new-instance v2, Landroid/widget/Button;
    invoke-direct {v2, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    invoke-virtual {v2, v1}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
@end

@class Body Ljava/lang/Object;
@method static lambda$0(Landroid/content/Context;)V
@read p0
@end
@method static clicked(Landroid/content/Context;Landroid/view/View;)V
@read p0
@end
