# Stand-in for androidx.lifecycle, with its names and nothing of its code.
.class public interface abstract Landroidx/lifecycle/Observer;
.super Ljava/lang/Object;
.method public abstract onChanged(Ljava/lang/Object;)V
.end method
@class Landroidx/lifecycle/LiveData; Ljava/lang/Object;
@method observeForever(Landroidx/lifecycle/Observer;)V
    nop
@end
@class Landroidx/lifecycle/MutableLiveData; Landroidx/lifecycle/LiveData;
