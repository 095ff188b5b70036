# The launcher's onCreate makes a click handler that reads, as an invoke-custom, and calls it at once.
# expect: before_consent
# api: 26
.class public Lcom/example/paths/Main;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method private static synthetic lambda$onCreate$0(Landroid/content/Context;Landroid/view/View;)V
    .locals 0
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 2
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/widget/Button;
    invoke-direct {v0, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    invoke-custom {p0}, call_site_0("onClick", (Landroid/content/Context;)Landroid/view/View$OnClickListener;, (Landroid/view/View;)V, invoke-static@Lcom/example/paths/Main;->lambda$onCreate$0(Landroid/content/Context;Landroid/view/View;)V, (Landroid/view/View;)V)@Ljava/lang/invoke/LambdaMetafactory;->metafactory(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/CallSite;
    move-result-object v1
    invoke-virtual {v0, v1}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    invoke-interface {v1, v0}, Landroid/view/View$OnClickListener;->onClick(Landroid/view/View;)V
    invoke-virtual {p0, v0}, Lcom/example/paths/Main;->setContentView(Landroid/view/View;)V
    return-void
.end method
