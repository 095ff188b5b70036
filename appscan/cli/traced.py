"""Call paths as stack traces on the terminal."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from appscan.access import Access
from appscan.catalogue.model import Catalogue
from appscan.facts import Bilingual, Facts, StartPath
from appscan.renderers._safe import clean
from appscan.report.model import Language
from appscan.scan import Options, read_facts
from appscan.scene import Scene, pretty

NO_PATH = Bilingual(zh="没有从应用启动出发的路径", en="no path from the app's start")
NOTHING = Bilingual(zh="没有符合条件的敏感调用", en="no sensitive call matches")
CALLED_BACK = Bilingual(zh="由平台回调", en="called back by the platform")


class Trace(NamedTuple):
    """One caller's access to one API, and the path that leads to it, if any."""

    access: Access
    path: StartPath | None


def print_traces(catalogue: Catalogue, apk: Path, wanted: Sequence[str], lang: Language, *, every: bool) -> None:
    """Print the traces of an APK. Raises `InputError` where it cannot be read."""
    facts = read_facts(apk, catalogue, Options(lang=lang))
    view = Scene(facts, catalogue.knowledge)
    console = Console(soft_wrap=True)
    traces = [each for each in with_paths(_chosen(view, wanted), facts) if every or each.path]
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


def with_paths(found: Iterable[Access], facts: Facts) -> Iterator[Trace]:
    """Each access with the path that leads to its caller from the app's start."""
    paths = {each.caller: each for each in facts.code.start_paths} if facts.code else {}
    return (Trace(access, paths.get(access.caller)) for access in found)


def head_line(trace: Trace, view: Scene, lang: Language) -> Text:
    """What is read, by which API, at which byte."""
    access = trace.access
    name = view.kind_name(access.data_type).get(lang)
    where = f"{access.dex}@{access.offset:#x}"
    return Text.assemble(
        (clean(name), "bold"), f"  {clean(pretty(access.api))}  ", (f"{where}  {access.confidence}", "dim")
    )


def frame_lines(trace: Trace, view: Scene, lang: Language) -> Iterator[Text]:
    """The frames of a path, innermost first."""
    path = trace.path or StartPath(caller=trace.access.caller, frames=(trace.access.caller,))
    for index, frame in enumerate(path.frames):
        owner = view.attributor.owner(frame)
        sdk = f"  [{clean(view.who(owner).get(lang))}]" if owner.kind == "sdk" else ""
        back = f"  ({CALLED_BACK.get(lang)})" if index in path.callbacks else ""
        yield Text.assemble(f"    at {clean(pretty(frame))}", (sdk, "cyan"), (back, "dim"))
    if trace.path is None:
        yield Text(f"    {NO_PATH.get(lang)}", style="dim")
