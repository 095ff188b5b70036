# Stand-in for MMKV, with its names and nothing of its code.
@class Lcom/tencent/mmkv/MMKV; Ljava/lang/Object;
@method static defaultMMKV()Lcom/tencent/mmkv/MMKV;
    const/4 v0, 0x0
    return-object v0
@end
@method decodeBool(Ljava/lang/String;Z)Z
    return p2
@end
@method encode(Ljava/lang/String;Z)Z
    return p2
@end
