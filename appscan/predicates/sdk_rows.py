"""What the policy says of each SDK that it names: whose it is, what for, which information, where its rules are."""

from typing import Literal

from appscan.facts import Evidence, Policy, SdkHit, ThirdParty
from appscan.knowledge import Knowledge
from appscan.scene import case, joined
from appscan.verdict import Case, Verdict, broken, predicate

Field = Literal["company", "purpose", "data_types", "link"]
"""What a row of a list of SDKs can hold."""

NAMES: dict[Field, tuple[str, str]] = {
    "company": ("提供方", "the company"),
    "purpose": ("目的", "the purpose"),
    "data_types": ("信息种类", "the kinds of information"),
    "link": ("其隐私规则的链接", "a link to its own rules"),
}


@predicate("sdk.rows_complete")
def rows_complete(
    policy: Policy, sdks: tuple[SdkHit, ...], knowledge: Knowledge, *, fields: tuple[Field, ...]
) -> Verdict:
    """Where the policy names an SDK of the app, it says all of this of it. Others are not judged."""
    known = {each.id: each.name for each in knowledge.sdks}
    rows: dict[str, list[ThirdParty]] = {}
    for row in policy.third_parties:
        rows.setdefault(row.sdk, []).append(row)
    named = [each.id for each in sdks if each.id in rows and each.id in known and not each.stub]
    cases: list[Case] = []
    for name in named:
        lacking = [field for field in fields if not any(getattr(row, field) for row in rows[name])]
        if lacking:
            zh = f"政策提到 {known[name].zh}，没有写明{'、'.join(NAMES[each][0] for each in lacking)}"
            en = f"the policy names {known[name].en} without {', '.join(NAMES[each][1] for each in lacking)}"
            # A row is read from tables and sentences of any shape: what is missing may stand where nobody looked.
            cases.append(case(zh, en, _places(rows[name]), name, "tentative"))
    names = joined(known[name] for name in named)
    zh = f"政策对所提到的 SDK 均写明这些内容：{names.zh}" if named else "政策没有提到应用所嵌的 SDK"
    en = (
        f"the policy says this of every SDK that it names: {names.en}"
        if named
        else "the policy names no SDK of the app"
    )
    return broken(cases, case(zh, en, [piece for name in named for piece in _places(rows[name])]))


def _places(rows: list[ThirdParty]) -> list[Evidence]:
    return [each.evidence for each in rows]
