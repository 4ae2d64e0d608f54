"""Takes contacts and their events over into the books, a million of them if need be.

Rows come sorted by service and number, so that all rows of one contact stand together however
they were spelled. Moments stay texts in UTC on the whole way: they sort as the moments do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from desktop.models.records.importing import ImportTable
from desktop.models.states import ContactEventKind
from desktop.models.tables import Contact, ContactEvent
from desktop.services.importing.events_in_rows import Event, merged_events, naming
from desktop.services.importing.rows import ContactRow
from desktop.services.importing.spool import Spool
from desktop.services.importing.tally import Tally
from desktop.services.importing.values import utc_text
from desktop.services.sender_numbers import (
    ServiceNumbers,
    Span,
    in_chunks,
    numbers_of,
)
from desktop.services.sending.marks import renew_marks
from desktop.services.storage.bulk import (
    bulk_insert,
    bulk_update,
    index_built_afterwards,
    moment_text,
    new_ids,
)

CONTACTS_AT_ONCE = 5_000

_NEW_COLUMNS = (
    "id",
    "service_id",
    "e164",
    "reversed_digits",
    "sms_country",
    "raw_phone",
    "name",
    "source",
    "state",
    "entered_at",
    "started_at",
    "started_on",
    "stopped_at",
    "reminders_sent",
)
_RENEWED_COLUMNS = (
    "name",
    "source",
    "state",
    "entered_at",
    "started_at",
    "started_on",
    "stopped_at",
)
_KIND_TEXT = {kind: kind.value for kind in ContactEventKind}
_EVENT_COLUMNS = ("contact_id", "kind", "at", "number", "source")
_RANDOM_INDEX = "ix_contacts_reversed_digits"
_SOURCE = "import"
_ENTERED_AT: Final = 6

_MINUTE = len("2026-11-17 20:00")

Group = tuple[str, list[ContactRow]]


@dataclass(frozen=True, slots=True)
class _Known:
    """A contact as the books have it."""

    id: int
    name: str
    source: str
    entered_at: str
    reminded: bool
    events: list[Event] = field(default_factory=list)


@dataclass(slots=True)
class _Writes:
    """What a chunk of contacts changes."""

    contacts: list[tuple[Any, ...]] = field(default_factory=list)
    renewed: list[tuple[Any, ...]] = field(default_factory=list)
    begun_anew: list[int] = field(default_factory=list)
    events: list[tuple[Any, ...]] = field(default_factory=list)


class ContactMerge:
    """Merges the contacts of one import; ``touched`` are the services to be counted anew.

    With ``rehearsal`` (demonstration) SMS in test mode count as reminders.
    """

    def __init__(
        self,
        session: Session,
        service_ids: Mapping[str, int],
        tally: Tally,
        *,
        rehearsal: bool = False,
    ) -> None:
        self.touched: set[int] = set()
        self._session = session
        self._rehearsal = rehearsal
        self._service_ids = service_ids
        self._tally = tally

    def merge(self, spool: Spool, done: Callable[[int], None]) -> None:
        """Merge all rows; ``done`` is told how many, and may raise to end it."""
        # The digits backwards are the one key that comes in random order.
        known = self._session.scalar(select(func.max(Contact.id))) or 0
        many = spool.count(ImportTable.CONTACTS) > known
        with index_built_afterwards(self._session, _RANDOM_INDEX, worthwhile=many):
            self._merge_all(spool, done)

    def _merge_all(self, spool: Spool, done: Callable[[int], None]) -> None:
        rows: Iterator[ContactRow] = spool.sorted_rows(ImportTable.CONTACTS)
        for service_no, of_service in groupby(rows, key=itemgetter(0)):
            service_id = self._service_ids[service_no]
            numbers = _as_texts(numbers_of(self._session, [service_id])[service_id])
            is_new = not self._has_contacts(service_id)
            contacts = ((e164, list(group)) for e164, group in groupby(of_service, itemgetter(1)))
            for groups in in_chunks(contacts, CONTACTS_AT_ONCE):
                known = {} if is_new else self._known(service_id, [e164 for e164, _ in groups])
                self._merge_groups(service_id, numbers, groups, known)
                done(sum(len(of_contact) for _, of_contact in groups))

    def _has_contacts(self, service_id: int) -> bool:
        found = self._session.scalar(select(exists().where(Contact.service_id == service_id)))
        return bool(found)

    def _merge_groups(
        self,
        service_id: int,
        numbers: ServiceNumbers[str],
        groups: Sequence[Group],
        known: Mapping[str, _Known],
    ) -> None:
        writes = _Writes()
        ids = iter(new_ids(self._session, Contact, len(groups) - len(known)))
        for e164, rows in groups:
            before = known.get(e164)
            if before is None:
                self._insert(writes, next(ids), service_id, numbers, rows)
            else:
                self._update(writes, before, numbers, rows)
        bulk_insert(self._session, Contact, _NEW_COLUMNS, writes.contacts)
        bulk_update(self._session, Contact, _RENEWED_COLUMNS, ("id",), writes.renewed)
        bulk_insert(self._session, ContactEvent, _EVENT_COLUMNS, writes.events)
        # Reminders are counted for each sign-up: those of the one before are no longer shown.
        renew_marks(self._session, writes.begun_anew, rehearsal=self._rehearsal)
        if writes.contacts or writes.renewed:
            self.touched.add(service_id)

    def _insert(
        self,
        writes: _Writes,
        contact_id: int,
        service_id: int,
        numbers: ServiceNumbers[str],
        rows: Sequence[ContactRow],
    ) -> None:
        _, e164, country, raw, *_ = rows[0]
        name, source, _ = naming(rows)
        events, news = merged_events([], rows)
        state, *moments = numbers.project(events)
        key = (contact_id, service_id, e164, e164[:0:-1], country or None)
        writes.contacts.append((*key, raw, name, source, state.value, *moments, 0))
        self._append_events(writes, contact_id, events)
        self._tally.add(inserted=True)
        for has_news in news[1:]:
            self._tally.add(updated=has_news)

    def _update(
        self,
        writes: _Writes,
        before: _Known,
        numbers: ServiceNumbers[str],
        rows: Sequence[ContactRow],
    ) -> None:
        events, news = merged_events(before.events, rows)
        name, source, at = naming(rows)
        # What a person calls himself in the latest sign-up holds; an empty cell says nothing.
        is_latest = rows[at][_ENTERED_AT] >= before.entered_at
        name = name if name and (is_latest or not before.name) else before.name
        source = source if source and (is_latest or not before.source) else before.source
        news[at] = news[at] or (name, source) != (before.name, before.source)
        if any(news):
            state, *moments = numbers.project(events)
            begins_anew = (moments[0] or "")[:_MINUTE] > before.entered_at[:_MINUTE]
            if begins_anew and before.reminded:
                writes.begun_anew.append(before.id)
            writes.renewed.append((name, source, state.value, *moments, before.id))
            self._append_events(writes, before.id, events[len(before.events) :])
        for has_news in news:
            self._tally.add(updated=has_news)

    @staticmethod
    def _append_events(writes: _Writes, contact_id: int, events: Sequence[Event]) -> None:
        writes.events.extend(
            [(contact_id, _KIND_TEXT[kind], at, number, _SOURCE) for kind, at, number in events]
        )

    def _known(self, service_id: int, numbers: Sequence[str]) -> dict[str, _Known]:
        """Return what the books have of some numbers, locked where the engine can."""
        rows = self._session.execute(
            select(
                Contact.e164,
                Contact.id,
                Contact.name,
                Contact.source,
                moment_text(self._session, Contact.entered_at),
                Contact.last_reminder_at.is_not(None),
            )
            .where(Contact.service_id == service_id, Contact.e164.in_(numbers))
            .with_for_update()
        )
        known = {
            e164: _Known(contact_id, name, source, entered_at, reminded)
            for e164, contact_id, name, source, entered_at, reminded in rows
        }
        events = self._events_of([contact.id for contact in known.values()])
        for contact in known.values():
            contact.events.extend(events[contact.id])
        return known

    def _events_of(self, contact_ids: Sequence[int]) -> Mapping[int, list[Event]]:
        events: defaultdict[int, list[Event]] = defaultdict(list)
        rows = self._session.execute(
            select(
                ContactEvent.contact_id,
                ContactEvent.kind,
                moment_text(self._session, ContactEvent.at),
                ContactEvent.number,
            ).where(ContactEvent.contact_id.in_(contact_ids))
        )
        for contact_id, kind, at, number in rows:
            events[contact_id].append((kind, at, number))
        return events


def _as_texts(numbers: ServiceNumbers[datetime]) -> ServiceNumbers[str]:
    spans = (Span(span.number, _text(span.from_at), _text(span.until_at)) for span in numbers.spans)
    return ServiceNumbers(numbers.current, _text(numbers.since), tuple(spans))


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else utc_text(moment)
