"""Which verbs govern a word of a sentence, and what a heading or an announcing line says of a word without a verb."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from appscan.policy.lexicon import Hit
from appscan.policy.names import Mention
from appscan.policy.negation import denial
from appscan.policy.normalise import normalise
from appscan.policy.sentences import Unit
from appscan.policy.verbs import Act, Verb

Join = Literal["sentence", "row", "lead_in", "heading"]
"""What joins a word to the act that is said of it, the closest first."""

REACH = 300
"""How far (characters) a verb governs the words of a list after it."""

_TITLE_ACTS: tuple[tuple[re.Pattern[str], Act | None], ...] = (
    (re.compile(r"用于|用途"), None),
    (re.compile(r"权限"), "permission"),
    (re.compile(r"共享|对外提供|披露|转让"), "share"),
    (
        re.compile(
            r"收集|采集|获取|需要提供|(?:哪些|什么|何种)[^,;]{0,8}(?:信息|数据|资料)|交给我们"
            r"|(?:我们|您|你)[^,;]{0,8}(?:处理|用到|使用|需要|授权|提供)的[^,;]{0,6}(?:信息|数据|资料)"
        ),
        "collect",
    ),
)
_MOVED = re.compile(r"(?:将|把|对|就)[^,;]{0,16}$")
_OBJECT = re.compile(r"(?![和或与及、并至到给于]|使用|存储|保存|共享|上传|处理)[^,;|。]{2}")
"""A verb with words of its own after it takes none from before a comma."""

_EXAMPLES = re.compile(r",?(?:例如|比如|如|包括|:|\()")
MAX_PART = 14
_SUBJECTS = frozenset("我服系平应软本公")
"""A verb phrase can begin with who acts: the negation stands between the two."""

_NEW_CLAUSE = re.compile(r",(?:当|为了?|如果?您|若|我们|但|因此|则|会|以免|而|仅|只)")
_EXCEPTED = re.compile(r"(?:以下|下列)[^,;]{0,4}情|除外|例外|不再")
_STRANGER = re.compile(
    r"(?<![向与和给由从过])(?P<who>第三方|广告[主商]|合作伙伴|合作方|关联公司|服务商|供应商)(?:公司|平台|机构)?[^,;]{0,8}$"
)


class Said(NamedTuple):
    """What a sentence says of a word: the act, denied or not, where the verb is (-1: not in it), how directly."""

    act: Act
    negated: bool
    at: int
    join: Join = "sentence"


def said_of(text: str, hit: Hit[Any], acts: Sequence[Verb], unit: Unit) -> Iterator[Said]:
    """What is said of a word of a normalised sentence; of a list's item, what the line above it says."""
    governing = _governing(text, hit, acts)
    for verb in governing:
        said = denial(text, verb.head if verb.act == "collect" and text[verb.start] in _SUBJECTS else verb.start)
        far = verb.act == "permission" and not re.search("[不无未]", text[max(0, verb.start - 12) : verb.start])
        if said == "denied" and (far or _is_new_clause(text[verb.end : hit.start])):
            continue  # what is denied ends where a clause of its own begins
        if said != "conditional":
            yield Said(verb.act, said == "denied", verb.start)
    if not governing and (unit.block.kind in ("item", "row") or unit.block.lead):
        acting = any(verb.act in ("collect", "share") for verb in acts)
        yield from (said for said in _announced(unit) if not (acting and said.join == "heading"))


def _is_new_clause(between: str) -> bool:
    """Whether a word stands in another clause than a verb before it: a list goes on over commas, in short parts."""
    later = between.split(",")[1:]
    return _NEW_CLAUSE.search(between) is not None or any(len(each) > MAX_PART for each in later)


def actor_of(text: str, mentions: Sequence[Mention], said: Said, hit: Hit[Any]) -> str:
    """Who acts: the third party named before the verb, else the app. What is shared is shared by the app."""
    if said.act in ("share", "permission"):
        return "app"
    limit = said.at if said.at >= 0 else hit.start
    before = [each for each in mentions if each.end <= limit]
    if before:
        return before[-1].name
    stranger = _STRANGER.search(text, max(0, limit - 20), limit)
    return stranger["who"] if stranger and "我们" not in text[stranger.end("who") : limit] else "app"


def _governing(text: str, hit: Hit[Any], acts: Sequence[Verb]) -> list[Verb]:
    """The verbs of a word: the last before it with those joined to it, or the first after it."""
    after = [verb for verb in acts if verb.head >= hit.end]
    if after and after[0].act == "permission" and _close(text, hit.end, after[0].head):
        return after[:1]
    before = [v for v in acts if v.end <= hit.start and hit.start - v.end <= REACH and _reaches(text, v, hit)]
    if text.startswith("由", hit.end):  # the word begins a clause of its own
        before = [verb for verb in before if "," not in text[verb.end : hit.start]]
    moved = _MOVED.search(text, max(0, hit.start - 20), hit.start)
    if before and not (moved and after):
        chain = [before[-1]]
        while len(before) > len(chain) and chain[0].start - before[-1 - len(chain)].end <= 1:
            chain.insert(0, before[-1 - len(chain)])
        return chain
    if len(after) > 1 and after[0].act == "use" and not _takes(text, hit, after[0]):
        after = after[1:]
    return [verb for verb in after[:1] if _takes(text, hit, verb)]


def _close(text: str, start: int, end: int) -> bool:
    return end - start <= 12 and not re.search("[,;|用以]", text[start:end])


def _reaches(text: str, verb: Verb, hit: Hit[Any]) -> bool:
    """Using something and asking for a permission do not reach over a comma, but to examples."""
    between = text[verb.end : hit.start]
    if text.startswith("用于", verb.head):
        return False  # what follows is the purpose
    if verb.act in ("collect", "share"):
        return "|" not in between
    return not re.search("[,;|]", between) or (verb.act == "permission" and bool(_EXAMPLES.match(between)))


def _takes(text: str, hit: Hit[Any], verb: Verb) -> bool:
    """Whether a verb after a word is said of it: `您的手机号将用于…`, not `儿童使用本应用`."""
    between = text[hit.end : verb.head]
    if between.count("(") > between.count(")"):
        return False
    if re.search(",(?:但|而|不过|并不)", between) or ("," in between and _OBJECT.match(text, verb.end)):
        return False
    if verb.act == "use":
        return text.startswith("用于", verb.head) and not re.search("[;|]", between) and len(between) < 30
    return len(between) <= 80


def _announced(unit: Unit) -> Iterator[Said]:
    """What the line or heading over a list says of its items."""
    titles: list[tuple[str, Join]] = [(each, "heading") for each in reversed(unit.block.path)]
    for title, join in [(unit.block.lead, "lead_in"), *titles]:
        text = normalise(title)
        for pattern, act in _TITLE_ACTS:
            if found := pattern.search(text):
                said = denial(text, found.start())
                excepted = said == "denied" and (join == "heading" or _EXCEPTED.search(text))
                if act and said != "conditional" and not excepted:
                    yield Said(act, said == "denied", -1, join)
                return
