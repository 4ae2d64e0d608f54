"""Saves the charts as a picture where the person wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.models.records.traffic import ServiceTraffic
from desktop.views.desk import Desk
from desktop.views.frequency import picture
from desktop.views.rates import words
from desktop.views.theme import StateKind


class PictureSaver(QObject):
    """Asks for a file and writes the picture on a worker.

    Signals:
        told: a line on how it went, and its kind of state.
    """

    told = Signal(str, object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._content = b""

    def draw(self, traffic: ServiceTraffic, parts: Sequence[QWidget]) -> None:
        """Draw what is shown now."""
        title = f"{traffic.customer_name} · {traffic.service_name}"
        self._content = picture.png(picture.draw(title, self._lines(traffic), parts))

    def ask(self, traffic: ServiceTraffic) -> None:
        """Ask where the picture that was drawn last shall go."""
        dialog = QFileDialog(self._page, self.tr("Save as picture"))
        dialog.setObjectName("frequency_picture_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Pictures (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(picture.file_name(traffic.customer_name, traffic.service_name))
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: str) -> None:
        """Write the picture that was drawn last."""
        work = partial(picture.write, self._content, Path(path))
        self._desk.tasks.run(work, self._tell_saved, self._tell_failure)

    def _lines(self, traffic: ServiceTraffic) -> list[str]:
        formats = self._desk.formats
        lines = [words.sentence(traffic, formats).replace("**", "").strip("„“”")]
        if traffic.counted is not None:
            span = self.tr("Span: {}. Observed, not compared in a test.")
            lines.append(span.format(words.days(traffic.counted, formats)))
        return lines

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(self.tr("Saved as {}").format(path.name), StateKind.GOOD)

    def _tell_failure(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        reason = error.strerror or str(error)
        text = self.tr("The picture could not be saved: {}").format(reason)
        self.told.emit(text, StateKind.BAD)
