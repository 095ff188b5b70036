# Nothing in the manifest makes the service a sync adapter.
# expect: undecided
# manifest: <service android:name=".S" android:exported="false"/>

@class S Landroid/app/Service;
@method onBind(Landroid/content/Intent;)Landroid/os/IBinder;
    new-instance v0, ~Adapter;
    const/4 v1, 0x1
    invoke-direct {v0, p0, v1}, ~Adapter;-><init>(Landroid/content/Context;Z)V
    invoke-virtual {v0}, ~Adapter;->getSyncAdapterBinder()Landroid/os/IBinder;
    move-result-object v0
    return-object v0
@end
.class public Lcom/example/paths/Adapter;
.super Landroid/content/AbstractThreadedSyncAdapter;
.method public constructor <init>(Landroid/content/Context;Z)V
    .locals 0
    invoke-direct {p0, p1, p2}, Landroid/content/AbstractThreadedSyncAdapter;-><init>(Landroid/content/Context;Z)V
    return-void
.end method
@method onPerformSync(Landroid/accounts/Account;Landroid/os/Bundle;Ljava/lang/String;Landroid/content/ContentProviderClient;Landroid/content/SyncResult;)V
    invoke-virtual {p0}, ~Adapter;->getContext()Landroid/content/Context;
    move-result-object v0
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
