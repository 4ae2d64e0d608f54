"""Counts how rows end."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.records.importing import TableLedger


@dataclass(slots=True)
class Tally:
    """How the rows of one table ended so far."""

    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0

    def add(self, *, inserted: bool = False, updated: bool = False) -> None:
        """Count one row that was compared with the books."""
        if inserted:
            self.inserted += 1
        elif updated:
            self.updated += 1
        else:
            self.unchanged += 1

    def ledger(self) -> TableLedger:
        """Return the counts as they stand."""
        return TableLedger(self.read, self.inserted, self.updated, self.unchanged, self.rejected)
