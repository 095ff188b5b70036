"""Call paths as stack traces on the terminal."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from appscan.access import Access, accesses
from appscan.catalogue.model import Catalogue
from appscan.facts import Facts, StartPath
from appscan.renderers._safe import clean
from appscan.report.model import Language
from appscan.scan import Options, read_facts
from appscan.scene import Scene, pretty

NO_PATH = ("没有从应用启动出发的路径", "no path from the app's start")
NOTHING = ("没有符合条件的敏感调用", "no sensitive call matches")
CALLED_BACK = ("由平台回调", "called back by the platform")


class Trace(NamedTuple):
    """One caller's access to one API, and the path that leads to it, if any."""

    access: Access
    path: StartPath | None


def print_traces(catalogue: Catalogue, apk: Path, wanted: Sequence[str], lang: Language, *, every: bool) -> None:
    """Print the traces of an APK. Raises `InputError` where it cannot be read."""
    facts = read_facts(apk, catalogue, Options(lang=lang))
    view = Scene(facts, catalogue.knowledge)
    console = Console(soft_wrap=True)
    at = 0 if lang == "zh" else 1
    traces = [each for each in _traces(facts, catalogue, wanted) if every or each.path]
    for each in traces:
        console.print(head_line(each, view, lang))
        for line in frame_lines(each, view, at):
            console.print(line)
    if not traces:
        console.print(NOTHING[at])


def _traces(facts: Facts, catalogue: Catalogue, wanted: Sequence[str]) -> Iterator[Trace]:
    if facts.code is None:
        return
    paths = {each.caller: each for each in facts.code.start_paths}
    for access in accesses(facts.code, catalogue.knowledge):
        text = f"{access.data_type} {access.api} {pretty(access.api)}".casefold()
        chosen = any(each.casefold() in text for each in wanted) if wanted else not access.weak
        if chosen:
            yield Trace(access, paths.get(access.caller))


def head_line(trace: Trace, view: Scene, lang: Language) -> Text:
    """What is read, by which API, at which byte."""
    access = trace.access
    name = view.kind_name(access.data_type).get(lang)
    where = f"{access.dex}@{access.offset:#x}"
    return Text.assemble(
        (clean(name), "bold"), f"  {clean(pretty(access.api))}  ", (f"{where}  {access.confidence}", "dim")
    )


def frame_lines(trace: Trace, view: Scene, at: int) -> Iterator[Text]:
    """The frames of a path, innermost first; `at`: 0 for Chinese, 1 for English."""
    lang: Language = "zh" if at == 0 else "en"
    path = trace.path or StartPath(caller=trace.access.caller, frames=(trace.access.caller,))
    for index, frame in enumerate(path.frames):
        owner = view.attributor.owner(frame)
        sdk = f"  [{clean(view.who(owner).get(lang))}]" if owner.kind == "sdk" else ""
        back = f"  ({CALLED_BACK[at]})" if index in path.callbacks else ""
        yield Text.assemble(f"    at {clean(pretty(frame))}", (sdk, "cyan"), (back, "dim"))
    if trace.path is None:
        yield Text(f"    {NO_PATH[at]}", style="dim")
