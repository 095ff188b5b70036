"""A stack trace matched against an APK, for reading or as JSON."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from appscan.catalogue.model import Catalogue
from appscan.cli.traced import STATES, hop_note
from appscan.errors import InputError
from appscan.facts import Bilingual
from appscan.renderers._json import encode
from appscan.renderers._safe import LONG, clean
from appscan.renderers._sections_runs import STYLES
from appscan.report.model import Language
from appscan.scan import Options, read_facts
from appscan.stack.document import match
from appscan.stack.model import CallRow, FrameRow, Match, StackRow, StepRow
from appscan.stack.read import MAX_BYTES, Stack, decode, read

STDIN = Path("-")
FRAMES = Bilingual(
    zh="堆栈中的 {n} 帧，{m} 帧的类在安装包中：", en="{n} frames in the stack, the classes of {m} are in the APK:"
)
OWNERS = {
    "app": Bilingual(zh="应用自身代码", en="the app's own code"),
    "library": Bilingual(zh="未识别的库", en="an unnamed library"),
    "platform": Bilingual(zh="系统平台", en="the platform"),
    "absent": Bilingual(zh="不在安装包中", en="not in the APK"),
}
FOUND = Bilingual(zh="对应的敏感调用和静态路径：", en="The sensitive calls and the static paths that lead to them:")
NEAR = Bilingual(zh="（同一个类的其他方法）", en=" (in another method of the same class)")
NONE = Bilingual(zh="没有敏感调用由这些帧发出", en="no sensitive call is made by these frames")
NOTHING = Bilingual(zh="没有一帧在安装包中", en="no frame is in the APK")
FIX = Bilingual(zh="如何整改：", en="How to fix it:")
NOTES = Bilingual(zh="请注意：", en="Please note:")


def print_match(catalogue: Catalogue, apk: Path, stack: Path, lang: Language, *, as_json: bool) -> bool:
    """Print what the stack shows; whether any frame is in the APK. Raises `InputError`."""
    given = read_stacks(stack)
    facts = read_facts(apk, catalogue, Options(lang=lang))
    made = match(given, facts, catalogue.knowledge, lang)
    if as_json:
        sys.stdout.write(encode(made, indent=2) + "\n")
    else:
        console = Console(soft_wrap=True, highlight=False, markup=False, emoji=False)
        for line in lines(made, lang):
            console.print(line)
    return made.matched > 0


def read_stacks(path: Path) -> tuple[Stack, ...]:
    """The stacks in a file, or in what stdin gives for `-`. Raises `InputError` where there is none."""
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(MAX_BYTES)
        else:
            with path.open("rb") as file:
                data = file.read(MAX_BYTES)
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror})", f"{path}：无法读取（{error.strerror}）"
        ) from error
    stacks = read(decode(data))
    if not stacks:
        raise InputError(f"{path}: holds no stack frame such as `at com.x.Y.m(Y.java:1)`", f"{path}：没有堆栈帧")
    return stacks


def lines(made: Match, lang: Language) -> Iterator[Text]:
    """The document for a reader."""
    for number, row in enumerate(made.stacks):
        if number:
            yield Text()
        if len(made.stacks) > 1:
            yield Text(f"{number + 1}. {clean(row.title)}".rstrip(), "bold")
        yield from _stack(row, lang)
    yield from _sentences(NOTES, made.notes, lang)


def _stack(row: StackRow, lang: Language) -> Iterator[Text]:
    yield Text(FRAMES.get(lang).format(n=len(row.frames), m=row.matched))
    yield from (_frame(each, lang) for each in row.frames)
    yield Text()
    yield Text((FOUND if row.calls else NONE if row.matched else NOTHING).get(lang))
    for call in row.calls:
        yield from _call(call, lang)
    yield from _sentences(FIX, row.advice, lang)


def _sentences(title: Bilingual, texts: Sequence[str], lang: Language) -> Iterator[Text]:
    if texts:
        yield Text()
        yield Text(title.get(lang), "bold")
        yield from (Text(f"  - {clean(each, LONG)}") for each in texts)


def _frame(row: FrameRow, lang: Language) -> Text:
    name = f"{row.class_name}.{row.method}"
    sdk = f"{row.sdk_name} {row.sdk_version}".strip()
    whose = sdk or OWNERS[row.owner or row.status].get(lang)
    style = "dim" if row.status == "platform" else "yellow" if row.status == "absent" else "cyan"
    return Text.assemble(f"    at {clean(name)}", (f"  [{clean(whose)}]", style))


def _call(row: CallRow, lang: Language) -> Iterator[Text]:
    near = "" if row.exact else NEAR.get(lang)
    yield Text.assemble(
        (clean(row.name), "bold"), f"  {clean(row.api)}  ", (f"{clean(row.where)}  {row.confidence}{near}", "dim")
    )
    if row.runs:
        gate = f" · {clean(row.gate)}" if row.gate else ""
        yield Text(f"    {STATES[row.runs].get(lang)}{gate}", STYLES.get(row.runs, "dim"))
    path = row.path or (StepRow(method=row.caller, owner=""),)
    for step in path:
        sdk = f"  [{clean(step.sdk_name)}]" if step.sdk else ""
        yield Text.assemble(f"    at {clean(step.method)}", (sdk, "cyan"), (hop_note(step.hop, lang), "dim"))
