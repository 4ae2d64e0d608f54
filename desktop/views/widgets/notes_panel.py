"""Notes of a call: those that stand, and a field that is always open and saves itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.views.theme import px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.fields import TextEdit
from desktop.views.widgets.label import Label, small, strong

DEBOUNCE_MS = 500
_FEW_LINES = 104
_FOCUS_KEYS = "Alt+N"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note that stands: when, already written as the language does, and what."""

    time: str
    text: str


class _NoteField(TextEdit):
    """Enter finishes a note, Shift+Enter begins a new line."""

    finished = Signal()

    def sizeHint(self) -> QSize:
        """A few lines; it takes the room that is left."""
        return QSize(super().sizeHint().width(), px(_FEW_LINES))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers():
            self.finished.emit()
            return
        super().keyPressEvent(event)


class NotesPanel(Themed, QWidget):
    """Notes above, newest last; below them the field.

    Signals:
        text_edited: the text of the field, half a second after the last key; save it.
        note_finished: Enter: the text becomes a note of its own, and the field is empty again.
    """

    text_edited = Signal(str)
    note_finished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._heading = strong()
        self._remark = small(_FOCUS_KEYS)
        self._lines = QGridLayout()
        self._labels: list[Label] = []
        self._shown: tuple[NoteLine, ...] = ()
        self._field = _NoteField()
        self._field.setObjectName("noteField")
        self._told = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(DEBOUNCE_MS)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row(self._heading, None, self._remark))
        self._column.addLayout(self._lines)
        self._column.addSpacing(px(2))
        self._column.addWidget(self._field, 1)
        self._wait.timeout.connect(self.flush)
        self._field.textChanged.connect(self._wait_for_more)
        self._field.finished.connect(self._finish)
        keys = QShortcut(QKeySequence(_FOCUS_KEYS), self)
        keys.activated.connect(self._take_focus)
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 24, 24, 24, 24, gap=10)
        self._lines.setHorizontalSpacing(0)
        self._lines.setVerticalSpacing(px(8))
        self._lines.setColumnMinimumWidth(0, px(48))
        self._lines.setColumnStretch(1, 1)

    def retranslate(self) -> None:
        self._heading.setText(self.tr("Notes"))
        self._field.setPlaceholderText(self.tr("Note, saved as you type"))
        self._field.setAccessibleName(self.tr("Note"))

    # ---------------------------------------------------------------- what it shows

    def set_notes(self, notes: Sequence[NoteLine]) -> None:
        """Show the notes that stand; the same ones again change nothing."""
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        for label in self._labels:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for place, note in enumerate(notes):
            when = small(note.time)
            when.setContentsMargins(0, px(2), 0, 0)
            what = Label(note.text, wrap=True)
            self._lines.addWidget(when, place, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(what, place, 1)
            self._labels += [when, what]

    def set_text(self, text: str) -> None:
        """Put text into the field without telling so."""
        self._told = text
        self._field.blockSignals(True)
        self._field.setPlainText(text)
        self._field.blockSignals(False)
        self._wait.stop()

    @property
    def text(self) -> str:
        """The text in the field."""
        return self._field.toPlainText()

    def show_saved(self, words: str) -> None:
        """Say that the text is saved, such as "saved 14:02"; "" shows the keys alone."""
        self._remark.setText(f"{words} · {_FOCUS_KEYS}" if words else _FOCUS_KEYS)

    # ---------------------------------------------------------------- telling

    def flush(self) -> None:
        """Tell now what was typed last; called before the panel goes away."""
        self._wait.stop()
        if self.text != self._told:
            self._told = self.text
            self.text_edited.emit(self.text)

    def _wait_for_more(self) -> None:
        self._wait.start()

    def _finish(self) -> None:
        text = self.text.strip()
        if text:
            self.set_text("")
            self.note_finished.emit(text)

    def _take_focus(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
