"""Takes the traffic of services over into the books, a million days if need be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.records.importing import ImportTable
from desktop.models.tables import TrafficDay
from desktop.services.importing.rows import TrafficRow
from desktop.services.importing.spool import Spool
from desktop.services.importing.tally import Tally
from desktop.services.importing.values import day_of
from desktop.services.sender_numbers import in_chunks
from desktop.services.storage.bulk import bulk_insert, bulk_update

_VALUES = (
    "contacts_at_risk",
    "messages_sent",
    "opt_outs",
    "delivered",
    "read",
    "clicked",
    "new_starts",
)
_DAYS_AT_ONCE = 5_000

Values = tuple[Any, ...]


def merge_traffic(
    session: Session,
    spool: Spool,
    service_ids: Mapping[str, int],
    tally: Tally,
    done: Callable[[int], None],
) -> None:
    """Insert new days and update known ones; of several rows of one day, the last one counts.

    ``done`` is told how many rows were worked through, and may raise to end it.
    """
    rows: Iterator[TrafficRow] = spool.sorted_rows(ImportTable.TRAFFIC)
    for service_no, days in groupby(rows, key=itemgetter(0)):
        for chunk in in_chunks(days, _DAYS_AT_ONCE):
            _merge_days(session, service_ids[service_no], chunk, tally)
            done(len(chunk))


def _merge_days(session: Session, service_id: int, rows: list[TrafficRow], tally: Tally) -> None:
    last = {row[1]: row[2:] for row in rows}
    tally.unchanged += len(rows) - len(last)
    known = _known_days(session, service_id, min(last), max(last))
    inserted: list[Values] = []
    updated: list[Values] = []
    for day, said in last.items():
        before = known.get(day)
        if before is None:
            inserted.append((service_id, day, *said))
            tally.add(inserted=True)
            continue
        # An export without a column says nothing about it.
        values = tuple(
            new if new is not None else old for new, old in zip(said, before, strict=True)
        )
        if values != before:
            updated.append((*values, service_id, day))
        tally.add(updated=values != before)
    bulk_insert(session, TrafficDay, ("service_id", "day", *_VALUES), inserted)
    bulk_update(session, TrafficDay, _VALUES, ("service_id", "day"), updated)


def _known_days(session: Session, service_id: int, first: str, last: str) -> dict[str, Values]:
    rows = session.execute(
        select(TrafficDay.day, *(getattr(TrafficDay, name) for name in _VALUES)).where(
            TrafficDay.service_id == service_id,
            TrafficDay.day.between(day_of(first), day_of(last)),
        )
    )
    return {day.isoformat(): tuple(values) for day, *values in rows}
