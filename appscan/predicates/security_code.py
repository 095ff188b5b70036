"""The code's own security: whether it checks certificates, what it leaves open, what it gives away."""

import re
from collections import defaultdict
from typing import Literal

from appscan.facts import App, Call, Code, Confidence, Facts, MethodNote
from appscan.knowledge import Knowledge
from appscan.scene import Scene, called, case, grouped, noted, proofs, scene, tag
from appscan.sdks import Owner
from appscan.verdict import Case, Verdict, broken, predicate

WEAK = {
    "cipher": re.compile(
        r"(?:DES|RC2|RC4|ARC4|ARCFOUR|Blowfish)(?:/.*)?|DESede|AES|[\w]+/ECB/(?!PKCS1|OAEP).*", re.IGNORECASE
    ),
    "tls": re.compile(r"SSLv?[23]|TLSv1(?:\.1)?", re.IGNORECASE),
}


def _cases(view: Scene, notes: list[tuple[MethodNote, Owner]], zh: str, en: str) -> list[Case]:
    """A case for each owner; what a library holds may never run, so that it is tentative."""
    groups: dict[str, list[tuple[MethodNote, Owner]]] = defaultdict(list)
    for pair in notes:
        groups[tag(pair[1])].append(pair)
    cases = []
    for who, found in sorted(groups.items()):
        owner, name = found[0][1], view.who(found[0][1])
        confidence: Confidence = "firm" if owner.kind == "app" else "tentative"
        evidence = (noted(note) for note, _ in found)
        cases.append(case(f"{name.zh}{zh}", f"{name.en} {en}", evidence, f"{found[0][0].kind}:{who}", confidence))
    return cases


@predicate("security.certificates_checked")
def certificates_checked(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """No code accepts every certificate or host name, or goes on after a TLS error."""
    view = scene(facts, knowledge)
    lax = (
        ("trusts-all", "的证书校验方法不拒绝任何证书", "has a certificate check that refuses none"),
        ("any-host", "的主机名校验对任何主机返回通过", "has a host name check that accepts any host"),
        ("passes-tls-errors", "在 WebView 遇到证书错误时一律继续", "goes on after any TLS error of a web page"),
    )
    cases = [each for kind, zh, en in lax for each in _cases(view, view.notes(kind), zh, en)]
    told = {each.method for each in code.notes}
    rest = [each for each in view.behaviours("behavior:weak_tls") if each.caller not in told]
    for who, reaches in grouped(rest, lambda each: tag(each.owner)).items():
        name = view.who(reaches[0].owner)
        zh = f"{name.zh}可能在证书或主机名校验失败后继续：须核对代码"
        en = f"{name.en} may go on after a failed check of a certificate or host name: read the code"
        cases.append(case(zh, en, proofs(reaches), f"weak-tls:{who}", "tentative"))
    zh, en = "未见放弃证书校验的代码", "no code was found that gives up checking certificates"
    return broken(cases, case(zh, en))


@predicate("security.sound_algorithms")
def sound_algorithms(
    code: Code,  # noqa: ARG001 - needed
    facts: Facts,
    knowledge: Knowledge,
    *,
    of: tuple[Literal["cipher", "tls"], ...],
) -> Verdict:
    """No cipher (or version of TLS) that is asked for by a constant name is known to be weak."""
    view = scene(facts, knowledge)
    notes = view.notes(*of)
    weak = [(each, owner) for each, owner in notes if WEAK[each.kind].fullmatch(each.detail)]
    cases = _cases(view, weak, "使用弱算法或旧协议", "uses a weak algorithm or an old protocol")
    used = ", ".join(sorted({each.detail for each, _ in notes})) or "-"
    held = case(
        f"以常量指定的算法或协议：{used}", f"asked for by constant names: {used}", (noted(each) for each, _ in notes)
    )
    return broken(cases, held)


@predicate("security.no_fixed_keys")
def no_fixed_keys(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """No key or seed is made of bytes that stand in the code."""
    view = scene(facts, knowledge)
    keys = _cases(view, view.notes("fixed-key"), "用代码中的常量作密钥", "makes a key of a constant in the code")
    seeds = _cases(view, view.notes("fixed-seed"), "用常量作随机数种子", "seeds its random numbers with a constant")
    return broken([*keys, *seeds], case("未见以常量作密钥或种子的代码", "no key or seed was found that is a constant"))


@predicate("security.sound_random")
def sound_random(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """Random bytes do not come from a generator that can be foretold."""
    view = scene(facts, knowledge)
    notes = view.notes("plain-random", "fixed-seed")
    cases = _cases(view, notes, "用可预测的随机数生成字节", "makes bytes with random numbers that can be foretold")
    return broken(cases, case("未见用 java.util.Random 生成字节", "no bytes are made with java.util.Random"))


REFUSED = 24
"""From this target on the platform throws where a file is opened to all apps."""


@predicate("security.files_private")
def files_private(app: App, code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """No file is opened to all apps."""
    view = scene(facts, knowledge)
    notes = view.notes("open-file")
    zh, en = "以其他应用可读写的方式打开文件", "opens files that any app may read or write"
    refused = (app.target_sdk or 1) >= REFUSED
    if refused:
        zh += f"（targetSdkVersion {app.target_sdk}：新系统会拒绝并抛出异常）"
        en += f" (targetSdkVersion {app.target_sdk}: newer platforms refuse, and throw)"
    cases = _cases(view, notes, zh, en)
    if refused:
        cases = [each._replace(confidence="tentative") for each in cases]
    return broken(cases, case("未见对其他应用开放的文件", "no file was found that is open to all apps"))


SHARED = tuple(f"Landroid/os/Environment;->getExternalStorage{each}Directory" for each in ("", "Public"))


@predicate("security.nothing_left_behind")
def nothing_left_behind(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:
    """No code asks for the folders that all apps share, which outlive the app."""
    view = scene(facts, knowledge)
    uses = [each for each in code.calls if each.api in SHARED]
    groups: dict[str, list[Call]] = defaultdict(list)
    for each in uses:
        owner = view.attributor.owner(each.caller)
        if view.counts(owner):
            groups[tag(owner)].append(each)
    cases = []
    for who, found in sorted(groups.items()):
        owner = view.attributor.owner(found[0].caller)
        name = view.who(owner)
        zh = f"{name.zh}使用共享存储目录，卸载后其中的文件仍在；须确认不写入个人金融信息"
        en = f"{name.en} uses folders of the shared storage, which outlive the app: no personal data may be there"
        evidence = map(called, found)
        cases.append(case(zh, en, evidence, f"shared:{who}", "firm" if owner.kind == "app" else "tentative"))
    return broken(
        cases, case("未见使用共享存储目录的代码", "no code was found that uses folders of the shared storage")
    )


@predicate("security.logs_no_secrets")
def logs_no_secrets(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """No method writes to the log and holds a label such as `password=`."""
    view = scene(facts, knowledge)
    notes = view.notes("logs-secret")
    cases = [
        each._replace(confidence="tentative")
        for each in _cases(
            view, notes, "在写日志的方法中拼接密码、卡号等字段", "labels secrets in methods that write to the log"
        )
    ]
    return broken(cases, case("写日志的方法中未见密码、卡号等字段名", "no method that logs labels a secret"))


@predicate("security.stores_no_secrets")
def stores_no_secrets(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """No value is kept under a name such as `password` or `cvv`."""
    view = scene(facts, knowledge)
    found = _cases(
        view, view.notes("stores-secret"), "以密码、卡号等名称保存数据", "keeps values under the names of secrets"
    )
    cases = [each._replace(confidence="tentative") for each in found]  # what is kept may be encrypted, or a mere flag
    return broken(cases, case("未见以密码、卡号等名称保存数据的代码", "no value is kept under the name of a secret"))


@predicate("security.pages_closed")
def pages_closed(code: Code, facts: Facts, knowledge: Knowledge) -> Verdict:  # noqa: ARG001 - code: needed
    """No web view lets pages read files across origins, or can be debugged."""
    view = scene(facts, knowledge)
    notes = view.notes("open-page")
    cases = _cases(view, notes, "放开了 WebView 的文件访问或调试", "opens its web views to files or to debugging")
    return broken(
        cases, case("未见放开 WebView 文件访问或调试的代码", "no web view is opened to files or to debugging")
    )
