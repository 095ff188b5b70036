# A stand-in for the real SDK, with its names and nothing of its code.
.class public Lcom/qq/e/ads/ADActivity;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

