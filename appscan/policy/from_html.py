"""HTML → blocks. A table of data gives rows under their headers; a table that only lays out a page gives paragraphs."""

import re
from typing import Any

from appscan.errors import LimitError
from appscan.policy import tables
from appscan.policy.document import Assembler, Document, Fragment, Link
from appscan.policy.source import Finder, Source

_SKIPPED = frozenset("script style noscript template svg select option iframe object button head".split())
_BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr html li main nav ol p pre section table tbody td th tr ul".split()
)
_BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_RUN = re.compile(r"[^\s\xa0]+(?:[ \xa0][^\s\xa0]+)*")
MAX_TAGS = 400_000
"""Opening and closing ones; what a text processor or a page builder writes around a policy is far less."""

_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}


def parse_html(text: str) -> Document:
    """The blocks of a page. Raises `LimitError` where it is nested deeper than any page is."""
    whole = len(text)
    text = _within_bounds(text)
    cut = len(text) < whole
    root = _tree(text)
    walker = _Walker(Finder(text))
    if root is not None:
        walker.walk(root)
    found = re.search(r"<title[^<>]*>([^<>]{1,200})</title", text, re.IGNORECASE)
    return Document(
        Source(text),
        " ".join(found.group(1).split()) if found else "",
        tuple(walker.out.blocks),
        tuple(walker.links),
        passwords=walker.passwords,
        scripts=len(re.findall(r"<script\b", text, re.IGNORECASE)),
        cut=cut or walker.out.full,
    )


def _within_bounds(text: str) -> str:
    """The page up to the last tag that is read: time and memory go with the tags, not with pictures inside them."""
    if text.count("<") <= MAX_TAGS:
        return text
    rest = text.split("<", MAX_TAGS)[-1]
    return text[: len(text) - len(rest) - 1]


def _tree(text: str) -> Any:
    from lxml import etree  # noqa: PLC0415 - costs more than the rest of the reader to import

    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.translate(_CONTROLS).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise LimitError("the policy's tags are nested too deeply to be read", "隐私政策的标签嵌套过深，无法读取")
    return root


def hidden(element: Any) -> bool:
    """Whether an element and all below it are not shown."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return True
    attributes = element.attrib
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))


class _Walker:
    """Walks the elements in order and hands each line of text on."""

    def __init__(self, finder: Finder) -> None:
        self.out = Assembler()
        self.links: list[Link] = []
        self.passwords = 0
        self._finder = finder
        self._line: list[Fragment] = []
        self._level = 0
        self._item = False
        self._bold = 0
        self._heavy = self._plain = 0

    def walk(self, root: Any) -> None:
        from lxml import etree  # noqa: PLC0415 - as above

        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            if self.out.full:
                return
            if event == "end":
                self._close(element)
            elif hidden(element):
                steps.skip_subtree()
            elif element.tag == "table" and tables.is_data(element):
                self._flush()
                tables.emit(element, self.out, self._fragments)
                self.links.extend(_links(element))
                steps.skip_subtree()
            else:
                self._open(element)
        self._flush()

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self._item = tag in ("li", "dd")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level = int(tag[1])
        if tag == "input" and element.get("type", "").lower() == "password":
            self.passwords += 1
        if tag == "a":
            self.links.extend(_links(element))
        self._bold += _is_bold(element)
        self._text(element.text)

    def _close(self, element: Any) -> None:
        if not hidden(element) and not (element.tag == "table" and tables.is_data(element)):
            if element.tag in _BLOCKS:
                self._flush()
                self._level = 0
                self._item = False
            self._bold -= _is_bold(element)
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if text and not text.isspace():
            fragments = self._fragments(text)
            size = sum(len(each.text) for each in fragments)
            self._heavy += size if self._bold else 0
            self._plain += 0 if self._bold else size
            self._line.extend(fragments)

    def _fragments(self, text: str) -> list[Fragment]:
        return [
            Fragment(found.group().replace("\xa0", " "), self._finder.find(found.group()), found.start() > 0)
            for found in _RUN.finditer(text)
        ]

    def _flush(self) -> None:
        if self._line:
            bold = self._heavy > 0 and not self._plain
            self.out.line(self._line, level=self._level, item=self._item, bold=bold)
        self._line = []
        self._heavy = self._plain = 0


def _is_bold(element: Any) -> bool:
    return element.tag in _BOLD or bool(_HEAVY.search(element.get("style", "")))


def _links(element: Any) -> list[Link]:
    found = ((" ".join("".join(a.itertext()).split()), a.get("href", "")) for a in element.iter("a"))
    return [Link(text[:100], target[:500]) for text, target in found if text]
