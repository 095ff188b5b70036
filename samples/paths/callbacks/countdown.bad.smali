# App.onCreate starts a countdown, and its end reads.
# expect: before_consent
# application: .App
.class public Lcom/example/paths/App;
.super Landroid/app/Application;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 6
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    const-wide/16 v1, 0xbb8
    const-wide/16 v3, 0x3e8
    move-object v5, p0
    new-instance v0, Lcom/example/paths/Count;
    invoke-direct/range {v0 .. v5}, Lcom/example/paths/Count;-><init>(JJLandroid/content/Context;)V
    invoke-virtual {v0}, Lcom/example/paths/Count;->start()Landroid/os/CountDownTimer;
    return-void
.end method

.class public Lcom/example/paths/Count;
.super Landroid/os/CountDownTimer;

.field private final ctx:Landroid/content/Context;

.method public constructor <init>(JJLandroid/content/Context;)V
    .locals 0
    invoke-direct {p0, p1, p2, p3, p4}, Landroid/os/CountDownTimer;-><init>(JJ)V
    iput-object p5, p0, Lcom/example/paths/Count;->ctx:Landroid/content/Context;
    return-void
.end method

.method public onTick(J)V
    .locals 0
    return-void
.end method

.method public onFinish()V
    .locals 1
    iget-object v0, p0, Lcom/example/paths/Count;->ctx:Landroid/content/Context;
    invoke-static {v0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method
