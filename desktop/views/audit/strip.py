"""What takes its time on the page of the audit log: verifying the chain, and saving a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.models.records.audit import (
    AuditBreak,
    AuditFilter,
    AuditProgress,
    AuditReport,
)
from desktop.services.audit_export import AuditExportOrder
from desktop.services.bundle import Services
from desktop.views.audit.words import break_words, export_words, report_words
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import Themed, row, space, take_all_out
from desktop.views.widgets.busy import TaskProgress
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.label import small

_MOST_BREAKS = 5


class AuditStrip(Themed, QWidget):
    """A strip above the log, hidden until something was asked for; the last answer stays.

    The last hash of a whole log is kept at this computer, so that the next look sees whether
    entries were taken away at the end.

    Signals:
        entry_wanted: id of the entry at which the chain does not hold.
        busy_changed: whether something is under way.
        told: an answer stands here now.
    """

    entry_wanted = Signal(int)
    busy_changed = Signal(bool)
    told = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._running: Running[AuditReport] | Running[int] | None = None
        self._again: Callable[[], None] | None = None
        self._file = ""
        self._progress = TaskProgress()
        self._progress.setObjectName("audit_progress")
        self._banner = Banner()
        self._banner.setObjectName("audit_banner")
        self._breaks = QWidget()
        self._breaks.setObjectName("audit_breaks")
        self._break_list = QVBoxLayout(self._breaks)
        self._column = QVBoxLayout(self)
        for part in (self._progress, self._banner, self._breaks):
            self._column.addWidget(part)
            part.hide()
        self._progress.cancelled.connect(self.cancel)
        self._banner.acted.connect(self._act)
        self.restyle()
        self.hide()

    def restyle(self) -> None:
        space(self._column, 0, gap=8)
        space(self._break_list, 0, gap=0)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._running is not None

    # ---------------------------------------------------------------- verifying

    def verify(self) -> None:
        """Go along the whole chain in the background."""
        self._begin(self.tr("Verifying the log"))
        known = str(self._desk.local.value(self._known_key(), "") or "")
        work = partial(_verify, self._desk.services, known)
        self._again = self.verify
        self._running = self._desk.tasks.run_reporting(
            work, self._tell_report, self._tell_failure, self._show_progress
        )

    def _known_key(self) -> str:
        place = sha256(self._desk.services.database.place.encode()).hexdigest()
        return f"audit/last_hash/{place[:16]}"

    def _tell_report(self, report: AuditReport) -> None:
        self._end()
        kind = StateKind.GOOD if report.holds else StateKind.BAD
        sentence = report_words(report, self._desk.formats)
        if report.knows:
            self._again = None
            self._banner.show_state(kind, sentence, self.tr("Close"))
        else:
            self._again = partial(self._remember, report.last_hash)
            self._banner.show_state(kind, sentence, self.tr("Begin anew from here"))
        self._show_breaks(report.breaks)
        if report.holds:
            self._remember(report.last_hash)
        self.told.emit()

    def _remember(self, last_hash: str) -> None:
        self._desk.local.setValue(self._known_key(), last_hash)

    def _show_breaks(self, breaks: tuple[AuditBreak, ...]) -> None:
        self._clear_breaks()
        for one in breaks[:_MOST_BREAKS]:
            link = LinkButton(break_words(one, self._desk.formats))
            link.setObjectName(f"audit_break_{one.id}")
            link.setProperty("entry", one.id)
            link.clicked.connect(self._want_entry)
            self._break_list.addLayout(row(link, None))
        more = len(breaks) - _MOST_BREAKS
        if more > 0:
            text = self.tr("and at %n more place(s)", "", more)
            self._break_list.addWidget(small(text))
        self._breaks.setVisible(bool(breaks))

    def _clear_breaks(self) -> None:
        take_all_out(self._break_list)
        self._breaks.hide()

    def _want_entry(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.entry_wanted.emit(int(sender.property("entry")))

    # ---------------------------------------------------------------- saving

    def ask_for_file(self, wanted: AuditFilter) -> None:
        """Let the person choose a file for the entries that ``wanted`` means."""
        dialog = QFileDialog(self.window(), self.tr("Save as table"))
        dialog.setObjectName("audit_save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("CSV for spreadsheets (*.csv)"))
        dialog.setDefaultSuffix("csv")
        day = self._desk.formats.local(self._desk.services.database.clock()).date()
        dialog.selectFile(self.tr("audit log {}").format(day.isoformat()))
        dialog.fileSelected.connect(partial(self.save, wanted))
        dialog.open()

    def save(self, wanted: AuditFilter, name: str) -> None:
        """Write the entries that ``wanted`` means into a file."""
        self._begin(self.tr("Saving the table"))
        self._file = name
        self._again = partial(self.ask_for_file, wanted)
        order = AuditExportOrder(
            wanted,
            Path(name),
            export_words(self._desk),
            self._desk.formats.zone,
            self._desk.agent,
        )
        self._running = self._desk.tasks.run_reporting(
            partial(_save, self._desk.services, order),
            self._tell_saved,
            self._tell_failure,
            self._show_progress,
        )

    def _tell_saved(self, rows: int) -> None:
        self._end()
        self._again = None
        sentence = self._desk.formats.counted(
            rows, self.tr("{} entry saved in"), self.tr("{} entries saved in")
        )
        name = Path(self._file).name
        self._banner.show_state(StateKind.GOOD, f"{sentence} {name}", self.tr("Close"))
        self.told.emit()

    # ---------------------------------------------------------------- telling

    def cancel(self) -> None:
        """Give up what is under way; nothing is left of a file."""
        if self._running is not None:
            self._running.cancel()
        self._end()
        self.hide()

    def _begin(self, text: str) -> None:
        self.cancel()
        self._clear_breaks()
        self._banner.hide()
        self._progress.show_progress(0, 0, text)
        self._progress.show()
        self.show()
        self.busy_changed.emit(True)

    def _end(self) -> None:
        self._running = None
        self._progress.hide()
        self.busy_changed.emit(False)

    def _show_progress(self, progress: object) -> None:
        if isinstance(progress, AuditProgress) and self._running is not None:
            number = self._desk.formats.number
            numbers = self.tr("{} of {} entries")
            told = numbers.format(number(progress.done), number(progress.total))
            self._progress.show_progress(progress.done, max(1, progress.total), "", told)

    def _tell_failure(self, error: BaseException) -> None:
        self._end()
        told = error_text(error)
        sentence = f"{told.sentence} {told.hint}"
        self._banner.show_state(StateKind.BAD, sentence, self.tr("Try again"))
        self.told.emit()

    def _act(self) -> None:
        again, self._again = self._again, None
        self._banner.hide()
        self._clear_breaks()
        self.hide()
        if again is not None:
            again()


def _verify(
    services: Services, known: str, stop: Event, report: Callable[[object], None]
) -> AuditReport:
    return services.audit_log.verify(known, stop, report)


def _save(
    services: Services, order: AuditExportOrder, stop: Event, report: Callable[[object], None]
) -> int:
    return services.audit_export.save(order, stop, report)
