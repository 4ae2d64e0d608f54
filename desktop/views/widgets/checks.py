"""Which rows are checked: some, or all that match but a few. Never a list of a million rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt


@dataclass(frozen=True, slots=True)
class Checks:
    """The check state of a list by the ids of its records.

    Without `all_matching`, `ids` are the checked ones. With it everything that the list's query
    matches is checked, except `ids`.
    """

    all_matching: bool = False
    ids: frozenset[int] = field(default_factory=frozenset)

    def holds(self, record_id: int) -> bool:
        """Whether this record is checked."""
        return (record_id in self.ids) != self.all_matching

    def toggled(self, record_id: int) -> Checks:
        """The same with one record turned over."""
        return Checks(self.all_matching, self.ids ^ {record_id})

    def count(self, total: int) -> int:
        """How many of `total` matching records are checked."""
        return total - len(self.ids) if self.all_matching else len(self.ids)

    def state(self, total: int) -> Qt.CheckState:
        """What the check box of the header shows."""
        count = self.count(total)
        if total == 0 or count == 0:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if count == total else Qt.CheckState.PartiallyChecked


NOTHING = Checks()
EVERYTHING = Checks(all_matching=True)
