# The same places done right: nothing here is a fault.
.class public Lcom/example/careless/Strict;
.super Ljava/lang/Object;
.implements Ljavax/net/ssl/X509TrustManager;
.implements Ljavax/net/ssl/HostnameVerifier;

.method public checkClientTrusted([Ljava/security/cert/X509Certificate;Ljava/lang/String;)V
    .locals 0
    return-void
.end method

.method public checkServerTrusted([Ljava/security/cert/X509Certificate;Ljava/lang/String;)V
    .locals 1
    if-nez p1, :chain
    new-instance v0, Ljava/security/cert/CertificateException;
    invoke-direct {v0}, Ljava/security/cert/CertificateException;-><init>()V
    throw v0
    :chain
    const/4 v0, 0x0
    aget-object v0, p1, v0
    invoke-virtual {v0}, Ljava/security/cert/X509Certificate;->checkValidity()V
    return-void
.end method

.method public getAcceptedIssuers()[Ljava/security/cert/X509Certificate;
    .locals 1
    const/4 v0, 0x0
    return-object v0
.end method

.method public verify(Ljava/lang/String;Ljavax/net/ssl/SSLSession;)Z
    .locals 1
    const-string v0, "wallet.example.com"
    invoke-virtual {v0, p1}, Ljava/lang/String;->equals(Ljava/lang/Object;)Z
    move-result v0
    return v0
.end method

.method public static window(Landroid/view/Window;)V
    .locals 1
    const/16 v0, 0x2000
    invoke-virtual {p0, v0, v0}, Landroid/view/Window;->setFlags(II)V
    return-void
.end method

.method public static bright(Landroid/view/Window;)V
    .locals 1
    const/16 v0, 0x80
    invoke-virtual {p0, v0}, Landroid/view/Window;->addFlags(I)V
    return-void
.end method

.method public static input(Landroid/widget/EditText;)V
    .locals 1
    const/4 v0, 0x0
    invoke-virtual {p0, v0}, Landroid/widget/EditText;->setShowSoftInputOnFocus(Z)V
    return-void
.end method

.method public static cipher()Ljavax/crypto/Cipher;
    .locals 1
    const-string v0, "AES/GCM/NoPadding"
    invoke-static {v0}, Ljavax/crypto/Cipher;->getInstance(Ljava/lang/String;)Ljavax/crypto/Cipher;
    move-result-object v0
    return-object v0
.end method

.method public static key([B)Ljavax/crypto/spec/SecretKeySpec;
    .locals 2
    const-string v0, "AES"
    new-instance v1, Ljavax/crypto/spec/SecretKeySpec;
    invoke-direct {v1, p0, v0}, Ljavax/crypto/spec/SecretKeySpec;-><init>([BLjava/lang/String;)V
    return-object v1
.end method

.method public static state(Landroid/content/Context;)Landroid/content/SharedPreferences;
    .locals 2
    const-string v0, "state"
    const/4 v1, 0x0
    invoke-virtual {p0, v0, v1}, Landroid/content/Context;->getSharedPreferences(Ljava/lang/String;I)Landroid/content/SharedPreferences;
    move-result-object v0
    return-object v0
.end method

.method public static log()V
    .locals 2
    const-string v0, "wallet"
    const-string v1, "password changed"
    invoke-static {v0, v1}, Landroid/util/Log;->i(Ljava/lang/String;Ljava/lang/String;)I
    return-void
.end method

.method public static keep(Landroid/content/SharedPreferences$Editor;Ljava/lang/String;)V
    .locals 2
    const-string v0, "theme"
    const-string v1, "password"
    invoke-interface {p0, v0, v1}, Landroid/content/SharedPreferences$Editor;->putString(Ljava/lang/String;Ljava/lang/String;)Landroid/content/SharedPreferences$Editor;
    return-void
.end method
