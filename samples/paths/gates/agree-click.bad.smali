# The notice is shown, and the reading does not wait for its answer.
# expect: before_consent
# root: launcher
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>

@class Home Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/app/AlertDialog$Builder;
    invoke-direct {v0, p0}, Landroid/app/AlertDialog$Builder;-><init>(Landroid/content/Context;)V
    new-instance v2, ~Answer;
    invoke-direct {v2, p0}, ~Answer;-><init>(Landroid/content/Context;)V
    const-string v1, "同意"
    invoke-virtual {v0, v1, v2}, Landroid/app/AlertDialog$Builder;->setPositiveButton(Ljava/lang/CharSequence;Landroid/content/DialogInterface$OnClickListener;)Landroid/app/AlertDialog$Builder;
    invoke-virtual {v0}, Landroid/app/AlertDialog$Builder;->show()Landroid/app/AlertDialog;
@read
@end

.class public Lcom/example/paths/Answer;
.super Ljava/lang/Object;
.implements Landroid/content/DialogInterface$OnClickListener;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Answer;->context:Landroid/content/Context;
    return-void
.end method
@method onClick(Landroid/content/DialogInterface;I)V
    iget-object v0, p0, ~Answer;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
