# The factory is not declared.
# expect: unreached

@class Factory Landroid/app/AppComponentFactory;
@method instantiateApplication(Ljava/lang/ClassLoader;Ljava/lang/String;)Landroid/app/Application;
    const/4 v0, 0x0
    invoke-static {v0}, ~Reader;->read(Landroid/content/Context;)V
    invoke-super {p0, p1, p2}, Landroid/app/AppComponentFactory;->instantiateApplication(Ljava/lang/ClassLoader;Ljava/lang/String;)Landroid/app/Application;
    move-result-object v0
    return-object v0
@end
