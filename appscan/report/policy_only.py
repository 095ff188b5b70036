"""What the policy says that the app collects, and no code reaches for: information, never a breach."""

from appscan.declared import LOCATION, OPERATOR
from appscan.facts import Statement
from appscan.report.model import Language, PolicyOnlyRow
from appscan.scene import Scene

OTHER_WAYS = frozenset(
    (
        "biometric_auth",
        "browsing_history",
        "camera_image",
        "credential",
        "crash_log",
        "device_info",
        "device_unique_id",
        "face",
        "health_fitness",
        "input_content",
        "install_id",
        "ip_address",
        "location_track",
        "network_info",
        "network_traffic",
        "nfc_tag",
        "phone_number",
        "photos_videos",
        "push_token",
        "storage_files",
        "web_cookie",
    )
)
"""Kinds that users type in, hand over by a picker, or servers see, or that are too general: no trace is expected."""

SAME_TRACE = (LOCATION, frozenset(("wifi_connected", "wifi_scan", "mac_address")))
"""Kinds that policies do not keep apart as APIs do: a trace of one will do for all."""


def policy_only(view: Scene, lang: Language) -> tuple[PolicyOnlyRow, ...]:
    """Kinds that only code can get; none where the code could not all be seen. Weak APIs are a trace too."""
    facts = view.facts
    if facts.policy is None or facts.code is None or facts.gaps("code"):
        return ()
    reached = {each.data_type for each in view.accesses}
    for kinds in SAME_TRACE:
        reached |= kinds if reached & kinds else set()
    known = {kind for api in view.knowledge.apis if not api.weak for kind in api.data_types} & view.types.keys()
    said: dict[str, Statement] = {}
    for each in facts.policy.statements:
        collected = each.act == "collect" and each.actor in OPERATOR and not (each.negated or each.umbrella)
        if collected and each.data_type in known - reached - OTHER_WAYS:
            said.setdefault(each.data_type, each)
    return tuple(
        PolicyOnlyRow(data_type=kind, name=view.types[kind].name.get(lang), evidence=(each.evidence,))
        for kind, each in said.items()
    )
