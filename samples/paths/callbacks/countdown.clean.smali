# Only the tap on a button starts a countdown, and its end reads.
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
    .locals 6
    invoke-virtual {p1}, Landroid/view/View;->getContext()Landroid/content/Context;
    move-result-object p1
    const-wide/16 v1, 0xbb8
    const-wide/16 v3, 0x3e8
    move-object v5, p1
    new-instance v0, Lcom/example/paths/Count;
    invoke-direct/range {v0 .. v5}, Lcom/example/paths/Count;-><init>(JJLandroid/content/Context;)V
    invoke-virtual {v0}, Lcom/example/paths/Count;->start()Landroid/os/CountDownTimer;
    return-void
.end method

.class public Lcom/example/paths/Count;
.super Landroid/os/CountDownTimer;

.field private final ctx:Landroid/content/Context;

.method public constructor <init>(JJLandroid/content/Context;)V
    .locals 0
    invoke-direct {p0, p1, p2, p3, p4}, Landroid/os/CountDownTimer;-><init>(JJ)V
    iput-object p5, p0, Lcom/example/paths/Count;->ctx:Landroid/content/Context;
    return-void
.end method

.method public onTick(J)V
    .locals 0
    return-void
.end method

.method public onFinish()V
    .locals 1
    iget-object v0, p0, Lcom/example/paths/Count;->ctx:Landroid/content/Context;
    invoke-static {v0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
