# Application.onCreate: enqueues a coroutine worker.
# expect: before_consent
# root: application
# hop: work
# application: .App
# stub: work
# stub: coroutines

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, Landroidx/work/OneTimeWorkRequest$Builder;
    const-class v2, ~Work;
    invoke-direct {v1, v2}, Landroidx/work/OneTimeWorkRequest$Builder;-><init>(Ljava/lang/Class;)V
    invoke-virtual {v1}, Landroidx/work/OneTimeWorkRequest$Builder;->build()Landroidx/work/WorkRequest;
    move-result-object v1
    invoke-static {v0}, Landroidx/work/WorkManager;->getInstance(Landroid/content/Context;)Landroidx/work/WorkManager;
    move-result-object v2
    invoke-virtual {v2, v1}, Landroidx/work/WorkManager;->enqueue(Landroidx/work/WorkRequest;)Landroidx/work/Operation;
@end

@class Work Landroidx/work/CoroutineWorker;
@method doWork(Lkotlin/coroutines/Continuation;)Ljava/lang/Object;
    invoke-virtual {p0}, ~Work;->getApplicationContext()Landroid/content/Context;
    move-result-object v0
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    const/4 v0, 0x0
    return-object v0
@end
