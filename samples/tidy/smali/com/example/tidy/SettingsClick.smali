# One entry of the settings was tapped.
.class public final Lcom/example/tidy/SettingsClick;
.super Ljava/lang/Object;
.implements Landroid/view/View$OnClickListener;

.field private final activity:Landroid/app/Activity;

.method public constructor <init>(Landroid/app/Activity;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/tidy/SettingsClick;->activity:Landroid/app/Activity;
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 4
    iget-object v0, p0, Lcom/example/tidy/SettingsClick;->activity:Landroid/app/Activity;
    invoke-virtual {p1}, Landroid/view/View;->getId()I
    move-result v1
    const v2, R.id.permissions
    if-ne v1, v2, :not_permissions
    invoke-static {v0}, Lcom/example/tidy/SettingsClick;->openPermissions(Landroid/app/Activity;)V
    return-void
    :not_permissions
    const v2, R.id.revoke
    if-ne v1, v2, :not_revoke
    const/4 v2, 0x0
    invoke-static {v0, v2}, Lcom/example/tidy/Consent;->set(Landroid/content/Context;Z)V
    invoke-static {v0, v2}, Lcom/umeng/commonsdk/UMConfigure;->submitPolicyGrantResult(Landroid/content/Context;Z)V
    const v1, R.string.revoked
    invoke-static {v0, v1, v2}, Landroid/widget/Toast;->makeText(Landroid/content/Context;II)Landroid/widget/Toast;
    move-result-object v1
    invoke-virtual {v1}, Landroid/widget/Toast;->show()V
    return-void
    :not_revoke
    const v2, R.id.delete_account
    if-ne v1, v2, :page
    new-instance v1, Landroid/app/AlertDialog$Builder;
    invoke-direct {v1, v0}, Landroid/app/AlertDialog$Builder;-><init>(Landroid/content/Context;)V
    const v2, R.string.delete_account
    invoke-virtual {v1, v2}, Landroid/app/AlertDialog$Builder;->setTitle(I)Landroid/app/AlertDialog$Builder;
    const v2, R.string.delete_account_note
    invoke-virtual {v1, v2}, Landroid/app/AlertDialog$Builder;->setMessage(I)Landroid/app/AlertDialog$Builder;
    invoke-virtual {v1}, Landroid/app/AlertDialog$Builder;->show()Landroid/app/AlertDialog;
    return-void
    :page
    invoke-virtual {p1}, Landroid/view/View;->getTag()Ljava/lang/Object;
    move-result-object v1
    check-cast v1, Ljava/lang/String;
    invoke-static {v0, v1}, Lcom/example/tidy/PageActivity;->open(Landroid/content/Context;Ljava/lang/String;)V
    return-void
.end method

.method private static openPermissions(Landroid/app/Activity;)V
    .locals 3
    new-instance v0, Landroid/content/Intent;
    const-string v1, "android.settings.APPLICATION_DETAILS_SETTINGS"
    const-string v2, "package:com.example.tidy"
    invoke-static {v2}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v2
    invoke-direct {v0, v1, v2}, Landroid/content/Intent;-><init>(Ljava/lang/String;Landroid/net/Uri;)V
    invoke-virtual {p0, v0}, Landroid/app/Activity;->startActivity(Landroid/content/Intent;)V
    return-void
.end method
