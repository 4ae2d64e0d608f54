"""Saves the list as a table: where to, how far it is, where it lies."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QDir, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.models.eligibility import ReminderRules
from desktop.models.records.signups import SignupQuery, SignupSelection
from desktop.models.states import ExclusionReason, SmsState
from desktop.services.bundle import Services
from desktop.services.exporting import (
    ExportOrder,
    ExportProgress,
    ExportResult,
    ExportWords,
    TableFormat,
)
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.signups import words
from desktop.views.tasks import Running
from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.busy import TaskProgress
from desktop.views.words import word

TOLD_MS = 15_000
"""So long the place of the file is offered."""


class ExportStrip(Themed, QWidget):
    """A strip at the foot of the list, hidden while nothing is being saved.

    Signals:
        saved: carries the ``ExportResult``.
    """

    saved = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("signups_export")
        self._desk = desk
        self._running: Running[ExportResult] | None = None
        self._asked: tuple[SignupQuery, SignupSelection, ReminderRules] | None = None
        self._folder = ""
        self._progress = TaskProgress()
        self._progress.setObjectName("signups_export_progress")
        self._progress.cancelled.connect(self.cancel)
        self._told = Banner()
        self._told.setObjectName("signups_export_told")
        self._told.acted.connect(self._act)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(TOLD_MS)
        self._gone.timeout.connect(self._told.hide)
        column = QVBoxLayout(self)
        space(column, 0, gap=0)
        for part in (self._progress, self._told):
            column.addWidget(part)
            part.hide()

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return self._running is not None and self._running.active

    # ---------------------------------------------------------------- asking for a place

    def ask(self, query: SignupQuery, selection: SignupSelection, rules: ReminderRules) -> None:
        """Let the person choose a file for the rows of ``selection``."""
        self._asked = (query, selection, rules)
        dialog = QFileDialog(self.window(), self.tr("Save as table"), self._start_folder())
        dialog.setObjectName("signups_export_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("Excel workbook (*.xlsx)"), self.tr("CSV for spreadsheets (*.csv)")]
        )
        dialog.setDefaultSuffix(TableFormat.XLSX.value)
        day = self._desk.formats.local(query.at).date().isoformat()
        dialog.selectFile(self.tr("incomplete sign-ups {}").format(day))
        dialog.filterSelected.connect(partial(_follow_filter, dialog))
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def _start_folder(self) -> str:
        places = QStandardPaths.StandardLocation
        return self._folder or QStandardPaths.writableLocation(places.DocumentsLocation)

    def save(self, name: str) -> None:
        """Write the file."""
        if self._asked is None:
            return
        query, selection, rules = self._asked
        path = Path(name)
        if path.suffix.lower() not in {f".{form.value}" for form in TableFormat}:
            path = path.with_name(f"{path.name}.{TableFormat.XLSX.value}")
        self._folder = str(path.parent)
        order = ExportOrder(
            query,
            selection,
            path,
            TableFormat(path.suffix[1:].lower()),
            self._words(rules),
            self._desk.formats.zone,
            self._desk.agent,
        )
        self._told.hide()
        self._show_progress(ExportProgress(0, 0))
        self._progress.setVisible(True)
        work = partial(_save, self._desk.services, order)
        self._running = self._desk.tasks.run_reporting(
            work, self._tell_saved, self._tell_failure, self._show_progress
        )

    def _words(self, rules: ReminderRules) -> ExportWords:
        return ExportWords(
            language=self._desk.language.code,
            possible=words.possible(),
            sheet=self.tr("Sign-ups"),
            reasons={reason: words.reason_words(reason, rules) for reason in ExclusionReason},
            results={state: word(state) for state in SmsState},
        )

    # ---------------------------------------------------------------- telling

    def cancel(self) -> None:
        """Stop writing; nothing is left of the file."""
        if self._running is not None:
            self._running.cancel()
        self._progress.hide()

    def _show_progress(self, progress: object) -> None:
        if isinstance(progress, ExportProgress):
            number = self._desk.formats.number
            numbers = self.tr("{} of {} rows").format(number(progress.done), number(progress.total))
            self._progress.show_progress(
                progress.done, max(1, progress.total), self.tr("Saving the table"), numbers
            )

    def _tell_saved(self, result: ExportResult) -> None:
        self._progress.hide()
        sentence = self._desk.formats.counted(
            result.rows, self.tr("{} sign-up saved in"), self.tr("{} sign-ups saved in")
        )
        self._told.show_state(
            StateKind.GOOD, f"{sentence} {result.path.name}", self.tr("Open folder")
        )
        self._gone.start()
        self.saved.emit(result)

    def _tell_failure(self, error: BaseException) -> None:
        self._progress.hide()
        told = error_text(error)
        self._told.show_state(
            StateKind.BAD, f"{told.sentence} {told.hint}", self.tr("Choose a file …")
        )
        self._gone.stop()

    def _act(self) -> None:
        self._told.hide()
        if self._gone.isActive():
            self._gone.stop()
            QDesktopServices.openUrl(QUrl.fromLocalFile(QDir.cleanPath(self._folder)))
        elif self._asked is not None:
            self.ask(*self._asked)


def _follow_filter(dialog: QFileDialog, chosen: str) -> None:
    is_csv = f"*.{TableFormat.CSV.value}" in chosen
    dialog.setDefaultSuffix((TableFormat.CSV if is_csv else TableFormat.XLSX).value)


def _save(
    services: Services, order: ExportOrder, stop: Event, report: Callable[[object], None]
) -> ExportResult:
    return services.signup_export.save(order, stop, report)
