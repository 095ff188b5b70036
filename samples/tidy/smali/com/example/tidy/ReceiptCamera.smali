# What the camera reports; it is closed at once when it fails.
.class public final Lcom/example/tidy/ReceiptCamera;
.super Landroid/hardware/camera2/CameraDevice$StateCallback;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/hardware/camera2/CameraDevice$StateCallback;-><init>()V
    return-void
.end method

.method public onOpened(Landroid/hardware/camera2/CameraDevice;)V
    .locals 0
    return-void
.end method

.method public onDisconnected(Landroid/hardware/camera2/CameraDevice;)V
    .locals 0
    invoke-virtual {p1}, Landroid/hardware/camera2/CameraDevice;->close()V
    return-void
.end method

.method public onError(Landroid/hardware/camera2/CameraDevice;I)V
    .locals 0
    invoke-virtual {p1}, Landroid/hardware/camera2/CameraDevice;->close()V
    return-void
.end method
