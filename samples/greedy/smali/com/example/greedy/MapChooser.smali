# A trap: names a location SDK that is not in the app (compiled against, then left out). It is not embedded.
.class public Lcom/example/greedy/MapChooser;
.super Ljava/lang/Object;

.method public static start(Landroid/content/Context;)V
    .locals 1
    :try_start
    new-instance v0, Lcom/baidu/location/LocationClient;
    invoke-direct {v0, p0}, Lcom/baidu/location/LocationClient;-><init>(Landroid/content/Context;)V
    invoke-virtual {v0}, Lcom/baidu/location/LocationClient;->start()V
    :try_end
    .catch Ljava/lang/NoClassDefFoundError; {:try_start .. :try_end} :absent
    :absent
    return-void
.end method
