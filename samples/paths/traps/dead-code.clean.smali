# A class that nothing uses reads.
# expect: unreached

@class Dead Ljava/lang/Object;
@method static never(Landroid/content/Context;)V
@read p0
@end
