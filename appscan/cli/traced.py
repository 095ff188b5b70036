"""Call paths as stack traces on the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from appscan.access import Access
from appscan.catalogue.model import Catalogue
from appscan.facts import Bilingual, byte_at
from appscan.lifecycle import ROLES
from appscan.renderers._safe import clean
from appscan.renderers._sections_runs import STYLES
from appscan.report.model import Language
from appscan.runs import Run, Runs
from appscan.scan import Options, read_facts
from appscan.scene import Scene, pretty

NOTHING = Bilingual(zh="没有符合条件的敏感调用", en="no sensitive call matches")
STATES: dict[str, Bilingual] = {
    "before_consent": Bilingual(zh="同意之前即运行", en="runs before consent"),
    "guarded": Bilingual(zh="受同意检查保护", en="guarded by a check of consent"),
    "undecided": Bilingual(zh="未能判定", en="not decided"),
    "user_action": Bilingual(zh="仅在用户操作之后", en="only after a user action"),
    "unreached": Bilingual(zh="未找到通向它的路径", en="no path leads to it"),
}
ACTIONS = {
    "agree": Bilingual(zh="点击同意", en="the agree button"),
    "refuse": Bilingual(zh="点击拒绝", en="the refuse button"),
}
GATES = {
    "stored_flag": Bilingual(zh="已保存的标记", en="the stored flag"),
    "field": Bilingual(zh="字段", en="the field"),
    "permission": Bilingual(zh="权限检查", en="the permission check"),
    "named": Bilingual(zh="方法", en="the method"),
}
HOPS = {
    "dispatch": Bilingual(zh="可能的重写方法之一", en="one of several methods that the call may mean"),
    "init": Bilingual(zh="类初始化", en="class initialisation"),
    "reflection": Bilingual(zh="经反射", en="by reflection"),
    "activity": Bilingual(zh="由其启动的页面", en="an activity that it starts"),
    "service": Bilingual(zh="由其启动的服务", en="a service that it starts"),
    "receiver": Bilingual(zh="接收器", en="a receiver"),
    "user": Bilingual(zh="用户操作", en="a user action"),
    "acted": Bilingual(zh="代码自行触发的点击", en="a click that code carries out itself"),
}
CALLBACKS_ZH = {
    "runnable": "任务",
    "thread": "线程",
    "executor": "线程池任务",
    "timer": "定时器",
    "handler": "消息",
    "idle": "消息队列空闲",
    "asynctask": "异步任务",
    "listener": "监听器",
    "connection": "服务连接",
    "sync": "账户同步",
    "lifecycle": "生命周期回调",
    "fragment": "Fragment",
    "view": "界面",
    "web": "网页",
    "binder": "进程间调用",
    "job": "定时任务",
    "work": "后台任务",
    "initializer": "初始化器",
    "observer": "观察者",
    "coroutine": "协程",
    "lambda": "函数对象",
    "rx": "RxJava",
}
"""Kinds of callback in Chinese; in English they are called as in `checklists/callbacks`."""

CALLED_BACK = Bilingual(zh="平台回调：{}", en="called back: {}")


class Trace(NamedTuple):
    """One caller's access to one API, and when it runs."""

    access: Access
    run: Run


def print_traces(catalogue: Catalogue, apk: Path, wanted: Sequence[str], lang: Language, *, every: bool) -> None:
    """Print the traces of an APK. Raises `InputError` where it cannot be read."""
    facts = read_facts(apk, catalogue, Options(lang=lang))
    view = Scene(facts, catalogue.knowledge)
    console = Console(soft_wrap=True)
    traces = [each for each in with_paths(_chosen(view, wanted), view.runs) if every or each.run.state != "unreached"]
    traces.sort(
        key=lambda each: (list(STATES).index(each.run.state), not view.personal(each.access.data_type), each.access)
    )
    for each in traces:
        console.print(head_line(each, view, lang))
        for line in frame_lines(each, view, lang):
            console.print(line)
    if not traces:
        console.print(NOTHING.get(lang))


def _chosen(view: Scene, wanted: Sequence[str]) -> Iterator[Access]:
    for access in view.accesses:
        text = f"{access.data_type} {access.api} {pretty(access.api)}".casefold()
        if any(each.casefold() in text for each in wanted) if wanted else not access.weak:
            yield access


def with_paths(found: Iterable[Access], runs: Runs) -> Iterator[Trace]:
    """Each access with when it runs."""
    return (Trace(access, runs.run(access.caller, access.dex, access.offset)) for access in found)


def head_line(trace: Trace, view: Scene, lang: Language) -> Text:
    """What is read, by which API, at which byte, and when."""
    access, run = trace.access, trace.run
    name = view.kind_name(access.data_type).get(lang)
    where = byte_at(access.dex, access.offset)
    return Text.assemble(
        (clean(name), "bold"),
        f"  {clean(pretty(access.api))}  ",
        (f"{where}  {access.confidence}", "dim"),
        "\n    ",
        (_state(run, lang), STYLES.get(run.state, "dim")),
    )


def _state(run: Run, lang: Language) -> str:
    """When it runs, and what guards it."""
    text = STATES[run.state].get(lang)
    if run.path and run.path.hops[-1] in ROLES:
        text += f" · {ROLES[run.path.hops[-1]].get(lang)}"
    if run.path and run.path.action in ACTIONS:
        text += f" · {ACTIONS[run.path.action].get(lang)}"
    if run.gate:
        text += f" · {GATES[run.gate.kind].get(lang)} {clean(pretty(run.gate.key))} ({run.gate.where})"
    return text


def frame_lines(trace: Trace, view: Scene, lang: Language) -> Iterator[Text]:
    """The frames of a path, innermost first."""
    path = trace.run.path
    frames, hops = (path.frames, path.hops) if path else ((trace.access.caller,), ("",))
    for frame, hop in zip(frames, hops, strict=True):
        owner = view.attributor.owner(frame)
        sdk = f"  [{clean(view.who(owner).get(lang))}]" if owner.kind == "sdk" else ""
        yield Text.assemble(f"    at {clean(pretty(frame))}", (sdk, "cyan"), (hop_note(hop, lang), "dim"))


def hop_note(hop: str, lang: Language) -> str:
    """How a frame comes to run, where the frame below does not just call it."""
    if hop in ("", "call") or (hop in ROLES and hop not in HOPS):
        return ""
    kind = CALLBACKS_ZH.get(hop, hop) if lang == "zh" else hop
    return f"  ({HOPS[hop].get(lang) if hop in HOPS else CALLED_BACK.get(lang).format(kind)})"
