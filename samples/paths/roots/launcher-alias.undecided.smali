# The alias is disabled and another activity is the launcher: nobody starts the activity that reads, unless the alias
# is enabled later.
# expect: undecided
# manifest: <activity android:name=".Main" android:exported="true">
# manifest: <intent-filter>
# manifest: <action android:name="android.intent.action.MAIN" />
# manifest: <category android:name="android.intent.category.LAUNCHER" />
# manifest: </intent-filter>
# manifest: </activity>
# manifest: <activity android:name=".Second" android:exported="false" />
# manifest: <activity-alias android:name=".Icon" android:targetActivity=".Second" android:exported="true" android:enabled="false">
# manifest: <intent-filter>
# manifest: <action android:name="android.intent.action.MAIN" />
# manifest: <category android:name="android.intent.category.LAUNCHER" />
# manifest: </intent-filter>
# manifest: </activity-alias>
.class public Lcom/example/paths/Second;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 0
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    invoke-static {p0}, Lcom/example/paths/Reader;->read(Landroid/content/Context;)V
    return-void
.end method

.class public Lcom/example/paths/Main;
.super Landroid/app/Activity;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method
