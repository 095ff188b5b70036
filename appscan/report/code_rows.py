"""What the code does, as rows of the report: calls, what repeats, receivers, and kinds of information."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import get_args

from appscan.access import Access
from appscan.facts import CONFIDENCES, Call, Code, Evidence, Facts, PathState, byte_at
from appscan.knowledge import Api
from appscan.permission_use import PermissionUse
from appscan.report.model import AccessRow, CallRow, Language, PermissionUseRow, ReceiverRow, RepeatRow
from appscan.scene import Scene, short
from appscan.sdks import Owner

MAX_EVIDENCE = 5


def when(view: Scene) -> dict[str, int]:
    """How many reaches for personal information run when, by the state of their paths; states without any left out."""
    states = Counter(view.runs.run(each.caller, each.dex, each.offset).state for each in view.reaches)
    return {state: states[state] for state in get_args(PathState) if states[state]}


def calls(facts: Facts, view: Scene) -> tuple[CallRow, ...]:
    """Every call on a watched API."""
    apis = {f"{api.target}->{api.member}": api for api in view.knowledge.apis if api.kind == "api"}
    calls = facts.code.calls if facts.code else ()
    rows = (_call(call, apis[call.api], view) for call in calls if call.api in apis)
    return tuple(sorted(rows, key=lambda row: (row.api, row.caller)))


def _call(call: Call, api: Api, view: Scene) -> CallRow:
    owner = view.attributor.owner(call.caller)
    run = view.runs.run(call.caller, call.dex, call.offset)
    path = run.path
    return CallRow(
        api=call.api,
        data_type=next(iter(api.data_types), ""),
        data_types=api.data_types,
        caller=call.caller,
        owner=owner.kind,
        sdk=owner.sdk or None,
        confidence=call.confidence,
        weak=api.weak,
        sites=call.sites,
        where=byte_at(call.dex, call.offset),
        via=call.via,
        runs="" if api.weak and path is None else run.state,
        path=path.frames if path else (),
        hops=path.hops if path else (),
        gate=run.gate,
    )


def repeats(view: Scene) -> tuple[RepeatRow, ...]:
    """What code that counts sets going again and again."""
    pairs = ((each, view.attributor.owner(each.caller)) for each in (view.facts.code or Code()).repeats)
    return tuple(
        RepeatRow(
            kind=each.kind,
            api=each.api,
            caller=each.caller,
            owner=owner.kind,
            sdk=owner.sdk or None,
            where=byte_at(each.dex, each.offset),
            interval_ms=each.interval_ms,
        )
        for each, owner in pairs
        if view.counts(owner)
    )


def receivers(view: Scene) -> tuple[ReceiverRow, ...]:
    """Receivers that code that counts registers, each with its actions once."""
    once = {(each.receiver or each.caller, each.actions): each for each in (view.facts.code or Code()).receivers}
    pairs = ((each, view.attributor.owner(each.caller)) for each in once.values())
    return tuple(
        ReceiverRow(
            receiver=each.receiver,
            actions=each.actions,
            caller=each.caller,
            owner=owner.kind,
            sdk=owner.sdk or None,
            where=byte_at(each.dex, each.offset),
        )
        for each, owner in pairs
        if view.counts(owner)
    )


def accesses(view: Scene, lang: Language) -> tuple[AccessRow, ...]:
    """Kinds of personal information, sensitive and surer ones first."""
    groups: dict[str, list[Access]] = defaultdict(list)
    for access in view.accesses:
        if not access.weak:
            groups[access.data_type].append(access)
    rows = []
    for data_type, group in groups.items():
        if data_type not in view.types:
            continue
        owners, sdks = _owners((view.attributor.owner(each.caller) for each in group), view, lang)
        best = sorted(group, key=lambda each: (-CONFIDENCES.index(each.confidence), each.caller, each.api))
        rows.append(
            AccessRow(
                data_type=data_type,
                name=view.types[data_type].name.get(lang),
                sensitive=view.types[data_type].sensitivity == "sensitive",
                owners=owners,
                sdks=sdks,
                places=len(group),
                confidence=best[0].confidence,
                evidence=tuple(_evidence(each) for each in best[:MAX_EVIDENCE]),
            )
        )
    return tuple(sorted(rows, key=lambda row: (not row.sensitive, -CONFIDENCES.index(row.confidence), row.data_type)))


def _owners(owners: Iterable[Owner], view: Scene, lang: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whose code: (kinds, then names of SDKs; ids of the SDKs)."""
    found = set(owners)
    sdks = tuple(sorted({owner.sdk for owner in found if owner.sdk}))
    kinds = sorted({owner.kind for owner in found if not owner.sdk})
    return (*kinds, *(view.sdks[each].name.get(lang) for each in sdks)), sdks


def permission(found: PermissionUse, view: Scene, lang: Language) -> PermissionUseRow:
    """A permission, and what uses it."""
    owners, sdks = _owners((each.owner for each in found.uses), view, lang)
    names = found.known.names_zh if found.known and lang == "zh" else ()
    return PermissionUseRow(
        name=found.name,
        label=names[0] if names else short(found.name),
        level=view.level(found.name) if found.known else found.asked.level if found.asked else "unknown",
        state=found.state,
        max_sdk=found.asked.max_sdk if found.asked else None,
        places=len(found.uses),
        owners=owners,
        sdks=sdks,
        evidence=found.evidence()[:MAX_EVIDENCE],
    )


def _evidence(access: Access) -> Evidence:
    return Evidence(where=byte_at(access.dex, access.offset), quote=f"{access.caller} -> {access.api}")
