# App.onCreate gets a static field of a class, whose static initialiser reads.
# expect: before_consent
# application: .App
.class public Lcom/example/paths/App;
.super Landroid/app/Application;

.field public static instance:Landroid/app/Application;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Application;-><init>()V
    return-void
.end method

.method public onCreate()V
    .locals 1
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    sput-object p0, Lcom/example/paths/App;->instance:Landroid/app/Application;
    sget-object v0, Lcom/example/paths/Keys;->instance:Ljava/lang/String;
    invoke-static {v0}, Ljava/lang/String;->valueOf(Ljava/lang/Object;)Ljava/lang/String;
    return-void
.end method

.class public Lcom/example/paths/Keys;
.super Ljava/lang/Object;

.field public static instance:Ljava/lang/String;

.method static constructor <clinit>()V
    .locals 1
    sget-object v0, Lcom/example/paths/App;->instance:Landroid/app/Application;
    invoke-static {v0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public static warm()V
    .locals 2
    const-string v0, "paths"
    const-string v1, "warm"
    invoke-static {v0, v1}, Landroid/util/Log;->d(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method
