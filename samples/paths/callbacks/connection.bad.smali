# Application.onCreate: binds to a service.
# expect: before_consent
# root: application
# hop: connection
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Bound;
    invoke-direct {v1, v0}, ~Bound;-><init>(Landroid/content/Context;)V
    new-instance v2, Landroid/content/Intent;
    const-string v3, "com.other.SERVICE"
    invoke-direct {v2, v3}, Landroid/content/Intent;-><init>(Ljava/lang/String;)V
    const/4 v3, 0x1
    invoke-virtual {v0, v2, v1, v3}, Landroid/content/Context;->bindService(Landroid/content/Intent;Landroid/content/ServiceConnection;I)Z
@end

.class public Lcom/example/paths/Bound;
.super Ljava/lang/Object;
.implements Landroid/content/ServiceConnection;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Bound;->context:Landroid/content/Context;
    return-void
.end method
@method onServiceConnected(Landroid/content/ComponentName;Landroid/os/IBinder;)V
    iget-object v0, p0, ~Bound;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
