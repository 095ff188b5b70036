# Login by phone number; the box for the policy is not ticked beforehand.
.class public Lcom/example/tidy/LoginActivity;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 2
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const v0, R.layout.activity_login
    invoke-virtual {p0, v0}, Lcom/example/tidy/LoginActivity;->setContentView(I)V
    const v0, R.id.submit
    invoke-virtual {p0, v0}, Lcom/example/tidy/LoginActivity;->findViewById(I)Landroid/view/View;
    move-result-object v0
    new-instance v1, Lcom/example/tidy/LoginClick;
    invoke-direct {v1, p0}, Lcom/example/tidy/LoginClick;-><init>(Landroid/app/Activity;)V
    invoke-virtual {v0, v1}, Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    return-void
.end method
