# The launcher opens the next screen by itself, which reads.
# expect: before_consent
# root: launcher
# hop: activity
# manifest: <activity android:name=".Home" android:exported="true">@LAUNCHER</activity>
# manifest: <activity android:name=".Page"/>

@class Home Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    move-object v0, p0
    new-instance v1, Landroid/content/Intent;
    const-class v2, ~Page;
    invoke-direct {v1, v0, v2}, Landroid/content/Intent;-><init>(Landroid/content/Context;Ljava/lang/Class;)V
    invoke-virtual {v0, v1}, Landroid/content/Context;->startActivity(Landroid/content/Intent;)V
@end
@class Page Landroid/app/Activity;
@method onCreate(Landroid/os/Bundle;)V
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
@read
@end
