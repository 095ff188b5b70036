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

    def rates(self, what: str) -> tuple[float, float]:
        """(precision, recall) of what sets were compared for."""
        count = self._sets[what]
        found, wanted = count["right"] + count["extra"], count["right"] + count["missed"]
        return count["right"] / max(1, found), count["right"] / max(1, wanted)

    def share(self, what: str) -> float:
        """The share of exact values."""
        return self._exact[what][True] / max(1, self._exact[what].total())

    def print(self) -> None:
        """One line a measure."""
        for what, count in sorted(self._sets.items()):
            precision, recall = self.rates(what)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            wanted, found = count["right"] + count["missed"], count["right"] + count["extra"]
            if wanted or found:
                print(f"  {what:<32} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({wanted} wanted, {found} found)")
        for what, exact in sorted(self._exact.items()):
            print(f"  {what:<32} exact {self.share(what):.3f}  ({exact.total()})")
