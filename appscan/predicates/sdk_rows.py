"""What the policy's table of SDKs says of each: which information it collects, where its own rules are."""

from typing import Literal

from appscan.declared import normal
from appscan.facts import Evidence, Policy, SdkHit, ThirdParty
from appscan.knowledge import Knowledge
from appscan.scene import case, joined
from appscan.verdict import Case, Verdict, broken, predicate

Field = Literal["data_types", "link"]
"""What a row is read for. Purposes stand in words of any kind, so that none found does not mean that there is none."""

NAMES: dict[Field, tuple[str, str]] = {
    "data_types": ("所收集的信息种类", "the kinds of information that it collects"),
    "link": ("其隐私规则的链接", "a link to its own rules"),
}
CELLS = " | "
"""What parts the cells of a row in its quotation. A sentence may say all in words that are not taken apart."""


@predicate("sdk.rows_complete")
def rows_complete(
    policy: Policy, sdks: tuple[SdkHit, ...], knowledge: Knowledge, *, fields: tuple[Field, ...]
) -> Verdict:
    """Where a table of the policy has a row on an SDK of the app, the row says all of this."""
    known = {each.id: each.name for each in knowledge.sdks}
    words = _words(knowledge)
    rows: dict[str, list[ThirdParty]] = {}
    for row in policy.third_parties:
        if CELLS in row.evidence.quote:
            rows.setdefault(row.sdk, []).append(row)
    named = [each.id for each in sdks if each.id in rows and each.id in known and not each.stub]
    cases: list[Case] = []
    for name in named:
        lacking = [NAMES[field] for field in fields if not any(_says(row, field, words) for row in rows[name])]
        if lacking:
            zh = f"政策的表格列有 {known[name].zh}，未见{'、'.join(each[0] for each in lacking)}"
            en = f"a table of the policy lists {known[name].en} without {', '.join(each[1] for each in lacking)}"
            cases.append(case(zh, en, _places(rows[name]), name, "firm"))
    if not named:
        zh, en = (
            "政策没有以表格列出应用所嵌的 SDK，须人工阅读",
            "no table of the policy lists an SDK of the app: read it",
        )
        return broken([], case(zh, en))
    names = joined(known[name] for name in named)
    held = case(f"表格均写明：{names.zh}", f"the table says it of {names.en}", _all(rows, named))
    return broken(cases, held)


def _words(knowledge: Knowledge) -> tuple[str, ...]:
    """Every word for a kind of information, or for several at once."""
    single = (word for each in knowledge.data_types for word in (*each.words.zh, *each.words.en))
    return tuple({normal(word) for word in (*single, *(word for each in knowledge.umbrellas for word in each.words))})


def _says(row: ThirdParty, field: Field, words: tuple[str, ...]) -> bool:
    """Whether a row has a field; where its table has no head, by what its cells say."""
    text = normal(row.evidence.quote)
    if field == "link":
        return bool(row.link) or "http" in text or "www." in text
    return bool(row.data_types) or any(word in text for word in words)


def _places(rows: list[ThirdParty]) -> list[Evidence]:
    return [each.evidence for each in rows]


def _all(rows: dict[str, list[ThirdParty]], named: list[str]) -> list[Evidence]:
    return [piece for name in named for piece in _places(rows[name])]
