"""Which kinds of SDK are in the app."""

from appscan.facts import Bilingual, SdkHit
from appscan.knowledge import Knowledge
from appscan.verdict import Case, Verdict, predicate


@predicate("sdk.present")
def present(sdks: tuple[SdkHit, ...], knowledge: Knowledge, *, categories: tuple[str, ...]) -> Verdict:
    """An SDK of one of the categories is in the app."""
    known = {sdk.id: sdk for sdk in knowledge.sdks}
    found = [hit for hit in sdks if hit.id in known and known[hit.id].category in categories]
    return _verdict(found, knowledge, Bilingual(zh="未发现此类 SDK", en="no such SDK is in the app"))


@predicate("sdk.handles_personal_information")
def handles(sdks: tuple[SdkHit, ...], knowledge: Knowledge) -> Verdict:
    """An SDK that is known to handle personal information is in the app."""
    known = {sdk.id: sdk for sdk in knowledge.sdks}
    found = [hit for hit in sdks if hit.id in known and known[hit.id].handles_personal_information == "yes"]
    none = Bilingual(
        zh="未发现收集个人信息的 SDK", en="no SDK that is known to handle personal information is in the app"
    )
    return _verdict(found, knowledge, none)


def _verdict(found: list[SdkHit], knowledge: Knowledge, none: Bilingual) -> Verdict:
    if not found:
        return Verdict(holds=False, cases=(Case(none),), by_absence=True)
    names = {sdk.id: sdk.name for sdk in knowledge.sdks}
    message = Bilingual(
        zh=f"含有 {'、'.join(names[hit.id].zh for hit in found)}",
        en=f"it holds {', '.join(names[hit.id].en for hit in found)}",
    )
    return Verdict(holds=True, cases=(Case(message, tuple(hit.evidence[0] for hit in found if hit.evidence)),))
