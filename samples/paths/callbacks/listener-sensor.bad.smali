# Application.onCreate: registers a sensor listener.
# expect: before_consent
# root: application
# hop: listener
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    move-object v0, p0
    new-instance v1, ~Feel;
    invoke-direct {v1, v0}, ~Feel;-><init>(Landroid/content/Context;)V
    const-string v2, "sensor"
    invoke-virtual {v0, v2}, Landroid/content/Context;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v2
    check-cast v2, Landroid/hardware/SensorManager;
    const/4 v3, 0x1
    invoke-virtual {v2, v3}, Landroid/hardware/SensorManager;->getDefaultSensor(I)Landroid/hardware/Sensor;
    move-result-object v4
    invoke-virtual {v2, v1, v4, v3}, Landroid/hardware/SensorManager;->registerListener(Landroid/hardware/SensorEventListener;Landroid/hardware/Sensor;I)Z
@end

.class public Lcom/example/paths/Feel;
.super Ljava/lang/Object;
.implements Landroid/hardware/SensorEventListener;
.field private final context:Landroid/content/Context;
.method public constructor <init>(Landroid/content/Context;)V
    .locals 0
    invoke-direct {p0}, Ljava/lang/Object;-><init>()V
    iput-object p1, p0, ~Feel;->context:Landroid/content/Context;
    return-void
.end method
@method onSensorChanged(Landroid/hardware/SensorEvent;)V
    iget-object v0, p0, ~Feel;->context:Landroid/content/Context;
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
@end
