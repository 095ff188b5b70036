"""Protections that can be seen in an app: packing, checks of its surroundings, its own keyboard, encryption."""

import re
from typing import Literal

from appscan.facts import App, Code, Evidence, Facts
from appscan.knowledge import Knowledge
from appscan.scene import Scene, called, no, noted, scene, yes
from appscan.verdict import Verdict, predicate

Sign = Literal[
    "packed", "obfuscated", "root_check", "emulator_check", "hook_check", "anti_debug", "signature_check", "pinning",
    "client_certificate", "key_store", "secure_window", "own_keyboard", "cipher", "signs", "risk_control",
]  # fmt: skip
"""What protects an app, and can be seen in it."""

SIGNS: dict[Sign, tuple[str, str]] = {
    "packed": ("加固", "packing"),
    "obfuscated": ("代码混淆", "obfuscated names"),
    "root_check": ("Root 检测", "checks for root"),
    "emulator_check": ("模拟器检测", "checks for emulators"),
    "hook_check": ("Hook 框架检测", "checks for hooking tools"),
    "anti_debug": ("调试检测", "checks for debuggers"),
    "signature_check": ("签名读取", "reading of signatures"),
    "pinning": ("证书锁定", "pinned certificates"),
    "client_certificate": ("客户端证书", "client certificates"),
    "key_store": ("系统密钥库", "the system's key store"),
    "secure_window": ("防截屏窗口", "windows that no screenshot shows"),
    "own_keyboard": ("自定义键盘", "a keyboard of its own"),
    "cipher": ("加密调用", "encryption"),
    "signs": ("签名或 MAC 调用", "signing of messages"),
    "risk_control": ("风控 SDK", "a risk-control SDK"),
}
NOTES: dict[Sign, tuple[str, ...]] = {
    "secure_window": ("secure-window",),
    "own_keyboard": ("own-keyboard",),
    "cipher": ("cipher",),
    "signs": ("signs",),
}
KEYBOARD = re.compile(r"(?:safe|secur\w*|pass\w*|pwd|encrypt\w*)_?key_?(?:board|pad)|passguard", re.IGNORECASE)
LETTERS = 2
MIN_NAMES, SHORT_SHARE = 20, 0.3
"""So many classes are needed to tell, and so many of them with names of one or two letters are obfuscated."""


@predicate("security.has")
def has(app: App, code: Code, facts: Facts, knowledge: Knowledge, *, signs: tuple[Sign, ...]) -> Verdict:
    """At least one of several protections can be seen in the app."""
    view = scene(facts, knowledge)
    found = {sign: evidence for sign in signs if (evidence := _seen(sign, app, code, view))}
    named = [SIGNS[sign] for sign in found or signs]
    zh, en = "、".join(each[0] for each in named), ", ".join(each[1] for each in named)
    if not found:
        read = (
            Evidence(where=each.name, quote=f"{each.classes} classes, {each.code_methods} methods") for each in code.dex
        )
        return no(f"未见：{zh}", f"not seen: {en}", read, "+".join(signs), "firm", by_absence=True)
    evidence = [piece for pieces in found.values() for piece in pieces[:2]]
    text = f"可见：{zh}；是否有效须实测"
    return yes(text, f"seen: {en}; whether it works needs a test", evidence)


def _seen(sign: Sign, app: App, code: Code, view: Scene) -> list[Evidence]:
    if sign == "packed":
        packers = (each for each in view.facts.limits if each.kind == "packed")
        return [Evidence(where="APK", quote=each.detail) for each in packers]
    if sign == "obfuscated":
        return _obfuscated(app, code)
    found = [noted(each) for each, _ in view.notes(*NOTES.get(sign, ()))]
    if sign == "risk_control":
        hits = (each for each in view.facts.sdks or () if view.sdks[each.id].category == "risk-control")
        found += [each.evidence[0] for each in hits if each.evidence]
    if sign == "own_keyboard":
        found += _keyboards(code)
    if sign == "pinning" and app.network_security:
        source = app.network_security.source
        found += [Evidence(where=source, quote=f"pin-set: {each}") for each in app.network_security.pinned_domains]
    kind = f"behavior:{sign}"
    uses = (
        each for each in view.accesses if each.data_type == kind and view.counts(view.attributor.owner(each.caller))
    )
    return [*found, *map(called, uses)]


def _keyboards(code: Code) -> list[Evidence]:
    named = (f"{package}.{name}" for package, names in code.classes.items() if _may_type(names) for name in names)
    return [Evidence(where="DEX", quote=each) for each in sorted(named) if KEYBOARD.search(each.rpartition(".")[2])]


def _may_type(names: tuple[str, ...]) -> bool:
    """Whether a package can hold a keyboard: cheaper than to look at each name."""
    text = "\n".join(names).lower()
    return "board" in text or "pad" in text or "passguard" in text


def _obfuscated(app: App, code: Code) -> list[Evidence]:
    """The share of short class names in the packages of the app itself, else in all."""
    own = f"{'.'.join(app.package.split('.')[:2])}."
    groups = [each for package, each in code.classes.items() if f"{package}.".startswith(own)]
    if sum(map(len, groups)) < MIN_NAMES:
        groups = list(code.classes.values())
    # Not those inside others: an anonymous class has a short name in any app.
    lengths = [len(name) for names in groups for name in names if "$" not in name]
    short = sum(each <= LETTERS for each in lengths)
    if len(lengths) < MIN_NAMES or short < SHORT_SHARE * len(lengths):
        return []
    return [Evidence(where="DEX", quote=f"{short} of {len(lengths)} class names have one or two letters")]
