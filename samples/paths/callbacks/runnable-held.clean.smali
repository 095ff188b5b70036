# The task is made at the start, but only a listener has it, which runs it on a click.
# expect: user_action
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>

@class Home Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    move-object v0, p0
    new-instance v1, ~Task;
    invoke-direct {v1, v0}, ~Task;-><init>(Landroid/content/Context;)V
    new-instance v2, Landroid/widget/Button;
    invoke-direct {v2, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    new-instance v3, ~Click;
    invoke-direct {v3, v1}, ~Click;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v2, v3}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
@end
.class public Lcom/example/paths/Click;
.super Ljava/lang/Object;
.implements Landroid/view/View$OnClickListener;
.field private final task:Ljava/lang/Runnable;
.method public constructor <init>(Ljava/lang/Runnable;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Click;->task:Ljava/lang/Runnable;
    return-void
.end method
@method onClick(Landroid/view/View;)V
    iget-object v0, p0, ~Click;->task:Ljava/lang/Runnable;
    invoke-interface {v0}, Ljava/lang/Runnable;->run()V
@end

.class public Lcom/example/paths/Task;
.super Ljava/lang/Object;
.implements Ljava/lang/Runnable;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Task;->context:Landroid/content/Context;
    return-void
.end method
@method run()V
    iget-object v0, p0, ~Task;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
