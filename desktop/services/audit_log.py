"""Reading the audit log: the newest first, by customer, case, person and time; and its chain.

log = AuditLog(database)
log.scope(filter)                     what the filters offer
log.newest(filter)                    the key of the first row, to see whether anything is new
log.anchors(filter, stop)             how many, and where each page begins
log.page(filter, start)               rows from a key on
log.entry(entry_id)                   one of them
log.verify(known, stop, report)       the whole chain, in short sessions
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.orm import Session

from desktop.errors import CancelledError, NotFoundError
from desktop.models.records.audit import (
    AuditCase,
    AuditFilter,
    AuditKey,
    AuditProgress,
    AuditReport,
    AuditRow,
    AuditScope,
)
from desktop.models.records.paging import PAGE_ROWS, Anchors
from desktop.models.tables import AuditEntry, Case, Customer
from desktop.services.paging import Order, read_anchors, read_page, stoppable
from desktop.services.storage.audit import ChainWalk
from desktop.services.storage.database import Database

MOST_ACTORS = 200
MOST_CASES = 25
_AT_ONCE = 2_000

NEWEST_FIRST = Order(AuditEntry.__table__.c.at, AuditEntry.__table__.c.id, descending=True)


class AuditLog:
    """Reads what stands in the audit log; only use cases write into it."""

    def __init__(self, database: Database) -> None:
        """Read from ``database``."""
        self._database = database

    def scope(self, wanted: AuditFilter) -> AuditScope:
        """Return everybody who has acted, and the cases and the customer for the filters.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            customer = ""
            if wanted.customer_id is not None:
                name = select(Customer.name).where(Customer.id == wanted.customer_id)
                customer = session.scalar(name) or ""
            return AuditScope(tuple(_actors(session)), _cases(session, wanted), customer)

    def newest(self, wanted: AuditFilter) -> AuditKey | None:
        """Return the key of the newest entry that matches, None without one.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            keys = read_page(session, condition(wanted), NEWEST_FIRST, None, 1)
        return keys[0] if keys else None

    def anchors(self, wanted: AuditFilter, stop: Event) -> Anchors[AuditKey]:
        """Return how many match, and with which key each page begins.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session, stoppable(session, stop):
            total, keys = read_anchors(session, condition(wanted), NEWEST_FIRST, PAGE_ROWS)
        return Anchors(total, keys)

    def page(
        self, wanted: AuditFilter, start: AuditKey | None = None, rows: int = PAGE_ROWS
    ) -> tuple[AuditRow, ...]:
        """Return rows from the one with the key ``start`` on.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            keys = read_page(session, condition(wanted), NEWEST_FIRST, start, rows)
            return _rows(session, [key[1] for key in keys])

    def pages(self, wanted: AuditFilter, rows: int) -> Iterator[tuple[AuditRow, ...]]:
        """Yield all that match, page by page, each read in a session of its own.

        Raises:
            StorageError: the database cannot be read.

        """
        start: AuditKey | None = None
        while True:
            found = self.page(wanted, start, rows + 1)
            if found:
                yield found[:rows]
            if len(found) <= rows:
                return
            start = (found[rows].at, found[rows].id)

    def count(self, wanted: AuditFilter, stop: Event) -> int:
        """Count the entries that match.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        counted = select(func.count()).select_from(AuditEntry).where(condition(wanted))
        with self._database.read() as session, stoppable(session, stop):
            return session.execute(counted).scalar_one()

    def entry(self, entry_id: int) -> AuditRow:
        """Return one entry.

        Raises:
            NotFoundError: there is no such entry.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            rows = _rows(session, [entry_id])
        if not rows:
            raise NotFoundError("audit entry", str(entry_id))
        return rows[0]

    def verify(self, known_hash: str, stop: Event, report: Callable[[object], None]) -> AuditReport:
        """Go along the chain up to the entry that is the last one now.

        Each stretch is a session of its own, so that nobody who writes has to wait for the end.
        ``report`` is told an ``AuditProgress`` now and then.

        Raises:
            CancelledError: ``stop`` was set.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            last = session.scalar(select(func.max(AuditEntry.id))) or 0
        walk = ChainWalk(known_hash)
        while walk.last_id < last:
            stretch = (
                select(AuditEntry)
                .where(AuditEntry.id > walk.last_id, AuditEntry.id <= last)
                .order_by(AuditEntry.id)
                .limit(_AT_ONCE)
            )
            with self._database.read() as session:
                entries = session.scalars(stretch).all()
            if not entries:
                break
            for entry in entries:
                walk.take(entry)
            if stop.is_set():
                raise CancelledError
            report(AuditProgress(walk.last_id, last))
        return walk.report()


def condition(wanted: AuditFilter) -> ColumnElement[bool]:
    """Return the condition that an entry is meant."""
    terms: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        terms.append(AuditEntry.at >= wanted.since)
    if wanted.until is not None:
        terms.append(AuditEntry.at < wanted.until)
    if wanted.customer_id is not None:
        terms.append(AuditEntry.customer_id == wanted.customer_id)
    if wanted.case_id is not None:
        terms.append(AuditEntry.case_id == wanted.case_id)
    if wanted.actor is not None:
        terms.append(AuditEntry.actor == wanted.actor)
    return and_(true(), *terms)


def _actors(session: Session) -> Iterator[str]:
    """Yield everybody who has acted, by jumps along the index: a DISTINCT would read it whole."""
    actor = session.scalar(select(func.min(AuditEntry.actor)))
    for _ in range(MOST_ACTORS):
        if actor is None:
            return
        yield actor
        actor = session.scalar(select(func.min(AuditEntry.actor)).where(AuditEntry.actor > actor))


def _cases(session: Session, wanted: AuditFilter) -> tuple[AuditCase, ...]:
    """Return the newest cases, of the customer if one is meant, and the one that is meant."""
    newest = select(Case.id, Case.case_no).order_by(Case.id.desc()).limit(MOST_CASES)
    if wanted.customer_id is not None:
        newest = newest.where(Case.customer_id == wanted.customer_id)
    found = [AuditCase(*row) for row in session.execute(newest)]
    if wanted.case_id is not None and all(one.id != wanted.case_id for one in found):
        meant = select(Case.id, Case.case_no).where(Case.id == wanted.case_id)
        found.extend(AuditCase(*row) for row in session.execute(meant))
    return tuple(found)


def _rows(session: Session, ids: list[int]) -> tuple[AuditRow, ...]:
    statement = (
        select(AuditEntry, Customer.name, Case.case_no)
        .outerjoin(Customer, Customer.id == AuditEntry.customer_id)
        .outerjoin(Case, Case.id == AuditEntry.case_id)
        .where(AuditEntry.id.in_(ids))
    )
    found = {
        entry.id: _row(entry, customer, case_no)
        for entry, customer, case_no in session.execute(statement)
    }
    return tuple(found[one] for one in ids if one in found)


def _row(entry: AuditEntry, customer: str | None, case_no: str | None) -> AuditRow:
    return AuditRow(
        id=entry.id,
        at=entry.at,
        actor=entry.actor,
        act=entry.act,
        customer_id=entry.customer_id,
        customer=customer or "",
        case_id=entry.case_id,
        case_no=case_no or "",
        facts=entry.payload,
        entry_hash=entry.entry_hash,
    )
