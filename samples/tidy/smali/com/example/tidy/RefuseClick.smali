# The disagree button: the app goes on in basic mode.
.class public final Lcom/example/tidy/RefuseClick;
.super Ljava/lang/Object;
.implements Landroid/content/DialogInterface$OnClickListener;

.field private final activity:Landroid/app/Activity;

.method public constructor <init>(Landroid/app/Activity;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/tidy/RefuseClick;->activity:Landroid/app/Activity;
    return-void
.end method

.method public onClick(Landroid/content/DialogInterface;I)V
    .locals 3
    invoke-interface {p1}, Landroid/content/DialogInterface;->dismiss()V
    iget-object v0, p0, Lcom/example/tidy/RefuseClick;->activity:Landroid/app/Activity;
    const/4 v1, 0x0
    invoke-static {v0, v1}, Lcom/example/tidy/Consent;->set(Landroid/content/Context;Z)V
    const v1, R.string.basic_mode
    const/4 v2, 0x1
    invoke-static {v0, v1, v2}, Landroid/widget/Toast;->makeText(Landroid/content/Context;II)Landroid/widget/Toast;
    move-result-object v0
    invoke-virtual {v0}, Landroid/widget/Toast;->show()V
    return-void
.end method
