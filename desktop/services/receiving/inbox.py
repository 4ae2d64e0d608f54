"""Keeps delivery reports as they came, and leads each to its SMS, now or later.

    inbox = Inbox(database)
    inbox.keep("websms", body)     one short transaction, before anything is read
    inbox.settle()                 reads what is new, looks again for what waits
    inbox.counts()                 what waits, what could not be read

A report may come before its send has been recorded, twice, or for nobody. It is never thrown away
for that: what fits no SMS waits, and is looked at again. A reply that asks to stop is settled by
suppressing the number; other replies stay *other*.
"""

from __future__ import annotations

import hashlib
import logging
from datetime import timedelta

from sqlalchemy import delete, exists, func, select
from sqlalchemy.orm import Session

from desktop.models.changes import Change
from desktop.models.records.status import ReportCounts
from desktop.models.states import ReportState
from desktop.models.tables import ReceivedReport
from desktop.services.receiving.reading import READERS, Reading, UnreadableReportError
from desktop.services.receiving.stops import ReceivedReply, settle_replies
from desktop.services.sending.matching import settle_reports, waiting_with_sms
from desktop.services.storage.database import Database
from desktop.services.storage.dialect import upsert

log = logging.getLogger(__name__)

AT_ONCE = 200
"""So many reports are settled in one transaction, so that senders need not wait for long."""

KEPT_DAYS = 90
"""So long a report that has done its work is kept: it holds a person's number."""

_DONE = (ReportState.SETTLED, ReportState.OTHER, ReportState.UNREADABLE)


class Inbox:
    """The reports of one database. Safe to use from several threads and computers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, gateway: str, raw: bytes) -> bool:
        """Write a report down as it came; return False where it was there already.

        Raises:
            StorageError: it was not written, and whoever brought it should come again.

        """
        new = {
            "received_at": self._database.clock(),
            "gateway": gateway,
            "raw": raw,
            "digest": hashlib.sha256(raw).hexdigest(),
            "state": ReportState.STORED,
            "delivery": "",
            "reason": "",
        }
        with self._database.write() as session:
            insert = upsert(session, ReceivedReport).values(new).on_conflict_do_nothing()
            return session.scalar(insert.returning(ReceivedReport.id)) is not None

    def settle(self) -> int:
        """Read what is new and look again for the SMS of what waits; return how many were settled.

        Raises:
            StorageError: the database cannot be written; nothing is lost.

        """
        settled, read = 0, AT_ONCE
        while read == AT_ONCE:
            read, now_settled = self._settle_new()
            settled += now_settled
        return settled + self._settle_waiting()

    def forget_old(self) -> int:
        """Delete what has done its work long ago; return how many.

        Raises:
            StorageError: the database cannot be written.

        """
        before = self._database.clock() - timedelta(days=KEPT_DAYS)
        with self._database.write() as session:
            gone = session.scalars(
                delete(ReceivedReport)
                .where(ReceivedReport.state.in_(_DONE), ReceivedReport.received_at < before)
                .returning(ReceivedReport.id)
            ).all()
        return len(gone)

    def counts(self) -> ReportCounts:
        """Return how many reports wait or could not be used, and when the last one came.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            return report_counts(session)

    def _settle_new(self) -> tuple[int, int]:
        """Return how many were read and how many of them settled; asks for no lock in vain."""
        with self._database.read() as session:
            new = exists().where(ReceivedReport.state == ReportState.STORED)
            if not session.scalar(select(new)):
                return 0, 0
        with self._database.write(Change.DISPATCHES) as session:
            rows = session.scalars(
                select(ReceivedReport)
                .where(ReceivedReport.state == ReportState.STORED)
                .order_by(ReceivedReport.id)
                .limit(AT_ONCE)
                .with_for_update(skip_locked=True)
            ).all()
            replies = [reply for row in rows if (reply := _read_into(row)) is not None]
            readable = [row for row in rows if row.state is ReportState.WAITING]
            now = self._database.clock()
            settled = settle_reports(session, readable, now)
            stops = settle_replies(session, replies)
            for row in rows:
                if row.id in stops:
                    row.state, row.settled_at = ReportState.SETTLED, now
            return len(rows), settled + len(stops)

    def _settle_waiting(self) -> int:
        with self._database.read() as session:
            if not session.scalar(select(waiting_with_sms().exists())):
                return 0
        with self._database.write(Change.DISPATCHES) as session:
            rows = session.scalars(
                waiting_with_sms().limit(AT_ONCE).with_for_update(skip_locked=True)
            ).all()
            return settle_reports(session, rows, self._database.clock())


def report_counts(session: Session) -> ReportCounts:
    """Return how many reports wait or could not be used, and when the last one came."""
    of_note = [state for state in ReportState if state is not ReportState.SETTLED]
    counting = (
        select(ReceivedReport.state, func.count(), func.min(ReceivedReport.received_at))
        .where(ReceivedReport.state.in_(of_note))
        .group_by(ReceivedReport.state)
    )
    found = {state: (count, oldest) for state, count, oldest in session.execute(counting)}
    counts = {state: found[state][0] if state in found else 0 for state in of_note}
    waiting = found.get(ReportState.WAITING)
    last = select(ReceivedReport.received_at).order_by(ReceivedReport.id.desc()).limit(1)
    return ReportCounts(
        unread=counts[ReportState.STORED],
        unmatched=counts[ReportState.WAITING],
        other=counts[ReportState.OTHER],
        unreadable=counts[ReportState.UNREADABLE],
        oldest_unmatched_at=waiting[1] if waiting else None,
        last_at=session.scalar(last),
    )


def _read_into(row: ReceivedReport) -> ReceivedReply | None:
    """Fill in what a report says; return the reply if it is one, which stays *other* so far."""
    reader = READERS.get(row.gateway)
    try:
        reading = reader(row.raw) if reader is not None else Reading()
    except UnreadableReportError as error:
        log.info("a report of %s cannot be read: %s", row.gateway, error)
        row.state = ReportState.UNREADABLE
        return None
    row.client_message_id = reading.client_message_id
    row.gateway_id = reading.gateway_id
    row.reason = reading.reason
    # No gateway knows the future: its clock is ahead of ours.
    row.said_at = min(reading.at or row.received_at, row.received_at)
    row.delivery = reading.delivery.value if reading.delivery else ""
    row.state = ReportState.WAITING if reading.delivery else ReportState.OTHER
    if reading.reply is None:
        return None
    return ReceivedReply(row.id, row.received_at, reading.reply)
