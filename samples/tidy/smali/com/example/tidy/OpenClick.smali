# Opens the login page or the settings.
.class public final Lcom/example/tidy/OpenClick;
.super Ljava/lang/Object;
.implements Landroid/view/View$OnClickListener;

.field private final activity:Landroid/app/Activity;

.method public constructor <init>(Landroid/app/Activity;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/tidy/OpenClick;->activity:Landroid/app/Activity;
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 3
    invoke-virtual {p1}, Landroid/view/View;->getId()I
    move-result v0
    const v1, R.id.login
    const-class v2, Lcom/example/tidy/SettingsActivity;
    if-ne v0, v1, :open
    const-class v2, Lcom/example/tidy/LoginActivity;
    :open
    new-instance v0, Landroid/content/Intent;
    iget-object v1, p0, Lcom/example/tidy/OpenClick;->activity:Landroid/app/Activity;
    invoke-direct {v0, v1, v2}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    invoke-virtual {v1, v0}, Landroid/app/Activity;->startActivity(Landroid/content/Intent;)V
    return-void
.end method
