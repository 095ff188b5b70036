# In every app: the one method that reads the IMEI, and a launcher that does nothing.
@class Reader Ljava/lang/Object;
@method static read(Landroid/content/Context;)V
    const-string v0, "phone"
    invoke-virtual {p0, v0}, Landroid/content/Context;->getSystemService(Ljava/lang/String;)Ljava/lang/Object;
    move-result-object v0
    check-cast v0, Landroid/telephony/TelephonyManager;
    invoke-virtual {v0}, Landroid/telephony/TelephonyManager;->getDeviceId()Ljava/lang/String;
@end

@class Main Landroid/app/Activity;
