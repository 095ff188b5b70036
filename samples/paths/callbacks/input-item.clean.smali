# The launcher reads when an entry of a list is tapped.
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
    new-instance v0, Landroid/widget/ListView;
    invoke-direct {v0, p0}, Landroid/widget/ListView;-><init>(Landroid/content/Context;)V
    new-instance v1, Lcom/example/paths/Choose;
    invoke-direct {v1}, Lcom/example/paths/Choose;-><init>()V
    invoke-virtual {v0, v1}, Landroid/widget/ListView;->setOnItemClickListener(Landroid/widget/AdapterView$OnItemClickListener;)V
    invoke-virtual {p0, v0}, Lcom/example/paths/Main;->setContentView(Landroid/view/View;)V
    return-void
.end method

.class public Lcom/example/paths/Choose;
.super Ljava/lang/Object;
.implements Landroid/widget/AdapterView$OnItemClickListener;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public onItemClick(Landroid/widget/AdapterView;Landroid/view/View;IJ)V
    .locals 1
    invoke-virtual {p2}, Landroid/view/View;->getContext()Landroid/content/Context;
    move-result-object v0
    invoke-static {v0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
