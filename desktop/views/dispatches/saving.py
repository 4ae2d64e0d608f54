"""The words of the file with the numbers that did not get their SMS."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import SmsState
from desktop.services.sending.failed_export import FailedExportOrder
from desktop.views.desk import Desk
from desktop.views.sms_words import all_reasons
from desktop.views.words import word


def failed_order(desk: Desk, record: DispatchRecord, path: str) -> FailedExportOrder:
    """Return the order for the file, in the language of the moment."""
    return FailedExportOrder(
        record.id,
        Path(path),
        (
            QCoreApplication.translate("FailedFile", "Number"),
            QCoreApplication.translate("FailedFile", "State"),
            QCoreApplication.translate("FailedFile", "Reason"),
            QCoreApplication.translate("FailedFile", "Time"),
        ),
        record.dispatch_no,
        {state: word(state) for state in SmsState},
        all_reasons(),
        desk.formats.zone,
        desk.agent,
    )
