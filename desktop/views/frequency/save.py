"""Saves the charts as a picture, or as one page, where the person wants it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.models.records.frequency import OwnEstimate
from desktop.models.records.traffic import ServiceTraffic
from desktop.views.desk import Desk
from desktop.views.frequency import picture
from desktop.views.frequency.body import FrequencyBody
from desktop.views.frequency.picture import Kind, Sheet
from desktop.views.rates import estimate_words, said_words, words
from desktop.views.theme import StateKind


class SheetSaver(QObject):
    """Draws what is shown, asks for a file, and writes it on a worker.

    Signals:
        told: a line on how it went, and its kind of state.
    """

    told = Signal(str, object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._content: dict[Kind, bytes] = {}

    def ask(self, body: FrequencyBody, own: OwnEstimate | None, *kinds: Kind) -> None:
        """Draw what is shown now, for each kind that it may be saved as, and ask where to."""
        traffic = body.traffic
        if traffic is None:
            return
        self._content = {kind: self._drawn(body, traffic, own, kind) for kind in kinds}
        dialog = QFileDialog(self._page, self.tr("Save the charts"))
        dialog.setObjectName("frequency_save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self._filter(kind) for kind in kinds])
        dialog.setDefaultSuffix(kinds[0].value)
        dialog.filterSelected.connect(partial(self._follow_filter, dialog))
        name = picture.file_name(traffic.customer_name, traffic.service_name)
        dialog.selectFile(f"{name}.{kinds[0].value}")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: str) -> None:
        """Write what was drawn last; what the name ends with says which kind."""
        ending = Path(path).suffix.lstrip(".").lower()
        first = next(iter(self._content))
        kind = next((one for one in self._content if one.value == ending), first)
        work = partial(picture.write, self._content[kind], Path(path))
        self._desk.tasks.run(work, self._tell_saved, self._tell_failure)

    def _filter(self, kind: Kind) -> str:
        return {
            Kind.PNG: self.tr("Picture (*.png)"),
            Kind.SVG: self.tr("Drawing (*.svg)"),
            Kind.PDF: self.tr("Page (*.pdf)"),
        }[kind]

    def _follow_filter(self, dialog: QFileDialog, chosen: str) -> None:
        """Let the name end as the chosen kind does."""
        kind = next((one for one in self._content if self._filter(one) == chosen), None)
        if kind is not None:
            dialog.setDefaultSuffix(kind.value)

    def _drawn(
        self, body: FrequencyBody, traffic: ServiceTraffic, own: OwnEstimate | None, kind: Kind
    ) -> bytes:
        title = f"{traffic.customer_name} · {traffic.service_name}"
        with body.drawn_for(kind.ratio) as parts:
            return Sheet(title, self._lines(traffic, own), parts).drawn(kind)

    def _lines(self, traffic: ServiceTraffic, own: OwnEstimate | None) -> list[str]:
        """Return what the sheet says beside the charts: what was seen, and what follows from it."""
        formats = self._desk.formats
        said = [words.sentence(traffic, formats)]
        if own is not None:
            said.append(said_words.sentence(own, traffic.messages_per_day_now, formats))
        lines = [one.replace("**", "").strip("„“”") for one in said if one]
        if own is not None:
            advice = self.tr("Recommended: {}.").format(estimate_words.advice_title(own.advice))
            lines.append(f"{advice} {estimate_words.advice_reason(own, formats)}")
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
        text = self.tr("The file could not be saved: {}").format(reason)
        self.told.emit(text, StateKind.BAD)
