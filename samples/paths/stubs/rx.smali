# Stand-in for RxJava 2, with its names and nothing of its code.
.class public interface abstract Lio/reactivex/ObservableOnSubscribe;
.super Ljava/lang/Object;
.method public abstract subscribe(Lio/reactivex/ObservableEmitter;)V
.end method
.class public interface abstract Lio/reactivex/ObservableEmitter;
.super Ljava/lang/Object;
.class public interface abstract Lio/reactivex/functions/Consumer;
.super Ljava/lang/Object;
.method public abstract accept(Ljava/lang/Object;)V
.end method
.class public interface abstract Lio/reactivex/functions/Function;
.super Ljava/lang/Object;
.method public abstract apply(Ljava/lang/Object;)Ljava/lang/Object;
.end method
.class public interface abstract Lio/reactivex/disposables/Disposable;
.super Ljava/lang/Object;
@class Lio/reactivex/Observable; Ljava/lang/Object;
@method static create(Lio/reactivex/ObservableOnSubscribe;)Lio/reactivex/Observable;
    const/4 v0, 0x0
    return-object v0
@end
@method static just(Ljava/lang/Object;)Lio/reactivex/Observable;
    const/4 v0, 0x0
    return-object v0
@end
@method map(Lio/reactivex/functions/Function;)Lio/reactivex/Observable;
    return-object p0
@end
@method subscribe(Lio/reactivex/functions/Consumer;)Lio/reactivex/disposables/Disposable;
    const/4 v0, 0x0
    return-object v0
@end
