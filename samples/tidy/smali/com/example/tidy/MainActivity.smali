# Shows the consent dialog at the first start and asks for nothing by itself.
.class public Lcom/example/tidy/MainActivity;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 2
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const v0, R.layout.activity_main
    invoke-virtual {p0, v0}, Lcom/example/tidy/MainActivity;->setContentView(I)V
    new-instance v0, Lcom/example/tidy/ScanClick;
    invoke-direct {v0, p0}, Lcom/example/tidy/ScanClick;-><init>(Landroid/app/Activity;)V
    const v1, R.id.scan
    invoke-direct {p0, v1, v0}, Lcom/example/tidy/MainActivity;->listen(ILandroid/view/View$OnClickListener;)V
    new-instance v0, Lcom/example/tidy/RemindClick;
    invoke-direct {v0, p0}, Lcom/example/tidy/RemindClick;-><init>(Landroid/app/Activity;)V
    const v1, R.id.remind
    invoke-direct {p0, v1, v0}, Lcom/example/tidy/MainActivity;->listen(ILandroid/view/View$OnClickListener;)V
    new-instance v0, Lcom/example/tidy/OpenClick;
    invoke-direct {v0, p0}, Lcom/example/tidy/OpenClick;-><init>(Landroid/app/Activity;)V
    const v1, R.id.login
    invoke-direct {p0, v1, v0}, Lcom/example/tidy/MainActivity;->listen(ILandroid/view/View$OnClickListener;)V
    const v1, R.id.settings
    invoke-direct {p0, v1, v0}, Lcom/example/tidy/MainActivity;->listen(ILandroid/view/View$OnClickListener;)V
    invoke-static {p0}, Lcom/example/tidy/Consent;->isGiven(Landroid/content/Context;)Z
    move-result v0
    if-nez v0, :given
    invoke-direct {p0}, Lcom/example/tidy/MainActivity;->showConsent()V
    :given
    return-void
.end method

.method private listen(ILandroid/view/View$OnClickListener;)V
    .locals 1
    invoke-virtual {p0, p1}, Lcom/example/tidy/MainActivity;->findViewById(I)Landroid/view/View;
    move-result-object v0
    invoke-virtual {v0, p2}, Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    return-void
.end method

.method private showConsent()V
    .locals 3
    new-instance v0, Landroid/app/AlertDialog$Builder;
    invoke-direct {v0, p0}, Landroid/app/AlertDialog$Builder;-><init>(Landroid/content/Context;)V
    const v1, R.string.consent_title
    invoke-virtual {v0, v1}, Landroid/app/AlertDialog$Builder;->setTitle(I)Landroid/app/AlertDialog$Builder;
    const v1, R.string.consent_message
    invoke-virtual {v0, v1}, Landroid/app/AlertDialog$Builder;->setMessage(I)Landroid/app/AlertDialog$Builder;
    new-instance v2, Lcom/example/tidy/AgreeClick;
    invoke-direct {v2, p0}, Lcom/example/tidy/AgreeClick;-><init>(Landroid/app/Activity;)V
    const v1, R.string.agree
    invoke-virtual {v0, v1, v2}, Landroid/app/AlertDialog$Builder;->setPositiveButton(ILandroid/content/DialogInterface$OnClickListener;)Landroid/app/AlertDialog$Builder;
    new-instance v2, Lcom/example/tidy/RefuseClick;
    invoke-direct {v2, p0}, Lcom/example/tidy/RefuseClick;-><init>(Landroid/app/Activity;)V
    const v1, R.string.refuse
    invoke-virtual {v0, v1, v2}, Landroid/app/AlertDialog$Builder;->setNegativeButton(ILandroid/content/DialogInterface$OnClickListener;)Landroid/app/AlertDialog$Builder;
    new-instance v2, Lcom/example/tidy/ReadPolicyClick;
    invoke-direct {v2, p0}, Lcom/example/tidy/ReadPolicyClick;-><init>(Landroid/app/Activity;)V
    const v1, R.string.read_policy
    invoke-virtual {v0, v1, v2}, Landroid/app/AlertDialog$Builder;->setNeutralButton(ILandroid/content/DialogInterface$OnClickListener;)Landroid/app/AlertDialog$Builder;
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Landroid/app/AlertDialog$Builder;->setCancelable(Z)Landroid/app/AlertDialog$Builder;
    invoke-virtual {v0}, Landroid/app/AlertDialog$Builder;->show()Landroid/app/AlertDialog;
    return-void
.end method

.method public onRequestPermissionsResult(I[Ljava/lang/String;[I)V
    .locals 3
    invoke-super {p0, p1, p2, p3}, Landroid/app/Activity;->onRequestPermissionsResult(I[Ljava/lang/String;[I)V
    array-length v0, p3
    if-eqz v0, :end
    const/4 v0, 0x0
    aget v0, p3, v0
    const/4 v1, 0x1
    if-ne p1, v1, :not_camera
    if-nez v0, :denied
    new-instance v1, Landroid/content/Intent;
    const-class v2, Lcom/example/tidy/ScanActivity;
    invoke-direct {v1, p0, v2}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    invoke-virtual {p0, v1}, Lcom/example/tidy/MainActivity;->startActivity(Landroid/content/Intent;)V
    return-void
    :denied
    const v1, R.string.camera_denied
    invoke-static {p0, v1, p1}, Landroid/widget/Toast;->makeText(Landroid/content/Context;II)Landroid/widget/Toast;
    move-result-object v1
    invoke-virtual {v1}, Landroid/widget/Toast;->show()V
    return-void
    :not_camera
    if-nez v0, :end
    invoke-static {p0}, Lcom/example/tidy/Reminder;->show(Landroid/content/Context;)V
    :end
    return-void
.end method
