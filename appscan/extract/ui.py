"""What the app can show about privacy: texts, boxes that are ticked already, policy links and files."""

from typing import Any

from appscan.extract.archive import Archive, EntryError
from appscan.extract.hush import hushed
from appscan.extract.package import Entries
from appscan.extract.resources import Resources
from appscan.extract.stringpool import read_pool
from appscan.extract.words import POLICY_FILE, POLICY_URL, clip, relevant
from appscan.facts import CheckBox, Text

ANDROID = "{http://schemas.android.com/apk/res/android}"
BOXES = ("CheckBox", "RadioButton", "Switch", "CheckedTextView", "ToggleButton")
MAX_LAYOUTS = 4000
MAX_LAYOUT_SIZE = 256 << 10
_NOT_LAYOUTS = (
    "drawable",
    "anim",
    "color",
    "menu",
    "mipmap",
    "xml",
    "font",
    "transition",
    "raw",
    "interpolator",
    "navigation",
)


def resource_texts(pool: list[str], table: str) -> tuple[list[Text], list[Text]]:
    """(texts on privacy, policy links) in the string pool of a resource table. `table`: its name in evidence."""
    texts: list[Text] = []
    links: list[Text] = []
    for index, text in enumerate(pool):
        where = f"{table}:string#{index}"
        if relevant(text):
            texts.append(Text(where=where, text=clip(text)))
        if "://" in text:
            links += [Text(where=where, text=clip(link)) for link in POLICY_URL.findall(text)]
    return texts, links


def policy_files(entries: Entries) -> tuple[str, ...]:
    """Assets and raw resources that by their name are a policy or an agreement."""
    return tuple(sorted(entries.place(name) for name in entries.entries if POLICY_FILE.fullmatch(name)))


def layouts(archive: Archive, resources: Resources) -> tuple[list[CheckBox], list[Text]]:
    """(boxes that a layout shows ticked, texts on privacy that stand in layouts).

    Only files whose string pool names a box, or holds a text on privacy, are parsed.
    """
    ticked: list[CheckBox] = []
    texts: list[Text] = []
    for name in _layout_names(archive)[:MAX_LAYOUTS]:
        try:
            data = archive.read(name)
        except EntryError:
            continue
        where = archive.place(name)
        pool = read_pool(data)
        texts += [Text(where=where, text=clip(text)) for text in pool if relevant(text)]
        if "checked" in pool and any(word.endswith(BOXES) for word in pool):
            ticked += _ticked(where, data, resources)
    return ticked, texts


def _layout_names(archive: Archive) -> list[str]:
    names = (name for name in archive.entries if name.startswith(("res/", "r/")) and name.endswith(".xml"))
    kept = (name for name in names if not name.split("/")[1].startswith(_NOT_LAYOUTS))
    return sorted(name for name in kept if archive.size(name) <= MAX_LAYOUT_SIZE)


def _ticked(where: str, data: bytes, resources: Resources) -> list[CheckBox]:
    root = parse_axml(data)
    if root is None:
        return []
    around = " / ".join(filter(None, (_text(each, resources) for each in root.iter())))
    return [
        CheckBox(where=where, text=clip(_text(each, resources) or around))
        for each in root.iter()
        if isinstance(each.tag, str)
        and each.tag.endswith(BOXES)
        and resources.text(each.get(f"{ANDROID}checked")).lower() in ("true", "-1", "0xffffffff")
    ]


def _text(element: Any, resources: Resources) -> str:
    return " ".join(filter(None, (resources.text(element.get(ANDROID + name)) for name in ("text", "hint"))))


def parse_axml(data: bytes) -> Any:
    """The tree of a binary XML file; None where androguard cannot read it."""
    from androguard.core.axml import AXMLPrinter  # noqa: PLC0415 - heavy

    try:
        with hushed():
            printer = AXMLPrinter(data)
            return printer.get_xml_obj() if printer.is_valid() else None
    except Exception:  # noqa: BLE001 - androguard raises what its parser trips over; the file counts as unreadable
        return None
