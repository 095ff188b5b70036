"""The sentences of the advice, in both languages."""

from appscan.facts import Bilingual

PROVIDER_FIX = Bilingual(
    zh="内容提供者 {component} 随进程启动，先于任何同意。在 AndroidManifest.xml 中写 "
    '<provider android:name="{component}" tools:node="remove" /> 移除它，用户同意后再手动初始化 {sdk}；'
    "移除前请确认它支持手动初始化。",
    en="The content provider {component} starts with the process, before anybody can agree. Remove it with "
    '<provider android:name="{component}" tools:node="remove" /> in AndroidManifest.xml and start {sdk} by hand after '
    "consent; see first that it can be started by hand.",
)
OWN_PROVIDER_FIX = Bilingual(
    zh="内容提供者 {component} 随进程启动，先于任何同意。"
    "不要在它的 onCreate 中读取信息或启动 SDK；把这些代码移到用户同意之后。",
    en="The content provider {component} starts with the process, before anybody can agree. Its onCreate must neither "
    "read information nor start SDKs: move that code to where the user has agreed.",
)
STARTUP_FIX = Bilingual(
    zh="androidx.startup 在进程启动时运行各库的 Initializer。在它的 <provider> 中为相应的 <meta-data> 加上 "
    'tools:node="remove"，用户同意后再用 AppInitializer 手动初始化。',
    en="androidx.startup runs the libraries' Initializers when the process starts. Give the <meta-data> in question "
    'tools:node="remove" within its <provider>, and start it by AppInitializer after consent.',
)
APPLICATION_FIX = Bilingual(
    zh="{method} 在进程启动时运行，先于任何同意。把 {what}移到同意检查之后："
    "用户点击同意时执行一次；以后每次启动，先读取已保存的同意标志再执行。",
    en="{method} runs when the process starts, before anybody can agree. Move {what} behind a consent check: run it "
    "once when the user agrees, and at later starts only where the stored consent says so.",
)
LAUNCHER_FIX = Bilingual(
    zh="启动页的 {method} 在用户点击同意之前就会运行。先显示隐私弹窗，把 {what}移到“同意”的回调中；"
    "拒绝的分支不得执行。",
    en="{method} of the launcher activity runs before the user can agree. Show the privacy dialog first and move "
    "{what} into the answer “agree”; no other branch may run it.",
)
BACKGROUND_FIX = Bilingual(
    zh="{method}（{role}）可在没有界面、没有同意时由系统启动。在入口处先检查同意标志，未同意立即返回；"
    '清单中可先设 android:enabled="false"，同意后用 setComponentEnabledSetting 打开。',
    en="{method} ({role}) can be started by the system without a screen and without consent. Check the consent there "
    'first and return where there is none; or declare the component android:enabled="false" and enable it by '
    "setComponentEnabledSetting after consent.",
)
UNKNOWN_FIX = Bilingual(
    zh="没有找到从应用启动到这里的静态路径。在 {what}之前先检查用户是否已同意；同一信息读取一次后缓存，避免反复读取。",
    en="No static path leads here from the app's start. Check for consent before {what}; read it once and keep the "
    "value, so that it is not read again and again.",
)
CALL_OF = Bilingual(zh="{caller} 中对 {entry} 的调用", en="the call of {entry} in {caller}")
READING = Bilingual(zh="{caller} 中读取信息的代码", en="the code in {caller} that reads it")
THIS = Bilingual(zh="这段代码", en="this code")
SWITCHES = Bilingual(zh="{sdk} 自带的开关：", en="{sdk} has switches of its own: ")
ALLOWED = Bilingual(zh="同意前只用 {apis}", en="before consent only {apis}")
STARTS = Bilingual(zh="同意后才调用 {apis}", en="only after consent {apis}")
CALLED = Bilingual(zh="（现由 {callers} 调用）", en=" (called now by {callers})")
NOT_CALLED = Bilingual(zh="（应用没有调用）", en=" (not called by the app)")
NO_SWITCH = Bilingual(
    zh="未收录 {sdk} 的同意开关：请查它的合规指南{link}，或升级到支持延迟初始化的版本。",
    en="No consent switch of {sdk} is known here: see its compliance guide{link}, or a version that starts late.",
)
LINK = Bilingual(zh="（{url}）", en=" ({url})")
NOT_SEEN = Bilingual(zh="代码没有全部看到：{detail}", en="not all of the code could be seen: {detail}")
ABSENT = Bilingual(
    zh="不在安装包中的帧：{n}。若安装包或堆栈一方经过混淆，请用该版本的 mapping.txt 还原（retrace）堆栈再试；"
    "也可能不是同一版本的安装包。",
    en="Frames that are not in the APK: {n}. Where either side is obfuscated, retrace the stack with that build's "
    "mapping.txt and try again; or it is another version of the app.",
)
OBFUSCATED = Bilingual(zh="它们的名字像是混淆后的。", en="Their names look obfuscated.")
