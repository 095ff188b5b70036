"""The switches of SDKs as APIs: call sites of them are sought as those of any other API."""

from collections.abc import Iterable, Iterator

from appscan.knowledge import Api, Sdk

GATE, START = "behavior:consent_gate", "behavior:sdk_init"
STANDS_FOR = {"pre_init": GATE, "consent": GATE, "delay": GATE, "start": START}
"""A `limit` neither opens nor closes the way to an SDK."""


def switched(sdks: Iterable[Sdk], apis: Iterable[Api]) -> Iterator[Api]:
    """The methods among the SDKs' switches, each once, without those that an entry of `apis` names already."""
    known = {(each.target, each.member) for each in apis if each.kind == "api"}
    for sdk in sdks:
        for switch in sdk.switches:
            behaviour = STANDS_FOR.get(switch.kind)
            target, _, member = switch.method.partition("->")
            if behaviour is None or not member or (target, member) in known:
                continue
            known.add((target, member))
            yield Api(
                kind="api",
                target=target,
                member=member,
                data_types=(behaviour,),
                note=switch.note,
                verified="third-party",
                sources=(switch.source,) if switch.source else (),
            )
