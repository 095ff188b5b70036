# The launcher reads where the permission is granted, which is an answer, but not to the policy.
# expect: undecided
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
    const-string v0, "android.permission.READ_PHONE_STATE"
    invoke-virtual {p0, v0}, Lcom/example/paths/Main;->checkSelfPermission(Ljava/lang/String;)I
    move-result v1
    if-nez v1, :end
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    :end
    return-void
.end method
