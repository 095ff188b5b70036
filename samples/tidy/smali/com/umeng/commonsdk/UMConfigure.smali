# A stand-in for the real SDK, with its names and nothing of its code.
.class public Lcom/umeng/commonsdk/UMConfigure;
.super Ljava/lang/Object;

.field private static appKey:Ljava/lang/String;
.field private static granted:Z

.method public static preInit(Landroid/content/Context;Ljava/lang/String;Ljava/lang/String;)V
    .locals 0
    sput-object p1, Lcom/umeng/commonsdk/UMConfigure;->appKey:Ljava/lang/String;
    return-void
.end method

.method public static submitPolicyGrantResult(Landroid/content/Context;Z)V
    .locals 0
    sput-boolean p1, Lcom/umeng/commonsdk/UMConfigure;->granted:Z
    return-void
.end method

.method public static init(Landroid/content/Context;Ljava/lang/String;Ljava/lang/String;ILjava/lang/String;)V
    .locals 0
    sput-object p1, Lcom/umeng/commonsdk/UMConfigure;->appKey:Ljava/lang/String;
    invoke-static {p0}, Lcom/umeng/commonsdk/statistics/common/DeviceConfig;->getAndroidId(Landroid/content/Context;)Ljava/lang/String;
    invoke-static {p0}, Lcom/umeng/commonsdk/statistics/common/DeviceConfig;->getMac(Landroid/content/Context;)Ljava/lang/String;
    return-void
.end method
