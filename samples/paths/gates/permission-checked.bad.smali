# The launcher asks for the permission where it is not granted, and reads without waiting for an answer.
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
    const-string v0, "android.permission.READ_PHONE_STATE"
    invoke-virtual {p0, v0}, Lcom/example/paths/Main;->checkSelfPermission(Ljava/lang/String;)I
    move-result v1
    if-eqz v1, :go
    const/4 v1, 0x1
    new-array v1, v1, [Ljava/lang/String;
    const/4 v2, 0x0
    aput-object v0, v1, v2
    invoke-virtual {p0, v1, v2}, Lcom/example/paths/Main;->requestPermissions([Ljava/lang/String;I)V
    :go
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
