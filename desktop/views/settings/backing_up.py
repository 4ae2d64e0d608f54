"""Backs the database up from the window: where to, how far it is, whether it is whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.models.records.backup import Backup
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.settings.form import LABEL_WIDTH
from desktop.views.settings.words import size_text
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.busy import TaskProgress
from desktop.views.widgets.button import Button
from desktop.views.widgets.label import muted, small
from desktop.views.widgets.state_label import StateLabel


class BackupNow(Themed, QWidget):
    """A button, then the progress, then what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._running: Running[Backup] | None = None
        self._button = Button(icon_name="download")
        self._button.setObjectName("back_up_now")
        self._result = StateLabel(StateKind.NEUTRAL, "")
        self._result.setObjectName("backup_result")
        self._result.hide()
        self._details = small(wrap=True)
        self._details.hide()
        self._progress = TaskProgress()
        self._progress.setObjectName("backup_progress")
        self._progress.hide()
        self._indent = muted()
        self._column = QVBoxLayout(self)
        self._column.addLayout(row(self._indent, self._button, self._result, None, gap=16))
        for part in (self._details, self._progress):
            self._column.addWidget(part)
        self._button.clicked.connect(self._ask)
        self._progress.cancelled.connect(self._cancel)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._column, 0, gap=8)
        self._indent.setFixedWidth(px(LABEL_WIDTH))
        for part in (self._details, self._progress):
            part.setContentsMargins(px(LABEL_WIDTH + 16), 0, 0, 0)

    def retranslate(self) -> None:
        self._button.setText(self.tr("Back up now …"))
        self._progress.show_progress(0, 0, self.tr("The database is being backed up"))

    def _ask(self) -> None:
        suggested = self._desk.services.backups.suggested()
        dialog = QFileDialog(self.window(), self.tr("Back up now"), str(suggested.parent))
        dialog.setObjectName("backup_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(self.back_up)
        dialog.open()

    def back_up(self, name: str) -> None:
        """Write the backup to the file; the dialog has asked whether to write over one."""
        self._button.block(self.tr("The database is being backed up"))
        self._result.hide()
        self._details.hide()
        self._progress.show()
        work = partial(_make, self._desk, Path(name))
        self._running = self._desk.tasks.run_reporting(
            work, self._tell, self._fail, self._show_progress
        )

    def _show_progress(self, fraction: object) -> None:
        if isinstance(fraction, float):
            self._progress.show_progress(fraction, 1)

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()
        self._end(StateKind.NEUTRAL, self.tr("Cancelled"), "")

    def _tell(self, made: Backup) -> None:
        size = size_text(made.size_bytes, self._desk.formats)
        if made.facts.audit_breaks:
            word = self.tr("Backed up; the audit log in it does not hold")
            self._end(StateKind.WARNING, word, str(made.path))
            return
        word = self.tr("Backed up and whole, {size}").format(size=size)
        self._end(StateKind.GOOD, word, str(made.path))

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._end(StateKind.BAD, told.sentence, told.hint)

    def _end(self, kind: StateKind, word: str, details: str) -> None:
        self._button.unblock()
        self._progress.hide()
        self._result.set_state(kind, word)
        self._result.show()
        self._details.setText(details)
        self._details.setVisible(bool(details))


def _make(desk: Desk, path: Path, stop: Event, report: Callable[[object], None]) -> Backup:
    return desk.services.backups.make(path, report, stop, force=True)
