"""What this computer remembers of a database outside of it: how far its sending had come.

Whoever puts a backup back puts everything back that is in the database; what lies outside stays
and shows that there was a later state. The mark lies beside a SQLite file and in the user's own
folder, because either may be put back along with it; the later of both counts.
"""

from __future__ import annotations

import json
import logging
import os
import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.paths import data_dir
from desktop.services.storage.database import Database

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SentMark:
    """One remembered state. ``version`` counts the changes to dispatches and only rises.

    ``lineage`` names the history: it changes when a person lets a restored database go on.
    ``dispatches`` are the latest, with recipients and how many were processed.
    """

    house: str
    lineage: str
    version: int
    at: str
    dispatches: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def moment(self) -> datetime:
        """When this state was seen."""
        return datetime.fromisoformat(self.at)


class SentMarks:
    """Reads and writes the marks of one database. A mark that cannot be written stops nothing."""

    def __init__(self, database: Database, own_folder: Path | None = None) -> None:
        """Keep the mark beside a SQLite file, and in ``own_folder`` of the user."""
        self._own = own_folder or data_dir() / "sent"
        self._beside: Path | None = None
        place = database.place
        if database.is_sqlite and place and place != ":memory:":
            path = Path(place)
            self._beside = path.with_name(path.name + "-sent.json")
        self.seat = f"{socket.gethostname()}:{Path(place).absolute() if self._beside else place}"

    def of(self, house: str) -> list[SentMark]:
        """Return the marks of a house; one that cannot be read is none."""
        found = (_read(path) for path in self._paths(house))
        return [mark for mark in found if mark is not None and mark.house == house]

    def write(self, mark: SentMark) -> None:
        """Remember a state instead of the one before."""
        text = json.dumps(asdict(mark), ensure_ascii=False, sort_keys=True)
        for path in self._paths(mark.house):
            try:
                _replace(path, text)
            except OSError as error:
                log.info("how far sending came cannot be kept: %s", type(error).__name__)

    def _paths(self, house: str) -> list[Path]:
        beside = [self._beside] if self._beside is not None else []
        return [*beside, self._own / f"{house}.json"]


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def _read(path: Path) -> SentMark | None:
    try:
        read: Any = json.loads(path.read_text(encoding="utf-8"))
        mark = SentMark(
            str(read["house"]),
            str(read["lineage"]),
            int(read["version"]),
            str(read["at"]),
            {str(no): (int(one[0]), int(one[1])) for no, one in read["dispatches"].items()},
        )
        return mark if mark.moment.tzinfo is not None else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None
