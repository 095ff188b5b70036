# The reminder button: says what notifications are for, then asks for them.
.class public final Lcom/example/tidy/RemindClick;
.super Ljava/lang/Object;
.implements Landroid/view/View$OnClickListener;

.field private final activity:Landroid/app/Activity;

.method public constructor <init>(Landroid/app/Activity;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/tidy/RemindClick;->activity:Landroid/app/Activity;
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 4
    iget-object v0, p0, Lcom/example/tidy/RemindClick;->activity:Landroid/app/Activity;
    const v1, R.string.remind_reason
    const/4 v2, 0x1
    invoke-static {v0, v1, v2}, Landroid/widget/Toast;->makeText(Landroid/content/Context;II)Landroid/widget/Toast;
    move-result-object v1
    invoke-virtual {v1}, Landroid/widget/Toast;->show()V
    new-array v1, v2, [Ljava/lang/String;
    const/4 v2, 0x0
    const-string v3, "android.permission.POST_NOTIFICATIONS"
    aput-object v3, v1, v2
    const/4 v2, 0x2
    invoke-virtual {v0, v1, v2}, Landroid/app/Activity;->requestPermissions([Ljava/lang/String;I)V
    return-void
.end method
