# Takes the picture of a receipt; opened only with the camera permission.
.class public Lcom/example/tidy/ScanActivity;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 4
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const v0, R.layout.activity_scan
    invoke-virtual {p0, v0}, Lcom/example/tidy/ScanActivity;->setContentView(I)V
    const-string v0, "camera"
    invoke-virtual {p0, v0}, Lcom/example/tidy/ScanActivity;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Landroid/hardware/camera2/CameraManager;
    const-string v1, "0"
    new-instance v2, Lcom/example/tidy/ReceiptCamera;
    invoke-direct {v2}, Lcom/example/tidy/ReceiptCamera;-><init>()V
    const/4 v3, 0x0
    :try_start
    invoke-virtual {v0, v1, v2, v3}, Landroid/hardware/camera2/CameraManager;->openCamera(Ljava/lang/String;Landroid/hardware/camera2/CameraDevice$StateCallback;Landroid/os/Handler;)V
    :try_end
    .catch Landroid/hardware/camera2/CameraAccessException; {:try_start .. :try_end} :failed
    return-void
    :failed
    move-exception v0
    invoke-virtual {p0}, Lcom/example/tidy/ScanActivity;->finish()V
    return-void
.end method
