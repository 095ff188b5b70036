# The user read why the camera is needed and went on.
.class public final Lcom/example/tidy/CameraAgreed;
.super Ljava/lang/Object;
.implements Landroid/content/DialogInterface$OnClickListener;

.field private final activity:Landroid/app/Activity;

.method public constructor <init>(Landroid/app/Activity;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/tidy/CameraAgreed;->activity:Landroid/app/Activity;
    return-void
.end method

.method public onClick(Landroid/content/DialogInterface;I)V
    .locals 1
    iget-object v0, p0, Lcom/example/tidy/CameraAgreed;->activity:Landroid/app/Activity;
    invoke-static {v0}, Lcom/example/tidy/ScanClick;->request(Landroid/app/Activity;)V
    return-void
.end method
