"""Resolves resource references of a manifest or layout through androguard's resource table."""

import re
from typing import Any

from appscan.extract.hush import hushed

_REFERENCE = re.compile(r"@(?:android:)?(?:0x)?([0-9A-Fa-f]{7,8})")
_LANGUAGES = ("zh", "", "en")


class Resources:
    """A resource table, or none: then references stay as they stand."""

    def __init__(self, table: Any) -> None:
        self._table = table
        self._kept: dict[int, tuple[str, ...]] = {}

    def values(self, value: str | None) -> tuple[str, ...]:
        """Every value that a reference has over all configurations, Chinese first; a plain text as it stands."""
        if not value:
            return ()
        match = _REFERENCE.fullmatch(value)
        if match is None:
            return (value,)
        number = int(match[1], 16)
        if number not in self._kept:
            self._kept[number] = self._resolve(number)
        return self._kept[number]

    def text(self, value: str | None) -> str:
        """The first of `values`; a reference that cannot be resolved gives ''."""
        return next(iter(self.values(value)), "")

    def label(self, number: int) -> str:
        """The texts of a string resource, or the name of any other; empty where there is neither."""
        kind, _, name = self._name(number).rpartition("/")
        return " / ".join(self.values(f"@{number:08x}")) if kind.endswith("string") else name

    def _name(self, number: int) -> str:
        """`@com.x:id/button`; empty where the table does not say."""
        if self._table is None:
            return ""
        try:
            with hushed():
                return str(self._table.get_resource_xml_name(number) or "")
        except Exception:  # noqa: BLE001 - androguard raises what its parser trips over; the resource has no name then
            return ""

    def _resolve(self, number: int) -> tuple[str, ...]:
        if self._table is None:
            return ()
        try:
            with hushed():
                found = self._table.get_resolved_res_configs(number)
        except Exception:  # noqa: BLE001 - androguard raises what its parser trips over; the reference stays unresolved
            return ()
        ranked = sorted(
            ((_rank(config), str(text)) for config, text in found if text is not None), key=lambda pair: pair[0]
        )
        return tuple(dict.fromkeys(text for _, text in ranked))


def _rank(config: Any) -> int:
    language = config.get_language().strip("\0")
    return _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)
