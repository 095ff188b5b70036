"""The network security configuration that a manifest names. Source: the Android network security config reference."""

from typing import Any

from appscan.facts import NetworkSecurity


def read_config(root: Any, source: str) -> NetworkSecurity:
    """Cleartext by default and by domain, pinned domains, and whether user-installed certificates are trusted."""
    base = root.find("base-config")
    cleartext = _flag(base, "cleartextTrafficPermitted")
    domains: list[str] = []
    pinned: list[str] = []
    for config in root.iter("domain-config"):
        names = [(each.text or "").strip() for each in config.findall("domain")]
        if _flag(config, "cleartextTrafficPermitted"):
            domains += names
        if config.find("pin-set") is not None:
            pinned += names
    return NetworkSecurity(
        cleartext=cleartext,
        cleartext_domains=tuple(sorted(set(filter(None, domains)))),
        trusts_user_certificates=any(
            _value(each, "src") == "user"
            for parent in root.iter("base-config", "domain-config")
            for each in parent.iter("certificates")
        ),
        pinned_domains=tuple(sorted(set(filter(None, pinned)))),
        source=source,
    )


def _value(element: Any, name: str) -> str:
    if element is None:
        return ""
    found = element.get(name)
    if found is None:
        found = next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")
    return str(found)


def _flag(element: Any, name: str) -> bool | None:
    value = _value(element, name).lower()
    return True if value in ("true", "-1", "1", "0xffffffff") else False if value in ("false", "0", "0x0") else None
