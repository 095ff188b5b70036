# Stand-in for androidx.startup, with its names and nothing of its code.
.class public interface abstract Landroidx/startup/Initializer;
.super Ljava/lang/Object;
.method public abstract create(Landroid/content/Context;)Ljava/lang/Object;
.end method
.method public abstract dependencies()Ljava/util/List;
.end method

@class Landroidx/startup/InitializationProvider; Landroid/content/ContentProvider;
@method onCreate()Z
    const/4 v0, 0x1
    return v0
@end
