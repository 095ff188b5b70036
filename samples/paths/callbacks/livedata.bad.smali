# Application.onCreate: observes live data.
# expect: before_consent
# root: application
# hop: observer
# application: .App
# stub: livedata

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Seen;
    invoke-direct {v1, v0}, ~Seen;-><init>(Landroid/content/Context;)V
    new-instance v2, Landroidx/lifecycle/MutableLiveData;
    invoke-direct {v2}, Landroidx/lifecycle/MutableLiveData;-><init>()V
    invoke-virtual {v2, v1}, Landroidx/lifecycle/MutableLiveData;->observeForever(Landroidx/lifecycle/Observer;)V
@end

.class public Lcom/example/paths/Seen;
.super Ljava/lang/Object;
.implements Landroidx/lifecycle/Observer;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Seen;->context:Landroid/content/Context;
    return-void
.end method
@method onChanged(Ljava/lang/Object;)V
    iget-object v0, p0, ~Seen;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
