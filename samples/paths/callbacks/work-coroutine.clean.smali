# Only a button: enqueues a coroutine worker.
# expect: user_action
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>
# stub: work
# stub: coroutines

@class Home Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    new-instance v0, Landroid/widget/Button;
    invoke-direct {v0, p0}, Landroid/widget/Button;-><init>(Landroid/content/Context;)V
    new-instance v1, ~Click;
    invoke-direct {v1}, ~Click;-><init>()V
    invoke-virtual {v0, v1}, Landroid/widget/Button;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    invoke-virtual {p0, v0}, Landroid/app/Activity;->setContentView(Landroid/view/View;)V
@end

@class Click Ljava/lang/Object; implements Landroid/view/View$OnClickListener;
@method onClick(Landroid/view/View;)V
    invoke-virtual {p1}, Landroid/view/View;->getContext()Landroid/content/Context;
    move-result-object v0
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
