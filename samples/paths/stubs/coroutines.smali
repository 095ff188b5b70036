# Stand-in for Kotlin coroutines, with their names and nothing of their code.
.class public interface abstract Lkotlin/coroutines/Continuation;
.super Ljava/lang/Object;
.class public interface abstract Lkotlin/jvm/functions/Function2;
.super Ljava/lang/Object;
.method public abstract invoke(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;
.end method
.class public abstract Lkotlin/coroutines/jvm/internal/BaseContinuationImpl;
.super Ljava/lang/Object;
.implements Lkotlin/coroutines/Continuation;
.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method
.method protected abstract invokeSuspend(Ljava/lang/Object;)Ljava/lang/Object;
.end method
.class public abstract Lkotlin/coroutines/jvm/internal/ContinuationImpl;
.super Lkotlin/coroutines/jvm/internal/BaseContinuationImpl;
.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Lkotlin/coroutines/jvm/internal/BaseContinuationImpl;-><init>()V
    return-void
.end method
.class public abstract Lkotlin/coroutines/jvm/internal/SuspendLambda;
.super Lkotlin/coroutines/jvm/internal/ContinuationImpl;
.method public constructor <init>(ILkotlin/coroutines/Continuation;)V
    .locals 0
    invoke-direct {p0}, Lkotlin/coroutines/jvm/internal/ContinuationImpl;-><init>()V
    return-void
.end method
.class public interface abstract Lkotlinx/coroutines/CoroutineScope;
.super Ljava/lang/Object;
.class public interface abstract Lkotlinx/coroutines/Job;
.super Ljava/lang/Object;
@class Lkotlinx/coroutines/GlobalScope; Ljava/lang/Object; implements Lkotlinx/coroutines/CoroutineScope;
.field public static final INSTANCE:Lkotlinx/coroutines/GlobalScope;
@class Lkotlinx/coroutines/BuildersKt; Ljava/lang/Object;
@method static launch$default(Lkotlinx/coroutines/CoroutineScope;Lkotlin/jvm/functions/Function2;)Lkotlinx/coroutines/Job;
    const/4 v0, 0x0
    return-object v0
@end
