# Application.onCreate: sends a message to its handler.
# expect: before_consent
# root: application
# hop: handler
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Looped;
    invoke-direct {v1, v0}, ~Looped;-><init>(Landroid/content/Context;)V
    const/4 v2, 0x1
    invoke-virtual {v1, v2}, ~Looped;->sendEmptyMessage(I)Z
@end

.class public Lcom/example/paths/Looped;
.super Landroid/os/Handler;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Landroid/os/Handler;-><init>()V
    iput-object p1, p0, ~Looped;->context:Landroid/content/Context;
    return-void
.end method
@method handleMessage(Landroid/os/Message;)V
    iget-object v0, p0, ~Looped;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
