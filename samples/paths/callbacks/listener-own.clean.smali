# Only a button: registers a listener of its own and lets it be told.
# expect: user_action
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>

@class Home Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/widget/Button;
    invoke-direct {v0, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    new-instance v1, ~Click;
    invoke-direct {v1}, ~Click;-><init>()V
    invoke-virtual {v0, v1}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    invoke-virtual {p0, v0}, Landroid/app/Activity;->setContentView(Landroid/view/View;)V
@end

@class Click Ljava/lang/Object; implements Landroid/view/View$OnClickListener;
@method onClick(Landroid/view/View;)V
    invoke-virtual {p1}, Landroid/view/View;->getContext()Landroid/content/Context;
    move-result-object v0
    new-instance v1, ~Ready;
    invoke-direct {v1}, ~Ready;-><init>()V
    invoke-static {v1}, ~Bus;->listen(Lcom/example/paths/Listener;)V
    invoke-static {v0}, ~Bus;->fire(Landroid/content/Context;)V
@end

.class public interface abstract Lcom/example/paths/Listener;
.super Ljava/lang/Object;
.method public abstract onReady(Landroid/content/Context;)V
.end method
@class Bus Ljava/lang/Object;
.field static listener:Lcom/example/paths/Listener;
@method static listen(~Listener;)V
    sput-object p0, ~Bus;->listener:Lcom/example/paths/Listener;
@end
@method static fire(Landroid/content/Context;)V
    sget-object v0, ~Bus;->listener:Lcom/example/paths/Listener;
    if-eqz v0, :none
    invoke-interface {v0, p0}, ~Listener;->onReady(Landroid/content/Context;)V
    :none
    return-void
@end
@class Ready Ljava/lang/Object; implements Lcom/example/paths/Listener;
@method onReady(Landroid/content/Context;)V
@read p1
@end
