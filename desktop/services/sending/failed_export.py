"""Saves the SMS of a dispatch that did not arrive as a table: these people can be called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

from desktop.errors import CancelledError
from desktop.models.records.dispatches import SmsRow
from desktop.models.states import SmsState
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.table_files import (
    CsvFile,
    FieldKind,
    TableField,
    TableFile,
    Value,
    XlsxFile,
    written_whole,
)

NOT_ARRIVED = (SmsState.FAILED, SmsState.UNDELIVERABLE)
"""SMS of which it is known that nobody got them. An unclear one may have arrived."""


@dataclass(frozen=True, slots=True)
class FailedExportOrder:
    """What is saved where, in whose words. A reason without a word stands as its code.

    ``headers`` are those of number, state, reason and time; the suffix of ``path`` chooses CSV or
    XLSX; times are written in ``zone``.
    """

    dispatch_id: int
    path: Path
    headers: tuple[str, str, str, str]
    sheet: str
    states: Mapping[SmsState, str]
    reasons: Mapping[str, str]
    zone: ZoneInfo
    agent: str


class FailedExport:
    """Writes the numbers of a dispatch that did not get their SMS; it is in the audit log."""

    def __init__(self, database: Database, lists: DispatchLists) -> None:
        """Read through ``lists``; keep the books of exports in ``database``."""
        self._database = database
        self._lists = lists

    def save(self, order: FailedExportOrder, stop: Event) -> int:
        """Write the file and return its rows.

        Raises:
            CancelledError: ``stop`` was set; no file was left.
            DiskFullError: there is no room for the file.
            FileUnwritableError: the file may not be written there.
            NotFoundError: there is no such dispatch.
            StorageError: the database cannot be read.

        """
        record = self._lists.get(order.dispatch_id)
        rows = 0
        with written_whole(order.path) as draft, _open(order, draft) as file:
            for page in self._lists.all_sms(order.dispatch_id, NOT_ARRIVED):
                for sms in page:
                    file.write(_values(sms, order))
                rows += len(page)
                if stop.is_set():
                    raise CancelledError
        facts = {"dispatch": record.dispatch_no, "rows": rows}
        act = audit.Act(
            "failed_exported",
            order.agent,
            self._database.clock(),
            facts,
            record.customer_id,
            record.case_id,
        )
        with self._database.write() as session:
            audit.record(session, act)
        return rows


def _open(order: FailedExportOrder, draft: Path) -> TableFile:
    number, state, reason, time = order.headers
    fields = [
        TableField(number, FieldKind.PHONE, 18),
        TableField(state, FieldKind.TEXT, 16),
        TableField(reason, FieldKind.TEXT, 36),
        TableField(time, FieldKind.MOMENT, 17),
    ]
    if order.path.suffix.lower() == ".xlsx":
        return XlsxFile(draft, fields, order.zone, sheet=order.sheet)
    return CsvFile(draft, fields, order.zone)


def _values(sms: SmsRow, order: FailedExportOrder) -> tuple[Value, ...]:
    reason = order.reasons.get(sms.reason, sms.reason)
    return (sms.e164, order.states[sms.state], reason, sms.at)
