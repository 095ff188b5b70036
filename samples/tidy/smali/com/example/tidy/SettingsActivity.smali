# The settings: policy, lists, permissions, withdrawal, deletion, complaints, personalised tips.
.class public Lcom/example/tidy/SettingsActivity;
.super Landroid/app/Activity;

.field private clicks:Lcom/example/tidy/SettingsClick;

.method public constructor <init>()V
    .locals 0
    invoke-direct {p0}, Landroid/app/Activity;-><init>()V
    return-void
.end method

.method protected onCreate(Landroid/os/Bundle;)V
    .locals 2
    invoke-super {p0, p1}, Landroid/app/Activity;->onCreate(Landroid/os/Bundle;)V
    const v0, R.layout.activity_settings
    invoke-virtual {p0, v0}, Lcom/example/tidy/SettingsActivity;->setContentView(I)V
    new-instance v0, Lcom/example/tidy/SettingsClick;
    invoke-direct {v0, p0}, Lcom/example/tidy/SettingsClick;-><init>(Landroid/app/Activity;)V
    iput-object v0, p0, Lcom/example/tidy/SettingsActivity;->clicks:Lcom/example/tidy/SettingsClick;
    const v0, R.id.privacy_policy
    invoke-direct {p0, v0}, Lcom/example/tidy/SettingsActivity;->listen(I)V
    const v0, R.id.user_agreement
    invoke-direct {p0, v0}, Lcom/example/tidy/SettingsActivity;->listen(I)V
    const v0, R.id.collected_list
    invoke-direct {p0, v0}, Lcom/example/tidy/SettingsActivity;->listen(I)V
    const v0, R.id.shared_list
    invoke-direct {p0, v0}, Lcom/example/tidy/SettingsActivity;->listen(I)V
    const v0, R.id.permissions
    invoke-direct {p0, v0}, Lcom/example/tidy/SettingsActivity;->listen(I)V
    const v0, R.id.revoke
    invoke-direct {p0, v0}, Lcom/example/tidy/SettingsActivity;->listen(I)V
    const v0, R.id.delete_account
    invoke-direct {p0, v0}, Lcom/example/tidy/SettingsActivity;->listen(I)V
    const v0, R.id.complaint
    invoke-direct {p0, v0}, Lcom/example/tidy/SettingsActivity;->listen(I)V
    const v0, R.id.personalised
    invoke-virtual {p0, v0}, Lcom/example/tidy/SettingsActivity;->findViewById(I)Landroid/view/View;
    move-result-object v0
    check-cast v0, Landroid/widget/Switch;
    new-instance v1, Lcom/example/tidy/PersonalisedSwitch;
    invoke-direct {v1}, Lcom/example/tidy/PersonalisedSwitch;-><init>()V
    invoke-virtual {v0, v1}, Landroid/widget/Switch;->setOnCheckedChangeListener(Landroid/widget/CompoundButton$OnCheckedChangeListener;)V
    return-void
.end method

.method private listen(I)V
    .locals 2
    invoke-virtual {p0, p1}, Lcom/example/tidy/SettingsActivity;->findViewById(I)Landroid/view/View;
    move-result-object v0
    iget-object v1, p0, Lcom/example/tidy/SettingsActivity;->clicks:Lcom/example/tidy/SettingsClick;
    invoke-virtual {v0, v1}, Landroid/view/View;->setOnClickListener(Landroid/view/View$OnClickListener;)V
    return-void
.end method
