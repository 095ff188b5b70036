# Application.onCreate: schedules a timer task.
# expect: before_consent
# root: application
# hop: timer
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, Ljava/util/Timer;
    invoke-direct {v1}, Ljava/util/Timer;-><init>()V
    new-instance v2, ~Tick;
    invoke-direct {v2, v0}, ~Tick;-><init>(Landroid/content/Context;)V
    const-wide/16 v3, 0x0
    const-wide/16 v5, 0x2710
    invoke-virtual/range {v1 .. v6}, Ljava/util/Timer;->schedule(Ljava/util/TimerTask;JJ)V
@end

.class public Lcom/example/paths/Tick;
.super Ljava/util/TimerTask;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/util/TimerTask;-><init>()V
    iput-object p1, p0, ~Tick;->context:Landroid/content/Context;
    return-void
.end method
@method run()V
    iget-object v0, p0, ~Tick;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
