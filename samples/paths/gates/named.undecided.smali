# A method that by its name asks for consent, and whose answer cannot be followed.
# expect: undecided
# application: .App

@class App Landroid/app/Application;
@method onCreate()V
    invoke-super {p0}, Landroid/app/Application;->onCreate()V
    sget-object v0, ~Holder;->policy:Lcom/example/paths/Policy;
    invoke-interface {v0}, ~Policy;->hasAgreed()Z
    move-result v0
    if-eqz v0, :no
@read
    :no
    return-void
@end

.class public interface abstract Lcom/example/paths/Policy;
.super Ljava/lang/Object;
.method public abstract hasAgreed()Z
.end method
@class Holder Ljava/lang/Object;
.field static policy:Lcom/example/paths/Policy;
