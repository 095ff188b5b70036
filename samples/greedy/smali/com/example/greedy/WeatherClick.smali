# A weather button: a pretext for the location SDK.
.class public Lcom/example/greedy/WeatherClick;
.super Ljava/lang/Object;
.implements Landroid/view/View$OnClickListener;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    return-void
.end method

.method public onClick(Landroid/view/View;)V
    .locals 2
    invoke-virtual {p1}, Landroid/view/View;->getContext()Landroid/content/Context;
    move-result-object v0
    new-instance v1, Lcom/amap/api/location/AMapLocationClient;
    invoke-direct {v1, v0}, Lcom/amap/api/location/AMapLocationClient;-><init>(Landroid/content/Context;)V
    invoke-virtual {v1}, Lcom/amap/api/location/AMapLocationClient;->startLocation()V
    invoke-static {v0}, Lcom/example/greedy/MapChooser;->start(Landroid/content/Context;)V
    return-void
.end method
