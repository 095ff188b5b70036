# Opens the privacy policy from the consent dialog.
.class public final Lcom/example/tidy/ReadPolicyClick;
.super Ljava/lang/Object;
.implements Landroid/content/DialogInterface$OnClickListener;

.field private final activity:Landroid/app/Activity;

.method public constructor <init>(Landroid/app/Activity;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/tidy/ReadPolicyClick;->activity:Landroid/app/Activity;
    return-void
.end method

.method public onClick(Landroid/content/DialogInterface;I)V
    .locals 2
    iget-object v0, p0, Lcom/example/tidy/ReadPolicyClick;->activity:Landroid/app/Activity;
    const-string v1, "https://tidy.example/privacy.html"
    invoke-static {v0, v1}, Lcom/example/tidy/PageActivity;->open(Landroid/content/Context;Ljava/lang/String;)V
    return-void
.end method
