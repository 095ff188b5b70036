# The launcher's onCreate listens to the layout of the window, and the listener reads.
# expect: before_consent
.class public Lcom/example/paths/Main;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 3
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    invoke-virtual {p0}, Lcom/example/paths/Main;->getWindow()Landroid/view/Window;
    move-result-object v1
    invoke-virtual {v1}, Landroid/view/Window;->getDecorView()Landroid/view/View;
    move-result-object v1
    invoke-virtual {v1}, Landroid/view/View;->getViewTreeObserver()Landroid/view/ViewTreeObserver;
    move-result-object v1
    new-instance v2, Lcom/example/paths/Watch;
    invoke-direct {v2, p0}, Lcom/example/paths/Watch;-><init>(Landroid/content/Context;)V
    invoke-virtual {v1, v2}, Landroid/view/ViewTreeObserver;->addOnGlobalLayoutListener(Landroid/view/ViewTreeObserver$OnGlobalLayoutListener;)V
    return-void
.end method

.class public Lcom/example/paths/Watch;
.super Ljava/lang/Object;
.implements Landroid/view/ViewTreeObserver$OnGlobalLayoutListener;

.field private final ctx:Landroid/content/Context;

.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/paths/Watch;->ctx:Landroid/content/Context;
    return-void
.end method

.method public onGlobalLayout()V
    .locals 1
    iget-object v0, p0, Lcom/example/paths/Watch;->ctx:Landroid/content/Context;
    invoke-static {v0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
