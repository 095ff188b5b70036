# Reads the IMSI through MyTelephony, so that the framework's class is never named at the call.
.class public Lcom/example/greedy/SimProbe;
.super Ljava/lang/Object;

.method public static read(Landroid/content/Context;)Ljava/lang/String;
    .locals 1
    new-instance v0, Lcom/example/greedy/MyTelephony;
    invoke-direct {v0}, Lcom/example/greedy/MyTelephony;-><init>()V
    invoke-virtual {v0}, Lcom/example/greedy/MyTelephony;->getSubscriberId()Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method
