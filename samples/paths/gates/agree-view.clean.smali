# The agree button is a view of the layout.
# expect: user_action
# action: agree
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>

@class Home Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const v0, R.layout.main
    invoke-virtual {p0, v0}, ~Home;->setContentView(I)V
    const v0, R.id.btn_agree
    invoke-virtual {p0, v0}, ~Home;->findViewById(I)Landroid/view/View;
    move-result-object v0
    new-instance v1, ~Answer;
    invoke-direct {v1, p0}, ~Answer;-><init>(Landroid/content/Context;)V
    invoke-virtual {v0, v1}, Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V
@end

.class public Lcom/example/paths/Answer;
.super Ljava/lang/Object;
.implements Landroid/view/View$OnClickListener;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Answer;->context:Landroid/content/Context;
    return-void
.end method
@method onClick(Landroid/view/View;)V
    iget-object v0, p0, ~Answer;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
