"""Facts × knowledge → what predicates share: who reaches for what, in words, with evidence."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

from appscan.access import Access, accesses
from appscan.facts import (
    CONFIDENCES,
    Bilingual,
    Code,
    Confidence,
    Evidence,
    Facts,
    MethodNote,
    PermissionRequest,
    Text,
    byte_at,
)
from appscan.knowledge import Api, Behaviour, Knowledge, KnownPermission, Level, Sdk
from appscan.runs import Runs
from appscan.sdks import Attributor, Owner, dotted
from appscan.verdict import Case, Verdict

MAX_EVIDENCE = 5
GROUP_NAMES = {"READ_MEDIA_VISUAL": "STORAGE", "READ_MEDIA_AURAL": "STORAGE"}
ASKS = "behavior:request_permission"


class Reach(NamedTuple):
    """One caller that reaches for personal information (or shows a behaviour) by one API, field or string.

    `kind` is the first of the `kinds` that the API can give: the one that is meant when one must be named.
    """

    kind: str
    kinds: tuple[str, ...]
    api: str
    caller: str
    owner: Owner
    dex: str
    offset: int
    confidence: Confidence

    def evidence(self) -> Evidence:
        """The place, as `caller -> api`."""
        return called(self)


class Calling(Protocol):
    """What stands at a place of a DEX file and calls or reads an API."""

    @property
    def caller(self) -> str:
        """The method that calls."""

    @property
    def api(self) -> str:
        """What it calls."""

    @property
    def dex(self) -> str:
        """The DEX file."""

    @property
    def offset(self) -> int:
        """The byte in it."""


def called(call: Calling) -> Evidence:
    """The place of a call, as `caller -> api`."""
    return Evidence(where=byte_at(call.dex, call.offset), quote=f"{pretty(call.caller)} -> {pretty(call.api)}")


def quotes(texts: Iterable[Text]) -> tuple[Evidence, ...]:
    """Texts as evidence."""
    return tuple(Evidence(where=each.where, quote=each.text) for each in texts)


def pretty(method: str) -> str:
    """`Lcom/x/Y;->m(I)V` as `com.x.Y.m`; anything else as it is."""
    if "->" not in method:
        return method
    return f"{dotted(method)}.{method.partition('->')[2].partition('(')[0]}"


class Scene:
    """One app's code seen through the knowledge."""

    def __init__(self, facts: Facts, knowledge: Knowledge) -> None:
        self.facts = facts
        self.knowledge = knowledge
        self.attributor = Attributor(knowledge.sdks, facts.app)
        self.sdks: dict[str, Sdk] = {each.id: each for each in knowledge.sdks}
        self.types = {each.id: each for each in knowledge.data_types}
        self.permissions: dict[str, KnownPermission] = {each.name: each for each in knowledge.permissions}

    @cached_property
    def _rows(self) -> dict[str, list[Api]]:
        found: dict[str, list[Api]] = defaultdict(list)
        for each in self.knowledge.apis:
            found[f"{each.target}->{each.member}" if each.kind in ("api", "field") else each.target].append(each)
        return found

    @cached_property
    def _bare(self) -> frozenset[str]:
        """Strings that stand in much harmless code: alone they say nothing."""
        return frozenset(each.target for each in self.knowledge.apis if each.kind in ("setting", "action"))

    @cached_property
    def accesses(self) -> tuple[Access, ...]:
        """Every access in the code, weak ones too."""
        return accesses(self.facts.code or Code(), self.knowledge)

    @cached_property
    def runs(self) -> Runs:
        """When the places in the code run."""
        return Runs(self.facts.code or Code())

    @cached_property
    def _dead(self) -> frozenset[str]:
        """Callers that nothing leads to, where nothing that was not seen could call them."""
        app = self.facts.app
        hidden = bool(self.facts.gaps("code")) or (app is not None and bool(app.native_libraries))
        return frozenset() if hidden else self._unreached

    @cached_property
    def _all(self) -> tuple[Reach, ...]:
        groups: dict[tuple[str, str, str, int], list[Access]] = defaultdict(list)
        for each in self.accesses:
            alone = each.confidence == "tentative" and each.api in self._bare
            if not each.weak and not alone and each.caller not in self._dead:
                groups[each.caller, each.api, each.dex, each.offset].append(each)
        return tuple(self._reach(group) for group in groups.values())

    def _reach(self, group: Sequence[Access]) -> Reach:
        first = group[0]
        given = {each.data_type for each in group}
        order = [kind for row in self._rows.get(first.api, ()) for kind in row.data_types if kind in given]
        kinds = tuple(dict.fromkeys((*order, *sorted(given))))
        owner = self.attributor.owner(first.caller)
        # Native code or code loaded later may call what nothing else leads to.
        cap: Confidence = "tentative" if first.caller in self._unreached else "certain"
        confidence = sure((first.confidence,), cap=cap)
        return Reach(kinds[0], kinds, first.api, first.caller, owner, first.dex, first.offset, confidence)

    @cached_property
    def _unreached(self) -> frozenset[str]:
        return frozenset(self.facts.code.unreached if self.facts.code else ())

    @cached_property
    def reaches(self) -> tuple[Reach, ...]:
        """Reaches for personal information by code that is not known to be harmless and holds the permission."""
        return tuple(
            each for each in self._all if self.personal(each.kind) and self.counts(each.owner) and self._may(each)
        )

    def behaviours(self, *names: str) -> tuple[Reach, ...]:
        """Uses of APIs that stand for regulated behaviours."""
        return tuple(
            each for each in self._all if any(name in each.kinds for name in names) and self.counts(each.owner)
        )

    def notes(self, *kinds: str) -> list[tuple[MethodNote, Owner]]:
        """Notes of some kinds with their owners, in the order of the kinds."""
        noted = ((each, self.attributor.owner(each.method)) for each in (self.facts.code or Code()).notes)
        found = [(each, owner) for each, owner in noted if each.kind in kinds and self.counts(owner)]
        return sorted(found, key=lambda pair: kinds.index(pair[0].kind))

    def personal(self, kind: str) -> bool:
        """Whether a data type is personal information."""
        known = self.types.get(kind)
        return known is not None and known.sensitivity != "not_personal"

    def counts(self, owner: Owner) -> bool:
        """False for libraries that are known to handle no personal information (androidx, Kotlin, …)."""
        return owner.kind != "sdk" or self.sdks[owner.sdk].handles_personal_information != "no"

    def _may(self, reach: Reach) -> bool:
        """False where the API needs permissions and the manifest asks for none of them: the call cannot succeed."""
        app = self.facts.app
        needed = {name for row in self.rows_of(reach.api) for name in row.permission.replace("+", "/").split("/")}
        wanted = {name.strip() for name in needed if name.strip()}
        return app is None or not wanted or bool(wanted & {each.name for each in app.permissions})

    def rows_of(self, api: str) -> Iterable[Api]:
        """The knowledge's entries for an access: by the member, the string, or the longest URI or path that fits."""
        rows = self._rows.get(api)
        if rows is not None or "->" in api:
            return rows or ()
        fitting = [target for target in self._rows if target.startswith(("/", "content:")) and api.startswith(target)]
        return self._rows[max(fitting, key=len)] if fitting else ()

    def who(self, owner: Owner) -> Bilingual:
        """The owner in words."""
        if owner.kind == "app":
            return Bilingual(zh="应用自身代码", en="the app's own code")
        if owner.kind == "sdk":
            return self.sdks[owner.sdk].name
        return Bilingual(zh="一个未识别的第三方库", en="an unnamed library")

    def kind_name(self, kind: str) -> Bilingual:
        """A data type, or a behaviour, in words."""
        known = self.types.get(kind) or self._behaviours.get(kind)
        return known.name if known else Bilingual(zh=kind, en=kind)

    @cached_property
    def _behaviours(self) -> dict[str, Behaviour]:
        return {each.id: each for each in self.knowledge.behaviours}

    def group(self, permission: str) -> str:
        """The group in which the user meets a permission, by the platform's older and simpler names."""
        known = self.permissions.get(permission)
        name = known.group.partition(" ")[0] if known else ""
        return GROUP_NAMES.get(name, name)

    def opens_personal(self, permission: str) -> bool:
        """Whether a permission is dangerous and opens personal information."""
        known = self.permissions.get(permission)
        return known is not None and self.level(permission) == "dangerous" and known.personal_information

    def level(self, permission: str) -> Level:
        """The class in which users of this app meet a permission."""
        known = self.permissions.get(permission)
        return known.level_at(self.facts.app.target_sdk if self.facts.app else None) if known else "unknown"

    @cached_property
    def requests(self) -> tuple[tuple[PermissionRequest, Owner], ...]:
        """Run-time requests for permissions that open personal information, by code that decides to ask."""
        found = ((each, self.attributor.owner(each.caller)) for each in (self.facts.code or Code()).permission_requests)
        return tuple(
            (each, owner)
            for each, owner in found
            if self.counts(owner) and any(self.opens_personal(name) for name in each.permissions)
        )


_kept: tuple[Facts, Knowledge, Scene] | None = None


def scene(facts: Facts, knowledge: Knowledge) -> Scene:
    """The scene of these facts; the last one is kept, since many predicates ask for it in a row."""
    global _kept  # noqa: PLW0603 - a cache of one: facts hold dicts and cannot be keys
    if _kept is None or _kept[0] is not facts or _kept[1] is not knowledge:
        _kept = (facts, knowledge, Scene(facts, knowledge))
    return _kept[2]


def tag(owner: Owner) -> str:
    """An owner as part of a subject."""
    return owner.sdk or owner.kind


def short(permission: str) -> str:
    """`android.permission.CAMERA` as `CAMERA`."""
    return permission.rpartition(".")[2]


def sure(confidences: Iterable[Confidence], *, cap: Confidence = "certain") -> Confidence:
    """The strongest of several, and never stronger than `cap`."""
    best = max(confidences, key=CONFIDENCES.index, default=cap)
    return min(best, cap, key=CONFIDENCES.index)


def _own(reach: Reach) -> Confidence:
    return reach.confidence


def sure_of(reaches: Iterable[Reach], confidence: Callable[[Reach], Confidence] = _own) -> Confidence:
    """The strongest of several reaches, firm at most. A library that nobody knows is a guess."""
    known = [confidence(each) for each in reaches if each.owner.kind != "library"]
    return sure(known, cap="firm") if known else "tentative"


def case(
    zh: str, en: str, evidence: Iterable[Evidence] = (), subject: str = "", confidence: Confidence = "certain"
) -> Case:
    """A case with at most five pieces of evidence; the message says how many more there are."""
    pieces = sorted(set(evidence))
    more = len(pieces) - MAX_EVIDENCE
    if more > 0:
        zh, en = f"{zh}（另有 {more} 处）", f"{en} ({more} more)"
    return Case(Bilingual(zh=zh, en=en), tuple(pieces[:MAX_EVIDENCE]), subject, confidence)


def joined(names: Iterable[Bilingual]) -> Bilingual:
    """Several names as one text."""
    kept = list(dict.fromkeys(names))
    return Bilingual(zh="、".join(each.zh for each in kept), en=", ".join(each.en for each in kept))


def grouped(reaches: Iterable[Reach], key: Callable[[Reach], str]) -> dict[str, list[Reach]]:
    """Reaches by a key, the keys in order."""
    found: dict[str, list[Reach]] = defaultdict(list)
    for each in reaches:
        found[key(each)].append(each)
    return dict(sorted(found.items()))


def by_kind_and_owner(reaches: Iterable[Reach]) -> dict[str, list[Reach]]:
    """Reaches by what is read and who reads it: `imei_meid:app`, `android_id:jpush`."""
    return grouped(reaches, lambda each: f"{each.kind}:{tag(each.owner)}")


def proofs(reaches: Iterable[Reach]) -> list[Evidence]:
    """The places of reaches."""
    return [each.evidence() for each in reaches]


def noted(note: MethodNote) -> Evidence:
    """The place of a note, as `method -> detail`."""
    return Evidence(where=byte_at(note.dex, note.offset), quote=f"{pretty(note.method)} -> {pretty(note.detail)}")


def yes(zh: str, en: str, evidence: Iterable[Evidence] = (), *, by_absence: bool = False) -> Verdict:
    """The statement holds, with what supports it."""
    return Verdict(holds=True, cases=(case(zh, en, evidence),), by_absence=by_absence)


def no(
    zh: str,
    en: str,
    evidence: Iterable[Evidence] = (),
    subject: str = "",
    confidence: Confidence = "certain",
    *,
    by_absence: bool = False,
) -> Verdict:
    """The statement does not hold, for one reason."""
    return Verdict(holds=False, cases=(case(zh, en, evidence, subject, confidence),), by_absence=by_absence)


def unknown(zh: str, en: str, evidence: Iterable[Evidence] = ()) -> Verdict:
    """It cannot be told, and why."""
    return Verdict(holds=None, cases=(case(zh, en, evidence),))
