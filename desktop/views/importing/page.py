"""The page *Import*: choose or drop exports, look at them, read them, see how every row ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.errors import CancelledError
from desktop.models.records.importing import (
    ImportPhase,
    ImportPreview,
    ImportProgress,
    ImportReport,
    PastImport,
)
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.importing.choosing import ChoosingPart
from desktop.views.importing.previewing import PreviewPart
from desktop.views.importing.reporting import ReportPart
from desktop.views.page import Page
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import space
from desktop.views.widgets.busy import BusyLine, TaskProgress
from desktop.views.widgets.empty_state import ErrorState
from desktop.views.widgets.label import title
from desktop.views.widgets.scroll import ScrollArea


class ImportPage(Page):
    """Leads through an import; nothing of it blocks, and it can be cancelled until its commit."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("import_page")
        self.setAcceptDrops(True)
        self._paths: tuple[Path, ...] = ()
        self._stop = Event()
        self._shown: QWidget = self
        self._looking: Running[ImportPreview] | None = None
        self._dialog: QFileDialog | None = None
        self._title = title()
        self._busy = BusyLine()
        self._error = ErrorState()
        self._error.setObjectName("import_error")
        self._stopped = Banner()
        self._stopped.setObjectName("import_stopped")
        self._choosing = ChoosingPart(desk)
        self._previewing = PreviewPart(desk)
        self._progress = TaskProgress()
        self._progress.setObjectName("import_progress")
        self._report = ReportPart(desk)
        self._running_part = QWidget()
        self._parts = (self._choosing, self._previewing, self._running_part, self._report)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_part(self._choosing)

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._running_part)
        inner.addWidget(self._progress)
        inner.addStretch(1)
        space(inner, 0)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self._title)
        column.addWidget(self._busy)
        column.addSpacing(px(14))
        for outcome in (self._error, self._stopped):
            column.addWidget(outcome)
            outcome.hide()
        for part in self._parts:
            column.addWidget(part, 1)
        space(column, 32, 24, 32, 24, gap=0)
        ScrollArea.around(content, self)

    def _connect(self) -> None:
        self._choosing.area.files_wanted.connect(self._choose_files)
        self._choosing.area.folder_wanted.connect(self._choose_folder)
        self._previewing.agreed.connect(self._run)
        self._previewing.declined.connect(self._begin_anew)
        self._progress.cancelled.connect(self._cancel)
        self._report.again.connect(self._begin_anew)
        self._error.retried.connect(self._try_again)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Import"))
        self._choosing.retranslate()
        self._previewing.retranslate()
        self._report.retranslate()

    def enter(self) -> None:
        """Show the page; the keys go to the choice of files."""
        super().enter()
        if self._shown is self._choosing:
            self._choosing.area.setFocus()

    def reload(self) -> None:
        """Read which imports there were."""
        self.desk.tasks.run(self._read_past, self._choosing.show_past, self._fail)

    def _read_past(self, _stop: Event) -> Sequence[PastImport]:
        return self.desk.services.importing.past()

    @property
    def importing(self) -> bool:
        """Whether an import is under way."""
        return self._shown is self._running_part

    # ------------------------------------------------------------------------ choosing

    def look_at(self, paths: Sequence[Path]) -> None:
        """Show what an import of files, folders or ZIP files would read."""
        if self.importing or not paths:
            return
        self._paths = tuple(paths)
        self._hide_outcomes()
        self._busy.start()
        if self._looking is not None:
            self._looking.cancel()
        work = partial(self._preview, self._paths)
        self._looking = self.desk.tasks.run(work, self._show_preview, self._fail)

    def _preview(self, paths: Sequence[Path], _stop: Event) -> ImportPreview:
        return self.desk.services.importing.preview(paths)

    def _show_preview(self, preview: ImportPreview) -> None:
        self._busy.stop()
        self._previewing.show_preview(preview)
        self._show_part(self._previewing)

    def _choose_files(self) -> None:
        dialog = self._open_dialog(QFileDialog.FileMode.ExistingFiles, self.tr("Choose exports"))
        dialog.setNameFilters(
            [self.tr("Exports (*.csv *.tsv *.txt *.xlsx *.zip)"), self.tr("All files (*)")]
        )
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = self._open_dialog(QFileDialog.FileMode.Directory, self.tr("Choose a folder"))
        dialog.open()

    def _open_dialog(self, mode: QFileDialog.FileMode, caption: str) -> QFileDialog:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = QFileDialog(self, caption)
        self._dialog.setObjectName("import_dialog")
        self._dialog.setFileMode(mode)
        self._dialog.filesSelected.connect(self._take_files)
        return self._dialog

    def _take_files(self, names: Sequence[str]) -> None:
        self.look_at([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.importing and _local_files(event.mimeData()):
            self._choosing.area.hover(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._choosing.area.hover(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._choosing.area.hover(False)
        event.acceptProposedAction()
        self.look_at(_local_files(event.mimeData()))

    # ------------------------------------------------------------------ reading and writing

    def _run(self) -> None:
        self._hide_outcomes()
        self._stop = Event()
        self._progress.show_progress(0, 0, self.tr("Beginning …"))
        self._progress.set_cancellable(True)
        self._show_part(self._running_part)
        cancel = self._progress.findChild(QWidget, "taskCancel")
        if cancel is not None:
            cancel.setFocus()
        work = partial(self._import, self._paths, self.desk.language.code, self._stop)
        self.desk.tasks.run_reporting(work, self._show_end, self._fail, self._show_progress)

    def _import(
        self,
        paths: Sequence[Path],
        language: str,
        stop: Event,
        closing: Event,
        report: Callable[[object], None],
    ) -> ImportReport | None:
        """Run the import; None when it was stopped. It is also stopped when the desk closes.

        A person's wish to stop may come after the commit, so what counts is how it ended.
        """

        def tell(progress: ImportProgress) -> None:
            if closing.is_set():
                stop.set()
            report(progress)

        try:
            return self.desk.services.importing.run(
                paths, agent=self.desk.agent, progress=tell, stop=stop, language=language
            )
        except CancelledError:
            return None

    def _show_progress(self, progress: object) -> None:
        if not isinstance(progress, ImportProgress) or self._stop.is_set():
            return
        formats = self.desk.formats
        if progress.phase is ImportPhase.READING:
            text = self.tr("Reading {name}").format(name=progress.name)
        else:
            text = self.tr("Writing into the database")
        numbers = self.tr("{rows} rows, {speed} a second").format(
            rows=formats.number(progress.rows), speed=formats.number(round(progress.rows_per_s))
        )
        self._progress.show_progress(progress.fraction, 1.0, text, numbers)

    def _cancel(self) -> None:
        self._stop.set()
        self._progress.set_cancellable(False)
        self._progress.show_progress(0, 0, self.tr("Stopping …"))

    def _show_end(self, report: ImportReport | None) -> None:
        if report is None:
            self._stopped.show_state(
                StateKind.NEUTRAL, self.tr("The import was stopped. Nothing was changed.")
            )
            self._show_part(self._previewing)
            return
        self._report.show_report(report)
        self._show_part(self._report)

    def _fail(self, error: BaseException) -> None:
        self._busy.stop()
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._error.show()
        if self.importing:
            self._show_part(self._previewing)

    # ------------------------------------------------------------------------- between

    def _try_again(self) -> None:
        if self._shown is self._previewing:
            self._run()
        elif self._paths:
            self.look_at(self._paths)
        else:
            self._hide_outcomes()
            self.reload()

    def _begin_anew(self) -> None:
        self._hide_outcomes()
        self._show_part(self._choosing)
        self._choosing.area.setFocus()
        self.reload()

    def _hide_outcomes(self) -> None:
        self._error.hide()
        self._stopped.hide()

    def _show_part(self, part: QWidget) -> None:
        self._shown = part
        for other in self._parts:
            other.setVisible(other is part)


def _local_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
