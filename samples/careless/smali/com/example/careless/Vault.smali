# Encrypts with an old cipher, a key that stands here, and random numbers that can be foretold.
.class public Lcom/example/careless/Vault;
.super Ljava/lang/Object;

.method public static key()Ljavax/crypto/spec/SecretKeySpec;
    .locals 3
    const-string v0, "careless-wallet!"
    invoke-virtual {v0}, Ljava/lang/String;->getBytes()[B
    move-result-object v0
    const-string v1, "DES"
    new-instance v2, Ljavax/crypto/spec/SecretKeySpec;
    invoke-direct {v2, v0, v1}, Ljavax/crypto/spec/SecretKeySpec;-><init>([BLjava/lang/String;)V
    return-object v2
.end method

.method public static cipher()Ljavax/crypto/Cipher;
    .locals 1
    const-string v0, "DES/CBC/PKCS5Padding"
    invoke-static {v0}, Ljavax/crypto/Cipher;->getInstance(Ljava/lang/String;)Ljavax/crypto/Cipher;
    move-result-object v0
    return-object v0
.end method

.method public static vector()[B
    .locals 2
    new-instance v0, Ljava/util/Random;
    invoke-direct {v0}, Ljava/util/Random;-><init>()V
    const/16 v1, 0x8
    new-array v1, v1, [B
    invoke-virtual {v0, v1}, Ljava/util/Random;->nextBytes([B)V
    return-object v1
.end method

.method public static channel()Ljavax/net/ssl/SSLContext;
    .locals 1
    const-string v0, "TLSv1"
    invoke-static {v0}, Ljavax/net/ssl/SSLContext;->getInstance(Ljava/lang/String;)Ljavax/net/ssl/SSLContext;
    move-result-object v0
    return-object v0
.end method

.method public static random()Ljava/security/SecureRandom;
    .locals 2
    const/4 v0, 0x4
    new-array v0, v0, [B
    fill-array-data v0, :seed
    new-instance v1, Ljava/security/SecureRandom;
    invoke-direct {v1, v0}, Ljava/security/SecureRandom;-><init>([B)V
    return-object v1
    :seed
    .array-data 1
        0x1t 0x2t 0x3t 0x4t
    .end array-data
.end method
