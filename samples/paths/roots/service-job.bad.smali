# Application.onCreate schedules a job that reads.
# expect: before_consent
# root: application
# hop: service
# application: .App
# manifest: <service android:name=".J" android:permission="android.permission.BIND_JOB_SERVICE"/>

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
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
