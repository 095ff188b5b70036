# Extends a framework class: calls made on this class are calls of the framework's methods.
.class public Lcom/example/greedy/MyTelephony;
.super Landroid/telephony/TelephonyManager;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/telephony/TelephonyManager;-><init>()V
    return-void
.end method

