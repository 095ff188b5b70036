# One screen; all else is in the feature.
.class public Lcom/example/split/MainActivity;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 1
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const v0, R.layout.activity_main
    invoke-virtual {p0, v0}, Lcom/example/split/MainActivity;->setContentView(I)V
    return-void
.end method
