# Stand-in for androidx.datastore and a part of Kotlin, with their names and nothing of their code.
@class Landroidx/datastore/preferences/core/Preferences$Key; Ljava/lang/Object;
.class public abstract Landroidx/datastore/preferences/core/Preferences;
.super Ljava/lang/Object;
.method public abstract get(Landroidx/datastore/preferences/core/Preferences$Key;)Ljava/lang/Object;
.end method
@class Landroidx/datastore/preferences/core/PreferencesKeys; Ljava/lang/Object;
@method static booleanKey(Ljava/lang/String;)Landroidx/datastore/preferences/core/Preferences$Key;
    const/4 v0, 0x0
    return-object v0
@end
@class Lkotlin/jvm/internal/Intrinsics; Ljava/lang/Object;
@method static areEqual(Ljava/lang/Object;Ljava/lang/Object;)Z
    const/4 v0, 0x0
    return v0
@end
