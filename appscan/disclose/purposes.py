"""What a policy says that a kind of information, or an SDK, is for: a suggestion, which a person must check."""

import re
from collections.abc import Iterator

from appscan.disclose.model import Purpose
from appscan.facts import Policy, Statement
from appscan.knowledge import Sdk

ROW = " | "
MAX = 60
PURPOSE = re.compile(
    r"(?P<text>(?:用于|用来|以便|以实现|为了|为向?您(?:提供|实现)|in order to|for the purpose of)[^，。；;,|]{2,80})"
)


def of_kind(kind: str, policy: Policy | None) -> Purpose:
    """The purpose in the first statement about the app's own collection that names one."""
    own = (each for each in (policy.statements if policy else ()) if each.data_type == kind and each.actor == "app")
    for each in own:
        # A word for many kinds at once states no purpose of this one.
        if not each.negated and not each.umbrella and (text := _purpose(each)):
            return Purpose(text=text, source=each.evidence.where)
    return Purpose()


def of_sdk(sdk: Sdk, policy: Policy | None) -> Purpose:
    """The purpose in the policy's own row for an SDK."""
    rows = (each for each in (policy.third_parties if policy else ()) if each.sdk == sdk.id and each.purpose)
    return next((Purpose(text=each.purpose[:MAX], source=each.evidence.where) for each in rows), Purpose())


def _purpose(statement: Statement) -> str:
    """Of a table's row the first cells, which say the function and the purpose; of a sentence what follows `用于`."""
    quote = statement.evidence.quote
    if ROW in quote:
        return "：".join(_cells(quote))[:MAX]
    found = PURPOSE.search(quote)
    return found["text"][:MAX] if found else ""


def _cells(quote: str) -> Iterator[str]:
    yield from (cell.strip() for cell in quote.split(ROW)[:2])
