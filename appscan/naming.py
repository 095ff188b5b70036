"""How findings name things: whose code it is, which data type, which permission, with the evidence beside it."""

from collections.abc import Iterable, Sequence

from appscan.access import Access
from appscan.facts import CONFIDENCES, App, Bilingual, Code, Confidence, Evidence
from appscan.knowledge import Knowledge
from appscan.sdks import Attributor, Owner

MAX_EVIDENCE = 5
_OWNERS = {
    "app": Bilingual(zh="应用自身代码", en="the app's own code"),
    "library": Bilingual(zh="未识别的库", en="an unnamed library"),
}


class Names:
    """Names of one app's parties, from the knowledge."""

    def __init__(self, knowledge: Knowledge, app: App | None, code: Code | None) -> None:
        self._attributor = Attributor(knowledge.sdks, app, code)
        self._sdks = {sdk.id: sdk.name for sdk in knowledge.sdks}
        self._types = {each.id: each.name for each in knowledge.data_types}
        self._types |= {each.id: each.name for each in knowledge.behaviours}
        self._permissions = {each.name: each for each in knowledge.permissions}

    def owner(self, caller: str) -> Owner:
        """Whose code a method is."""
        return self._attributor.owner(caller)

    def sdk(self, name: str) -> Bilingual:
        """An SDK's name."""
        return self._sdks.get(name, Bilingual(zh=name, en=name))

    def data_type(self, name: str) -> Bilingual:
        """The name of a data type or behaviour."""
        return self._types.get(name, Bilingual(zh=name, en=name))

    def permission(self, name: str) -> Bilingual:
        """A permission as people call it, with its constant."""
        known = self._permissions.get(name)
        short = name.removeprefix("android.permission.")
        chinese = f"{known.names_zh[0]}（{short}）" if known and known.names_zh else short
        return Bilingual(zh=chinese, en=short)

    def group(self, name: str) -> str:
        """A permission's platform group; the permission itself where it has none."""
        known = self._permissions.get(name)
        return (known.group if known else "") or name

    def party(self, caller: str) -> Bilingual:
        """Whose code a method is, in words."""
        owner = self.owner(caller)
        return self.sdk(owner.sdk) if owner.sdk else _OWNERS[owner.kind]

    def parties(self, callers: Iterable[str]) -> Bilingual:
        """The parties of several methods, each once."""
        found = tuple(dict.fromkeys(self.party(caller) for caller in callers))
        return Bilingual(zh="、".join(each.zh for each in found), en=", ".join(each.en for each in found))


def evidence(group: Sequence[Access]) -> tuple[Evidence, ...]:
    """The first few accesses of a group as evidence, the surest first."""
    ranked = sorted(group, key=lambda each: (-CONFIDENCES.index(each.confidence), each.caller, each.api))
    return tuple(
        Evidence(where=f"{each.dex}@{each.offset:#x}", quote=f"{each.caller} -> {each.api}")
        for each in ranked[:MAX_EVIDENCE]
    )


def more(group: Sequence[object]) -> Bilingual:
    """How many there are beyond the evidence shown, as a clause to append; empty where all are shown."""
    rest = len(group) - MAX_EVIDENCE
    return Bilingual(zh=f"（另有 {rest} 处）", en=f" ({rest} more places)") if rest > 0 else Bilingual(zh="", en="")


def surest(group: Iterable[Access]) -> Confidence:
    """The best confidence in a group."""
    return max((each.confidence for each in group), key=CONFIDENCES.index)


def short(caller: str) -> str:
    """`Lcom/x/Y;->m(I)V` as `com.x.Y.m`."""
    owner, _, method = caller.partition("->")
    return f"{owner.removeprefix('L').removesuffix(';').replace('/', '.')}.{method.partition('(')[0]}"
