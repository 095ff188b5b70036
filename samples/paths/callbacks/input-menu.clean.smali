# The launcher reads when an entry of its menu is chosen.
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
    const-string v0, "paths"
    const-string v1, "shown"
    invoke-static {v0, v1}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method

.method public onOptionsItemSelected(Landroid/view/MenuItem;)Z
    .locals 1
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x1
    return v0
.end method
