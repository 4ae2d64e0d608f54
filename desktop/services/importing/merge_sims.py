"""Takes SIM cards over into the books: their status, and which service used them when.

What is reported later holds: a row that is older than what the books have learnt adds its history
and changes nothing else, and says so as a conflict. A row that contradicts the books (a blocked
SIM is reported active) changes nothing at all and is kept for a person to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.records.importing import ConflictKind, SimConflict
from desktop.models.states import SimStatus
from desktop.models.tables import SimCard, SimEvent
from desktop.services.importing.rows import SimRow
from desktop.services.importing.spans import Spans
from desktop.services.importing.tally import Tally
from desktop.services.number_status.receiving import (
    Contradiction,
    contradiction_of,
    keep_contradiction,
)
from desktop.services.number_status.source import SourceName
from desktop.services.sender_numbers import CHUNK, in_chunks

_RANK = {status: rank for rank, status in enumerate(SimStatus)}
"""Of two reports of one moment, the one further on in the life cycle is the later one."""

_IN_USE = frozenset({SimStatus.ACTIVE, SimStatus.WARNED})
"""A blocked or retired SIM may still name the service that it served last."""


class SimMerge:
    """Merges the rows of one import; afterwards ``touched`` holds the services to be renewed."""

    def __init__(
        self, session: Session, service_ids: Mapping[str, int], agent: str, now: datetime
    ) -> None:
        self.touched: set[int] = set()
        self.conflicts: list[SimConflict] = []
        self._session = session
        self._service_ids = service_ids
        self._agent = agent
        self._now = now
        self._spans = Spans(session)
        self._cards: dict[str, SimCard] = {}
        self._events: defaultdict[int, set[tuple[SimStatus, datetime]]] = defaultdict(set)

    def merge(self, rows: Sequence[SimRow], tally: Tally) -> None:
        """Merge rows in the order of what they report, whatever their order in the file."""
        self._load({row.iccid for row in rows})
        for row in sorted(rows, key=lambda row: (row.status_since, row.assigned_at or "")):
            is_new = row.iccid not in self._cards
            changed = self._merge_row(row)
            tally.add(inserted=is_new, updated=changed)
        self._session.flush()
        self.touched |= self._spans.touched

    def _load(self, iccids: set[str]) -> None:
        for chunk in in_chunks(sorted(iccids), CHUNK):
            cards = self._session.scalars(
                select(SimCard)
                .where(SimCard.iccid.in_(chunk))
                .order_by(SimCard.id)
                .with_for_update()
            ).all()
            self._cards |= {card.iccid: card for card in cards if card.iccid is not None}
            events = self._session.execute(
                select(SimEvent.sim_id, SimEvent.status, SimEvent.at).where(
                    SimEvent.sim_id.in_([card.id for card in cards])
                )
            )
            for sim_id, status, at in events:
                self._events[sim_id].add((status, at))

    def _merge_row(self, row: SimRow) -> bool:
        since = _moment(row.status_since)
        known = self._cards.get(row.iccid)
        if known is not None and self._contradicts(known, row, since):
            return False
        card = known or self._new_card(row, since)
        added = self._append_event(card, row, since)
        renewed = self._renew_card(card, row, since)
        moved = self._renew_assignment(card, row, since)
        service_id = self._spans.service_of(card.id)
        if renewed and service_id is not None:
            self.touched.add(service_id)
        return added or renewed or moved

    def _contradicts(self, card: SimCard, row: SimRow, since: datetime) -> bool:
        """Keep a row that does not fit to what the books hold, to be decided."""
        is_newer = _is_newer(card, row, since)
        matter = contradiction_of(self._session, card, row.status, is_newer=is_newer)
        if matter is None:
            return False
        told = Contradiction(matter, row.status, since, row.note or "", SourceName.IMPORT)
        if keep_contradiction(self._session, card, told, self._now):
            self._report(ConflictKind.TO_DECIDE, row, card.status.value)
        return True

    def _new_card(self, row: SimRow, since: datetime) -> SimCard:
        card = SimCard(
            iccid=row.iccid,
            msisdn=row.msisdn,
            msisdn_reversed=row.msisdn[:0:-1],
            carrier=row.carrier or "",
            status=row.status,
            status_since=since,
            note=row.note or "",
        )
        self._session.add(card)
        self._session.flush()
        self._cards[row.iccid] = card
        return card

    def _append_event(self, card: SimCard, row: SimRow, since: datetime) -> bool:
        if (row.status, since) in self._events[card.id]:
            return False
        self._events[card.id].add((row.status, since))
        self._session.add(
            SimEvent(
                sim_id=card.id,
                status=row.status,
                at=since,
                service_id=self._service_ids.get(row.service_no or ""),
                entered_at=self._now,
                actor=self._agent,
                reason=row.note or "",
            )
        )
        return True

    def _renew_card(self, card: SimCard, row: SimRow, since: datetime) -> bool:
        if not _is_newer(card, row, since):
            if row.status != card.status:
                self._report(ConflictKind.OLDER_STATUS, row, card.status.value)
            return False
        values = {
            "status": row.status,
            "status_since": since,
            "msisdn": row.msisdn,
            "msisdn_reversed": row.msisdn[:0:-1],
            "carrier": row.carrier,
            "note": row.note,
        }
        changed = {
            name: value
            for name, value in values.items()
            if value is not None and getattr(card, name) != value
        }
        for name, value in changed.items():
            setattr(card, name, value)
        if changed:
            card.revision = (card.revision or 0) + 1
        if card.status is not SimStatus.IN_STOCK:
            card.reserved_for, card.reserved_by, card.reserved_at = None, "", None
        return bool(changed)

    def _renew_assignment(self, card: SimCard, row: SimRow, since: datetime) -> bool:
        if row.service_no is None:
            return False
        is_old = since < card.status_since
        says_in_use = True
        if row.service_no:
            says_in_use = row.status in _IN_USE
            service_id = self._service_ids[row.service_no]
            from_at = _moment(row.assigned_at) if row.assigned_at else None
            free_since = card.status_since if is_old else None
            outcome = self._spans.claim(card.id, service_id, from_at, since, free_since)
        else:
            outcome = self._spans.release(card.id, None if is_old else since)
        if outcome.conflicts and says_in_use:
            self._report(ConflictKind.OLDER_ASSIGNMENT, row, "")
        return outcome.changed

    def _report(self, kind: ConflictKind, row: SimRow, kept: str) -> None:
        is_place = kind is ConflictKind.OLDER_ASSIGNMENT
        reported = row.service_no or "" if is_place else row.status.value
        self.conflicts.append(SimConflict(kind, row.iccid, reported, kept))


def _is_newer(card: SimCard, row: SimRow, since: datetime) -> bool:
    """Tell whether a row speaks of a moment that is not before what the books know."""
    return (since, _RANK[row.status]) >= (card.status_since, _RANK[card.status])


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
