# Application.onCreate: creates an observable.
# expect: before_consent
# root: application
# hop: rx
# application: .App
# stub: rx

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Source;
    invoke-direct {v1, v0}, ~Source;-><init>(Landroid/content/Context;)V
    invoke-static {v1}, Lio/reactivex/Observable;->create(Lio/reactivex/ObservableOnSubscribe;)Lio/reactivex/Observable;
    move-result-object v2
    const/4 v3, 0x0
    invoke-virtual {v2, v3}, Lio/reactivex/Observable;->subscribe(Lio/reactivex/functions/Consumer;)Lio/reactivex/disposables/Disposable;
@end

.class public Lcom/example/paths/Source;
.super Ljava/lang/Object;
.implements Lio/reactivex/ObservableOnSubscribe;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Source;->context:Landroid/content/Context;
    return-void
.end method
@method subscribe(Lio/reactivex/ObservableEmitter;)V
    iget-object v0, p0, ~Source;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
