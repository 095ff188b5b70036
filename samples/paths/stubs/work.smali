# Stand-in for androidx.work, with its names and nothing of its code.
.class public abstract Landroidx/work/ListenableWorker;
.super Ljava/lang/Object;
.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method
@method getApplicationContext()Landroid/content/Context;
    const/4 v0, 0x0
    return-object v0
@end
@class Landroidx/work/ListenableWorker$Result; Ljava/lang/Object;
@class Landroidx/work/Worker; Landroidx/work/ListenableWorker;
@class Landroidx/work/CoroutineWorker; Landroidx/work/ListenableWorker;
@class Landroidx/work/WorkRequest; Ljava/lang/Object;
@class Landroidx/work/Operation; Ljava/lang/Object;
.class public Landroidx/work/OneTimeWorkRequest$Builder;
.super Ljava/lang/Object;
.method public constructor <init>(Ljava/lang/Class;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method
@method build()Landroidx/work/WorkRequest;
    const/4 v0, 0x0
    return-object v0
@end
@class Landroidx/work/WorkManager; Ljava/lang/Object;
@method static getInstance(Landroid/content/Context;)Landroidx/work/WorkManager;
    const/4 v0, 0x0
    return-object v0
@end
@method enqueue(Landroidx/work/WorkRequest;)Landroidx/work/Operation;
    const/4 v0, 0x0
    return-object v0
@end
