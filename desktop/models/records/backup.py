"""What is known of a backup, and what a restore did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """What a database holds: the revision of its schema, and rows by table.

    ``audit_breaks`` is in how many places the audit log does not hold; 0 is as it should be.
    """

    revision: str
    rows: Mapping[str, int]
    audit_breaks: int = 0


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was written and looked through."""

    path: Path
    size_bytes: int
    facts: DatabaseFacts


@dataclass(frozen=True, slots=True)
class Restored:
    """A database that was put back; ``kept`` is the one it replaced, None where there was none."""

    place: str
    kept: Path | None
    facts: DatabaseFacts
