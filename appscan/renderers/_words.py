"""Every label of the renderers in Chinese and English. Values are put in by `str.format`, never formatted again."""

from typing import Final

from appscan.renderers._policy_words import POLICY_LABELS, POLICY_TERMS
from appscan.renderers._terms import TERMS
from appscan.report.model import Language

LABELS: Final[dict[str, tuple[str, str]]] = {
    **POLICY_LABELS,
    "head.file": ("文件", "file"),
    "head.splits": ("{n} 个 APK 合并：{names}", "{n} APKs read as one: {names}"),
    "head.splits.one": ("", "holds {names}"),
    "head.signed": ("签名", "signed"),
    "head.unsigned": ("未读到签名证书", "no signing certificate was read"),
    "head.certificate": ("证书 SHA-256", "certificate SHA-256"),
    "head.profile": ("概况", "profile"),
    "head.policy": ("隐私政策", "policy"),
    "head.no_policy": ("未提供，安装包内也没有", "not given, and none in the APK"),
    "head.policy_link": ("应用中的链接：{url}", "the app links to {url}"),
    "head.inside": ("安装包内", "inside the APK"),
    "head.fetched": ("取自 {url}", "fetched from {url}"),
    "head.others": ("另有 {n} 份文本可能也是隐私政策", "{n} other texts in the APK may be policies too"),
    "head.others.one": ("", "1 other text in the APK may be a policy too"),
    "head.characters": ("{n} 字", "{n} characters"),
    "head.app_type": ("应用类型", "app type"),
    "head.guess": ("推测为“{name}”：{grounds}", "guess: {name}, because {grounds}"),
    "head.guess.only": ("仅供参考，不用于判定", "not used to judge it"),
    "head.debuggable": ("可调试", "debuggable"),
    "head.cleartext": ("允许明文流量", "cleartext traffic allowed"),
    "head.unnamed": ("（无清单信息）", "(no manifest)"),
    "profile.permissions": ("{n} 项权限（危险 {m}）", "{n} permissions ({m} dangerous)"),
    "profile.permissions.one": ("", "1 permission ({m} dangerous)"),
    "profile.sdks": ("{n} 个 SDK（{m} 个处理个人信息）", "{n} SDKs ({m} handle personal information)"),
    "profile.sdks.one": ("", "1 SDK ({m} handling personal information)"),
    "profile.code": ("{dex} 个 DEX，{n} 个类，{m} 处调用", "{dex} DEX, {n} classes, {m} call sites"),
    "profile.components": ("{n} 个组件（导出 {m}）", "{n} components ({m} exported)"),
    "profile.components.one": ("", "1 component ({m} exported)"),
    "gate.ok": ("门禁通过：没有已证实的“{level}”及以上级别的问题", "Gate passed: nothing proven at or above {level}"),
    "gate.nothing": ("没有检查任何项：检查表为空", "Nothing was checked: the checklist has no items"),
    "gate.open": ("未设门禁（fail-on: never）", "No gate (fail-on: never)"),
    "gate.gated": ("门禁未通过：“{level}”及以上级别的问题 {n} 项", "Gate failed: {n} findings at or above {level}"),
    "gate.gated.one": ("", "Gate failed: 1 finding at or above {level}"),
    "gate.incomplete": (
        "结果不完整：“{level}”及以上级别的检查有 {n} 项因无法看到全部内容而没有结论",
        "Incomplete: {n} checks at or above {level} have no answer, as not everything could be seen",
    ),
    "gate.incomplete.one": (
        "",
        "Incomplete: 1 check at or above {level} has no answer, as not everything could be seen",
    ),
    "gate.unreadable": ("{n} 个输入无法扫描", "{n} inputs could not be scanned"),
    "gate.unreadable.one": ("", "1 input could not be scanned"),
    "gate.broken": ("有检查程序出错，结果不可全信", "A check broke: do not rely on this result as a whole"),
    "failed.critical": ("严重 {n}", "{n} critical"),
    "failed.high": ("高 {n}", "{n} high"),
    "failed.medium": ("中 {n}", "{n} medium"),
    "failed.low": ("低 {n}", "{n} low"),
    "count.fail": ("不符合 {n}", "{n} failed"),
    "count.suspect": ("疑似 {n}", "{n} suspected"),
    "count.error": ("检查出错 {n}", "{n} broken checks"),
    "count.error.one": ("", "1 broken check"),
    "count.unknown": ("未知 {n}", "{n} unknown"),
    "count.manual": ("待人工核查 {n}", "{n} to be looked at"),
    "count.pass": ("通过 {n}", "{n} passed"),
    "count.not_applicable": ("不适用 {n}", "{n} not applicable"),
    "access.title": ("获取哪些信息，由谁获取", "What it reaches for, and who"),
    "access.none": (
        "字节码中未发现获取个人信息的调用",
        "no call that reaches personal information was found in bytecode",
    ),
    "access.policy_only": (
        "政策称收集而字节码未见读取（不是问题；原生代码和网页看不到）：",
        "declared, and read by no bytecode (no breach; native code and web pages are not seen): ",
    ),
    "finding.path": ("调用路径", "call path"),
    "hidden.code": ("；但代码未能全部看到", "; but not all of the code could be seen"),
    "access.kind": ("信息种类", "information"),
    "access.who": ("由谁", "who"),
    "access.places": ("位置数", "places"),
    "access.sure": ("确定程度", "certainty"),
    "access.sensitive": ("敏感", "sensitive"),
    "runs.title": ("何时运行", "When it runs"),
    "runs.before_consent": ("同意之前 {n}", "{n} before consent"),
    "runs.guarded": ("同意检查之后 {n}", "{n} guarded by consent"),
    "runs.undecided": ("未能判定 {n}", "{n} not decided"),
    "runs.user_action": ("用户操作之后 {n}", "{n} only after a user action"),
    "runs.unreached": ("未见路径 {n}", "{n} with no path to them"),
    "runs.trace": ("appscan trace 列出每条路径", "appscan trace prints each path"),
    "runs.repeat": ("反复", "repeats"),
    "runs.every": ("每 {n} 毫秒", "every {n} ms"),
    "runs.receiver": ("注册广播", "listens for"),
    "runs.more": ("另有 {n} 处（--verbose 全部显示）", "{n} more (--verbose shows all)"),
    "sdk.title": ("SDK", "SDKs"),
    "sdk.none": ("未识别出 SDK", "no known SDK was found"),
    "sdk.name": ("名称", "name"),
    "sdk.category": ("类别", "category"),
    "sdk.vendor": ("运营方", "vendor"),
    "sdk.handles": ("处理个人信息", "personal info"),
    "sdk.evidence": ("依据", "evidence"),
    "sdk.stubs": ("仅见空实现或片段（不起作用）：", "only a no-op variant or a fragment, which does nothing: "),
    "sdk.bad": (
        "{below} 之前的版本已知不能通过检测：{reason}",
        "versions below {below} are known to fail a review: {reason}",
    ),
    "sdk.bad.since": (
        "{since} 起、{below} 之前的版本已知不能通过检测：{reason}",
        "versions from {since} and below {below} are known to fail a review: {reason}",
    ),
    "sdk.bad.unchecked": ("（依据行业常识，未核对出处）", " (common knowledge, held against no source)"),
    "sdk.others": ("另有 {n} 个不处理个人信息的库：", "{n} more libraries do not handle personal information: "),
    "sdk.others.one": ("", "1 more library does not handle personal information: "),
    "permission.title": ("敏感权限，由谁使用", "Dangerous permissions, and who uses them"),
    "permission.name": ("权限", "permission"),
    "permission.unused": ("没有代码使用", "nothing uses it"),
    "permission.unknown": ("无法判断（使用可能不留痕迹）：", "cannot be told (a use may leave no trace): "),
    "permission.general": ("仅见于通用库：{names}", "only a general library: {names}"),
    "permission.undeclared": ("清单未声明，调用不会成功：", "not asked for, so the calls fail: "),
    "network.title": ("网络", "Network"),
    "network.hosts": ("{n} 个主机", "{n} hosts"),
    "network.hosts.one": ("", "1 host"),
    "network.plain": ("明文传输 {n}", "{n} unencrypted"),
    "network.addresses": ("直接使用 IP {n}", "{n} by IP address"),
    "network.foreign": ("境外运营方 {n}", "{n} of foreign operators"),
    "network.none": (
        "字节码、资源和文件中未见服务器地址",
        "no server's address in bytecode, resources or files",
    ),
    "network.unknown": ("运营方未知", "operator unknown"),
    "network.abroad": ("境外运营方", "foreign operator"),
    "network.http": ("明文", "unencrypted"),
    "network.address": ("IP 地址", "IP address"),
    "network.local": ("本机或内网 {n}", "{n} local"),
    "network.named": ("另有 {n} 个只是命名空间或文档链接", "{n} more are only namespaces or links to documentation"),
    "network.named.one": ("", "1 more is only a namespace or a link to documentation"),
    "network.more": ("另有 {n} 个主机（--verbose 全部显示）", "{n} more hosts (--verbose shows all)"),
    "network.more.one": ("", "1 more host (--verbose shows all)"),
    "network.filings": ("备案号", "filing numbers"),
    "network.no_filing": ("字节码、资源和文件中未见", "none found in bytecode, resources or files"),
    "hidden.network": ("；但未能全部看到", "; but not everything could be seen"),
    "finding.fail": ("不符合", "Failed"),
    "finding.suspect": ("疑似（须实际运行验证）", "Suspected (only a run can prove it)"),
    "finding.error": ("检查程序出错", "Broken checks"),
    "finding.unknown": ("未知（按原因）", "Unknown, by reason"),
    "finding.manual": ("待人工核查", "To be looked at by a person"),
    "finding.pass": ("通过", "Passed"),
    "finding.not_applicable": ("不适用", "Not applicable"),
    "finding.none": ("没有不符合或疑似的项", "no item failed or is suspected"),
    "finding.why": ("为何", "why"),
    "finding.fix": ("整改", "fix"),
    "finding.look": ("核查", "look"),
    "finding.basis": ("依据", "basis"),
    "finding.above": ("为何与整改见上文同一项", "why and how to fix: see the same item above"),
    "finding.unverified": ("条款未经核对，不影响门禁", "clause not yet verified: does not count for the gate"),
    "finding.more": ("另有 {n} 处（--verbose 全部显示）", "{n} more places (--verbose shows all)"),
    "finding.more.one": ("", "1 more place (--verbose shows all)"),
    "since.new": ("新出现", "new"),
    "since.repeat": ("再次出现", "repeat"),
    "since.changed": ("有变化，原为{before}", "changed, was: {before}"),
    "compared.with": ("与上一版本 {version} 相比：", "Compared with {version}: "),
    "compared.new": ("新出现 {n}", "{n} new"),
    "compared.changed": ("有变化 {n}", "{n} changed"),
    "compared.repeat": ("再次出现 {n}", "{n} repeated"),
    "compared.resolved": ("已解决 {n}", "{n} resolved"),
    "compared.not_seen": ("不再看到 {n}", "{n} not seen any more"),
    "compared.not_checked": ("本次未检查 {n}", "{n} not checked this time"),
    "compared.checklists": (
        "上一份报告由 appscan {version} 按另一份检查表得出：新出现的问题可能来自检查表的不同",
        "the earlier report is of appscan {version} with other checklists: what is new may come from these",
    ),
    "gone.title": ("上一版本中、本次不再有的问题", "Findings of the earlier version that are gone"),
    "gone.resolved": ("已解决", "resolved"),
    "gone.not_seen": ("不再看到", "not seen any more"),
    "gone.not_checked": ("本次未检查", "not checked this time"),
    "gone.was": ("原为{outcome}", "was: {outcome}"),
    "limit.title": ("未能看到的部分", "What could not be seen"),
    "limit.affects": ("影响：{parts}", "affects: {parts}"),
    "total.title": ("合计", "Totals"),
    "total.apps": ("{n} 个应用，已扫描 {m}，无法扫描 {k}", "{n} apps, {m} scanned, {k} not"),
    "total.exit": ("退出码 {n}", "exit code {n}"),
    "total.coverage": (
        "检查表收录 {documents} 份文件的 {duties} 项义务：自动判定 {decided}，辅助判定 {assisted}，需人工 {manual}",
        "checklists: {duties} duties ({documents} documents): {decided} decided, {assisted} assisted, {manual} by hand",
    ),
    "total.changes": ("自有检查表加入 {n} 项、替换 {m} 项", "own checklists add {n} entries and replace {m}"),
    "total.knowledge": ("检查表 {sha}，{profile} 共 {n} 项", "checklists {sha}, {profile}: {n} items"),
    "table.app": ("应用", "app"),
    "table.failed": ("不符合", "failed"),
    "table.suspect": ("疑似", "suspect"),
    "table.unknown": ("未知", "unknown"),
    "table.result": ("结果", "result"),
    "result.ok": ("通过", "passed"),
    "result.gated": ("未通过", "failed"),
    "result.incomplete": ("不完整", "incomplete"),
    "result.unreadable": ("无法扫描", "not scanned"),
    "result.broken": ("检查出错", "check broke"),
    "failure.title": ("无法扫描的输入", "Not scanned"),
    "join.list": ("、", ", "),
    "join.detail": ("：", ": "),
    "join.in": ("（{text}）", " ({text})"),
}
"""Label → (Chinese, English); `….one` is the English singular."""


class Words:
    """The labels in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._index = 0 if language == "zh" else 1

    def __call__(self, label: str, **values: object) -> str:
        """A label with its values; numbers get thousands separators."""
        shown = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        return LABELS[label][self._index].format(**shown)

    def count(self, label: str, n: int, **values: object) -> str:
        """A label for so many things: in English the singular where there is one thing and one form for it."""
        single = f"{label}.one"
        return self(single if n == 1 and self.language == "en" and single in LABELS else label, n=n, **values)

    def term(self, group: str, name: str) -> str:
        """One of the report's own terms; as it stands where it is not known here."""
        found = TERMS.get(f"{group}.{name}") or POLICY_TERMS.get(f"{group}.{name}")
        return found[self._index] if found else name

    def list(self, names: list[str]) -> str:
        """Names in a row."""
        return self("join.list").join(names)
