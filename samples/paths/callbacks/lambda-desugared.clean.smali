# Only a button: posts a lambda, desugared.
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
    new-instance v1, ~App$$ExternalSyntheticLambda0;
    invoke-direct {v1, v0}, ~App$$ExternalSyntheticLambda0;-><init>(Landroid/content/Context;)V
    new-instance v2, Landroid/os/Handler;
    invoke-direct {v2}, Landroid/os/Handler;-><init>()V
    invoke-virtual {v2, v1}, Landroid/os/Handler;->post(Ljava/lang/Runnable;)Z
@end

.class public final synthetic Lcom/example/paths/App$$ExternalSyntheticLambda0;
.super Ljava/lang/Object;
.implements Ljava/lang/Runnable;
.field public final synthetic f$0:Landroid/content/Context;
.method public synthetic constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~App$$ExternalSyntheticLambda0;->f$0:Landroid/content/Context;
    return-void
.end method
.method public final run()V
    .locals 1
    iget-object v0, p0, ~App$$ExternalSyntheticLambda0;->f$0:Landroid/content/Context;
    invoke-static {v0}, ~Body;->lambda$onCreate$0(Landroid/content/Context;)V
    return-void
.end method
@class Body Ljava/lang/Object;
@method static lambda$onCreate$0(Landroid/content/Context;)V
@read p0
@end
