# The scan button: explains, then asks for the camera.
.class public final Lcom/example/tidy/ScanClick;
.super Ljava/lang/Object;
.implements Landroid/view/View$OnClickListener;

.field private final activity:Landroid/app/Activity;

.method public constructor <init>(Landroid/app/Activity;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/tidy/ScanClick;->activity:Landroid/app/Activity;
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 4
    iget-object v0, p0, Lcom/example/tidy/ScanClick;->activity:Landroid/app/Activity;
    const-string v1, "android.permission.CAMERA"
    invoke-virtual {v0, v1}, Landroid/app/Activity;->checkSelfPermission(Ljava/lang/String;)I
    move-result v2
    if-nez v2, :ask
    new-instance v1, Landroid/content/Intent;
    const-class v2, Lcom/example/tidy/ScanActivity;
    invoke-direct {v1, v0, v2}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    invoke-virtual {v0, v1}, Landroid/app/Activity;->startActivity(Landroid/content/Intent;)V
    return-void
    :ask
    invoke-virtual {v0, v1}, Landroid/app/Activity;->shouldShowRequestPermissionRationale(Ljava/lang/String;)Z
    move-result v2
    if-nez v2, :explain
    invoke-static {v0}, Lcom/example/tidy/ScanClick;->request(Landroid/app/Activity;)V
    return-void
    :explain
    new-instance v1, Landroid/app/AlertDialog$Builder;
    invoke-direct {v1, v0}, Landroid/app/AlertDialog$Builder;-><init>(Landroid/content/Context;)V
    const v2, R.string.scan_title
    invoke-virtual {v1, v2}, Landroid/app/AlertDialog$Builder;->setTitle(I)Landroid/app/AlertDialog$Builder;
    const v2, R.string.scan_reason
    invoke-virtual {v1, v2}, Landroid/app/AlertDialog$Builder;->setMessage(I)Landroid/app/AlertDialog$Builder;
    new-instance v3, Lcom/example/tidy/CameraAgreed;
    invoke-direct {v3, v0}, Lcom/example/tidy/CameraAgreed;-><init>(Landroid/app/Activity;)V
    const v2, R.string.continue_
    invoke-virtual {v1, v2, v3}, Landroid/app/AlertDialog$Builder;->setPositiveButton(ILandroid/content/DialogInterface$OnClickListener;)Landroid/app/AlertDialog$Builder;
    const/4 v3, 0x0
    const v2, R.string.later
    invoke-virtual {v1, v2, v3}, Landroid/app/AlertDialog$Builder;->setNegativeButton(ILandroid/content/DialogInterface$OnClickListener;)Landroid/app/AlertDialog$Builder;
    invoke-virtual {v1}, Landroid/app/AlertDialog$Builder;->show()Landroid/app/AlertDialog;
    return-void
.end method

.method public static request(Landroid/app/Activity;)V
    .locals 3
    const/4 v0, 0x1
    new-array v1, v0, [Ljava/lang/String;
    const/4 v0, 0x0
    const-string v2, "android.permission.CAMERA"
    aput-object v2, v1, v0
    const/4 v0, 0x1
    invoke-virtual {p0, v1, v0}, Landroid/app/Activity;->requestPermissions([Ljava/lang/String;I)V
    return-void
.end method
