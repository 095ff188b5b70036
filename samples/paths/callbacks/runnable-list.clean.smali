# Only the tap on a button puts a runnable that reads in a list, goes through the list and runs each.
# expect: user_action
.class public Lcom/example/paths/Main;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 2
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/widget/Button;
    invoke-direct {v0, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    new-instance v1, Lcom/example/paths/Click;
    invoke-direct {v1}, Lcom/example/paths/Click;-><init>()V
    invoke-virtual {v0, v1}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    invoke-virtual {p0, v0}, Lcom/example/paths/Main;->setContentView(Landroid/view/View;)V
    return-void
.end method

.class public Lcom/example/paths/Click;
.super Ljava/lang/Object;
.implements Landroid/view/View$OnClickListener;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 2
    invoke-virtual {p1}, Landroid/view/View;->getContext()Landroid/content/Context;
    move-result-object p1
    new-instance v0, Ljava/util/ArrayList;
    invoke-direct {v0}, Ljava/util/ArrayList;-><init>()V
    new-instance v1, Lcom/example/paths/Task;
    invoke-direct {v1, p1}, Lcom/example/paths/Task;-><init>(Landroid/content/Context;)V
    invoke-interface {v0, v1}, Ljava/util/List;->add(Ljava/lang/Object;)Z
    invoke-static {v0}, Lcom/example/paths/Steps;->runAll(Ljava/util/List;)V
    return-void
.end method

.class public Lcom/example/paths/Task;
.super Ljava/lang/Object;
.implements Ljava/lang/Runnable;

.field private final ctx:Landroid/content/Context;

.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/paths/Task;->ctx:Landroid/content/Context;
    return-void
.end method

.method public run()V
    .locals 1
    iget-object v0, p0, Lcom/example/paths/Task;->ctx:Landroid/content/Context;
    invoke-static {v0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method

.class public Lcom/example/paths/Steps;
.super Ljava/lang/Object;

.method public static runAll(Ljava/util/List;)V
    .locals 2
    invoke-interface {p0}, Ljava/util/List;->iterator()Ljava/util/Iterator;
    move-result-object v0
    :next
    invoke-interface {v0}, Ljava/util/Iterator;->hasNext()Z
    move-result v1
    if-eqz v1, :end
    invoke-interface {v0}, Ljava/util/Iterator;->next()Ljava/lang/Object;
    move-result-object v1
    check-cast v1, Ljava/lang/Runnable;
    invoke-interface {v1}, Ljava/lang/Runnable;->run()V
    goto :next
    :end
    return-void
.end method
