"""The words of the two lists in Chinese and English."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "title": (
        "{app} 个人信息收集清单与第三方信息共享清单",
        "{app}: personal information collected, and third-party SDKs",
    ),
    "source": (
        "根据安装包 {package} {version} 的代码生成（{tool}），发布前须由运营者补全【请填写】、确认【请核对】之处。",
        "Made from the code of {package} {version} ({tool}). Complete and confirm what is marked before publishing.",
    ),
    "static": (
        "静态分析只能看到代码能够获取什么；用户主动填写、网页和服务器端收集的信息不在其中，须另行补充。",
        "Static analysis sees what code can reach. Add what users type in and what web pages or servers collect.",
    ),
    "unseen": (
        "注意：有代码无法看到，以下清单可能不全：{what}",
        "Note: not all of the code could be seen, so these lists may lack something: {what}",
    ),
    "collected": ("个人信息收集清单", "Personal information collected"),
    "collected.note": (
        "由应用自身代码获取的信息；SDK 获取的见下一份清单。",
        "What the app's own code reaches; what SDKs reach is in the next list.",
    ),
    "collected.none": (
        "在能看到的代码中，未发现应用自身获取个人信息。",
        "In the code that could be seen, the app itself does not reach for any personal information.",
    ),
    "sdks": ("第三方信息共享清单（SDK 目录）", "Third-party SDKs"),
    "sdks.note": (
        "“代码所见”指安装包中该 SDK 的代码能够获取的信息；“厂商披露”指仅见于厂商文档、未在此代码中看到的信息。",
        "“Seen in code”: what its code in this APK can reach; “disclosed”: what only its vendor's documents say.",
    ),
    "sdks.none": (
        "在能看到的代码中，未识别出处理个人信息的 SDK。",
        "In the code that could be seen, no SDK that handles personal information was recognised.",
    ),
    "harmless": (
        "另有 {n} 个已知不处理个人信息的库，未列入：{names}",
        "Not listed, as they are known to handle no personal information: {n} libraries ({names})",
    ),
    "unnamed": ("未识别的第三方库", "Libraries that are not recognised"),
    "unnamed.note": (
        "下列代码既不属于应用自身，也不属于已知 SDK：请确认其来源，并归入上面两份清单之一。",
        "This code is neither the app's own nor a known SDK's: find out whose it is, and add it to a list above.",
    ),
    "differences": ("与隐私政策的差异", "Differences from the policy"),
    "differences.none": ("在能看到的代码中，未发现差异。", "None was found in the code that could be seen."),
    "numbers": ("一、 二、 三、 四、", "1. 2. 3. 4."),
    "column.information": ("信息种类", "information"),
    "column.how": ("获取方式（代码）", "how (code)"),
    "column.where": ("相关页面或组件", "screens or components"),
    "column.permissions": ("权限", "permissions"),
    "column.purpose": ("目的", "purpose"),
    "column.name": ("SDK 名称", "SDK"),
    "column.company": ("公司", "company"),
    "column.reached": ("收集的信息（代码所见）", "information (seen in code)"),
    "column.disclosed": ("收集的信息（厂商披露）", "information (disclosed)"),
    "column.manner": ("共享方式", "manner"),
    "column.link": ("隐私政策链接", "privacy policy"),
    "column.version": ("版本", "version"),
    "column.switch": ("同意开关", "consent switch"),
    "column.package": ("包", "package"),
    "column.kind": ("差异", "difference"),
    "column.subject": ("对象", "of"),
    "column.detail": ("说明", "detail"),
    "column.evidence": ("位置", "place"),
    "fill": ("【请填写】", "[to be filled in]"),
    "check": ("【请核对】", "[to be checked]"),
    "suggestion": ("{fill}政策所述：{text}（{source}）", "{fill} the policy says: {text} ({source})"),
    "by_policy": ("{text}（政策所述）", "{text} (as the policy says)"),
    "by_category": ("{text}（按 SDK 类别推断）{check}", "{text} (from the kind of SDK) {check}"),
    "by_itself": ("SDK 在本机自行采集", "the SDK collects it on the device by itself"),
    "sensitive": ("（敏感）", " (sensitive)"),
    "unsure": ("（仅有线索）{check}", " (a hint only) {check}"),
    "wanted": ("{names}（厂商文档）", "{names} (vendor's documents)"),
    "none": ("未见", "none seen"),
    "unknown": ("未知", "not known"),
    "kind.missing": ("缺失", "missing"),
    "kind.vague": ("笼统", "vague"),
    "kind.understated": ("少报", "understated"),
    "kind.extra": ("多出（仅供参考）", "extra (for information)"),
    "kind.unchecked": ("无法核对（仅供参考）", "cannot be checked (for information)"),
    "missing.sdk": ("应用中有此 SDK，政策未写明{detail}", "in the app, and not named in the policy{detail}"),
    "missing.information": ("代码获取此信息，政策未写明", "the code reaches for it, and the policy does not name it"),
    "vague.sdk": (
        "政策只写了同一公司的其他 SDK{detail}",
        "the policy names only another SDK of the same maker{detail}",
    ),
    "vague.information": ("政策只用笼统说法概括", "the policy covers it only with a word for many kinds at once"),
    "understated.sdk": (
        "政策所列信息之外，代码还获取：{detail}",
        "beyond what its row in the policy names, its code reaches for: {detail}",
    ),
    "extra.sdk": (
        "政策写明，应用中未发现（{detail}）：可能已移除，也可能以其他形式存在",
        "named in the policy, not found in the app ({detail}): removed, or there in another form",
    ),
    "extra.hidden": (
        "政策写明，应用中未发现（{detail}）：有代码无法看到，不能断定没有",
        "named in the policy, not found in the app ({detail}): not all code could be seen, so that it may be there",
    ),
    "unchecked.sdk": ("名称不在已知 SDK 之列", "its name is not that of a known SDK"),
}


class Text:
    """The words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.join = "、" if language == "zh" else ", "
        self.stop = "；" if language == "zh" else "; "
        self._index = 0 if language == "zh" else 1

    def __call__(self, label: str, **values: object) -> str:
        """A label with its values, which are never formatted again."""
        return WORDS[label][self._index].format(**values)

    def inside(self, text: str) -> str:
        """A text in brackets; nothing for nothing."""
        return "" if not text else f"（{text}）" if self._index == 0 else f" ({text})"
