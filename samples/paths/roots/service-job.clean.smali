# A button schedules the job.
# expect: user_action
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>
# manifest: <service android:name=".J" android:permission="android.permission.BIND_JOB_SERVICE"/>

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
    new-instance v1, Landroid/content/ComponentName;
    const-class v2, ~J;
    invoke-direct {v1, v0, v2}, Landroid/content/ComponentName;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    new-instance v2, Landroid/app/job/JobInfo$Builder;
    const/4 v3, 0x1
    invoke-direct {v2, v3, v1}, Landroid/app/job/JobInfo$Builder;-><init>(ILandroid/content/ComponentName;)V
    invoke-virtual {v2}, Landroid/app/job/JobInfo$Builder;->build()Landroid/app/job/JobInfo;
    move-result-object v2
    const-string v1, "jobscheduler"
    invoke-virtual {v0, v1}, Landroid/content/Context;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v1
    check-cast v1, Landroid/app/job/JobScheduler;
    invoke-virtual {v1, v2}, Landroid/app/job/JobScheduler;->schedule(Landroid/app/job/JobInfo;)I
@end

@class J Landroid/app/job/JobService;
@method onStartJob(Landroid/app/job/JobParameters;)Z
@read
    const/4 v0, 0x0
    return v0
@end
