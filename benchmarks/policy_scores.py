"""Counts of what was found, missed and invented, by what is measured."""

from collections import Counter
from collections.abc import Set as AbstractSet


class Scores:
    """Precision, recall and F1 over sets; the share of exact values."""

    def __init__(self, *, show: bool) -> None:
        self._show = show
        self._sets: dict[str, Counter[str]] = {}
        self._exact: dict[str, Counter[bool]] = {}

    def sets(
        self,
        what: str,
        where: str,
        wanted: AbstractSet[str],
        found: AbstractSet[str],
        tolerated: AbstractSet[str] = frozenset(),
    ) -> None:
        """Compare two sets; what is tolerated counts neither way, unless it is wanted."""
        right, extra, missed = wanted & found, found - wanted - tolerated, wanted - found
        count = self._sets.setdefault(what, Counter())
        count.update(right=len(right), extra=len(extra), missed=len(missed))
        if self._show and (extra or missed):
            print(f"  {what} | {where} | extra {sorted(extra)} | missed {sorted(missed)}")

    def exact(self, what: str, where: str, wanted: str, found: str) -> None:
        """Compare two values."""
        self._exact.setdefault(what, Counter())[wanted == found] += 1
        if self._show and wanted != found:
            print(f"  {what} | {where} | wanted {wanted!r} | found {found!r}")

    def print(self) -> None:
        """One line a measure."""
        for what, count in sorted(self._sets.items()):
            right, found, wanted = count["right"], count["right"] + count["extra"], count["right"] + count["missed"]
            precision, recall = right / max(1, found), right / max(1, wanted)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            print(f"  {what:<30} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({wanted} wanted, {found} found)")
        for what, exact in sorted(self._exact.items()):
            print(f"  {what:<30} exact {exact[True] / max(1, exact.total()):.3f}  ({exact.total()})")
