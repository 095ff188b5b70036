# Application.onCreate: subscribes to an observable.
# expect: before_consent
# root: application
# hop: rx
# application: .App
# stub: rx

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Sink;
    invoke-direct {v1, v0}, ~Sink;-><init>(Landroid/content/Context;)V
    invoke-static {v0}, Lio/reactivex/Observable;->just(Ljava/lang/Object;)Lio/reactivex/Observable;
    move-result-object v2
    invoke-virtual {v2, v1}, Lio/reactivex/Observable;->subscribe(Lio/reactivex/functions/Consumer;)Lio/reactivex/disposables/Disposable;
@end

.class public Lcom/example/paths/Sink;
.super Ljava/lang/Object;
.implements Lio/reactivex/functions/Consumer;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Sink;->context:Landroid/content/Context;
    return-void
.end method
@method accept(Ljava/lang/Object;)V
    iget-object v0, p0, ~Sink;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
