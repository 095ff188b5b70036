"""Policy × knowledge → what the policy's list of third parties says of one SDK, and what it leaves out."""

import re
from collections.abc import Iterable
from functools import cached_property

from appscan.declared import LOCATION, PLACES, Named, dense, normal, pattern
from appscan.facts import Evidence, Policy, ThirdParty
from appscan.knowledge import Knowledge, Sdk

CELLS = " | "
"""What parts the cells of a quoted table row."""

_CUT = "…"
TITLE = 40
"""Characters. A longer text that names an SDK is a sentence of its own."""

BELOW = 8
"""Lines below a name that can belong to it."""

_DATA = re.compile(r"信息|数据|标识|日志|地址|\bid\b|imei|oaid|imsi|权限|状态|位置|缓存")
_NOTHING = re.compile(r"[不未无](?:会|需|须)?(?:收集|采集|获取|读取|涉及)(?:任何|用户|您|的)*(?:个人)?(?:信息|数据)")
_RULES = re.compile(r"隐私|政策|协议|官网|链接|网址|点击|查看|https?:|www\.")
_TELLS = re.compile(r":|用于|用来|以便|为了?|实现|提供|支持|完成|负责|帮助|方便|进行")
_ROUGH = re.compile(r"(?:粗略|模糊|大致|非精确)(?:的)?(?:地理)?(?:位置|定位)")
PARTS = ("purpose", "data", "link")
"""What an entry should give beside the name."""


class Entries:
    """The entries of a policy's list that are about one SDK."""

    def __init__(self, sdk: Sdk, policy: Policy, knowledge: Knowledge) -> None:
        self.sdk = sdk
        self.policy = policy
        self._knowledge = knowledge
        self._passages: dict[Evidence, str] = {}

    @cached_property
    def own(self) -> tuple[ThirdParty, ...]:
        """Those that name it, or the family that it is of."""
        return tuple(each for each in self.policy.third_parties if each.sdk == self.sdk.id or self._family(each.name))

    @cached_property
    def all(self) -> tuple[ThirdParty, ...]:
        """Those of its own, and those of SDKs that bring it along."""
        whole = (each for each in self.policy.third_parties if each.sdk and each.sdk in self.sdk.part_of)
        return tuple(dict.fromkeys((*self.own, *whole)))

    def _family(self, name: str) -> bool:
        return _has(self.sdk.shared_names, name)

    @cached_property
    def _quotes(self) -> str:
        return "\n".join(normal(each.evidence.quote) for each in self.all)

    @cached_property
    def nothing(self) -> bool:
        """Whether an entry says that no information is collected at all."""
        return bool(_NOTHING.search(self._quotes))

    @cached_property
    def _said(self) -> dict[str, bool]:
        """The kinds that statements about it name: whether each is named by itself, not by a word for many."""
        names = (self.sdk.name.zh, self.sdk.name.en, *self.sdk.policy_names, *self.sdk.shared_names)
        found: dict[str, bool] = {}
        for each in self.policy.statements:
            if not each.negated and each.actor != "app" and _has(names, each.actor):
                found[each.data_type] = found.get(each.data_type, False) or not each.umbrella
        return found

    def tells_data(self) -> bool:
        """Whether any entry says what is collected, were it nothing."""
        return bool(self._said) or any(self._has_data(each, normal(each.evidence.quote)) for each in self.all)

    def names(self, kind: str) -> Named:
        """Whether the entries name a kind of information; `vague`: only with a word for many kinds at once."""
        listed = {data_type for each in self.all for data_type in each.data_types}
        rough = kind == "location_precise" and listed & LOCATION == {"location_coarse"}
        text = _ROUGH.sub("", self._quotes) if rough else self._quotes
        places = kind in LOCATION and any(word in text for word in PLACES)
        known = (each.words for each in self._knowledge.data_types if each.id == kind)
        words = [word for each in known for word in (*each.zh, *each.en)]
        if kind in listed or self._said.get(kind) or places or _has(words, self._quotes):
            return "named"
        wide = [word for each in self._knowledge.umbrellas if kind in each.covers for word in each.words]
        return "vague" if kind in self._said or _has(wide, self._quotes) else ""

    def missing(self) -> tuple[str, ...]:
        """What its own entries do not give, of what the list gives for others or plainly has no room for."""
        if not self.own or not has_list(self.policy):
            return ()
        return tuple(part for part in PARTS if not any(self._gives(each, part) for each in self.own))

    def _gives(self, entry: ThirdParty, part: str) -> bool:
        """Whether an entry gives a part; so too where the reading may have missed it."""
        quote = normal(entry.evidence.quote)
        text = quote if CELLS in quote else self._passage(entry)
        if _field(entry, part) or entry.evidence.quote.endswith(_CUT) or not self._would_show(entry, part):
            return True
        if part == "link":
            return bool(_RULES.search(text))
        if part == "data":
            return bool(self._said) or self._has_data(entry, text)
        if CELLS in quote:
            cells = _rest(entry)  # one of them may be the data
            return len(cells) > bool(entry.data_types) or any(_TELLS.search(cell) for cell in cells)
        return bool(_TELLS.search(text)) or self._purpose()

    def _passage(self, entry: ThirdParty) -> str:
        """A sentence that names it; of a short line that is little but its name, what stands below it as well."""
        quote = normal(entry.evidence.quote)
        if len(quote) > TITLE or quote.endswith("。"):
            return quote
        if entry.evidence not in self._passages:
            below = _below(quote, self.policy)
            self._passages[entry.evidence] = "" if below is None else normal("\n".join((quote, *below)))
        return self._passages[entry.evidence]

    def _purpose(self) -> bool:
        names = (self.sdk.name.zh, *self.sdk.policy_names, *self.sdk.shared_names)
        return any(each.purpose and _has(names, each.actor) for each in self.policy.statements)

    def _would_show(self, entry: ThirdParty, part: str) -> bool:
        """Whether a part would have been read if it were there: most have it, or every cell is accounted for."""
        if CELLS not in entry.evidence.quote and not self._passage(entry):
            return False
        others = [each for each in self.policy.third_parties if each is not entry and is_row(each)]
        if others and 2 * sum(_field(each, part) for each in others) >= len(others):
            return True
        return part != "link" and CELLS in entry.evidence.quote and not _rest(entry)

    def _has_data(self, entry: ThirdParty, text: str) -> bool:
        """Whether a text, or a cell that was not read as anything else, says what is collected."""
        if entry.data_types or _NOTHING.search(text) or _has(self._any_words, text):
            return True
        parts = _rest(entry) if CELLS in text else [text.replace(normal(entry.name), "")]
        return any(_DATA.search(part) for part in parts)

    @cached_property
    def _any_words(self) -> tuple[str, ...]:
        return tuple(word for each in self._knowledge.umbrellas for word in each.words)


def has_list(policy: Policy) -> bool:
    """Whether the policy lists third parties, with more said of one than its name."""
    return any(is_row(each) for each in policy.third_parties)


def is_row(entry: ThirdParty) -> bool:
    """Whether an entry stands in a list: a table's row, or a record that gives at least purpose and data."""
    return CELLS in entry.evidence.quote or bool(entry.purpose and entry.data_types)


def place(entries: Iterable[ThirdParty]) -> tuple[Evidence, ...]:
    """Where entries stand, rows first."""
    return tuple(each.evidence for each in sorted(entries, key=lambda each: not is_row(each)))


def _below(quote: str, policy: Policy) -> list[str] | None:
    """The lines of the policy below one with a name, up to the next entry; None where that line is not found."""
    lines = policy.text.split("\n")
    short = ((number, line) for number, line in enumerate(lines) if len(line) <= 2 * TITLE)
    start = next((number for number, line in short if dense(line) == dense(quote).rstrip(";")), None)
    if start is None:
        return None
    entries = [dense(each.evidence.quote) for each in policy.third_parties if each.evidence.quote != quote]
    below = lines[start + 1 : start + 1 + BELOW]
    ends = (number for number, line in enumerate(below) if any(each.startswith(dense(line)) for each in entries))
    return below[: next(ends, BELOW)]


def _field(entry: ThirdParty, part: str) -> bool:
    return bool({"purpose": entry.purpose, "data": entry.data_types, "link": entry.link}[part])


def _rest(entry: ThirdParty) -> list[str]:
    """The cells of a row that are not one of the parts that were read from it."""
    known = [normal(each) for each in (entry.name, entry.company, entry.purpose, entry.link) if each]
    cells = (normal(each).strip() for each in entry.evidence.quote.split(CELLS.strip()))
    return [cell for cell in cells if len(cell) > 1 and cell not in known and not _RULES.search(cell)]


def _has(words: Iterable[str], text: str) -> bool:
    text = normal(text)
    return any(pattern(word).search(text) for word in words if word.strip())
