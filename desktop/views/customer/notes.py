"""Notes on a customer: written while talking, saved while typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from threading import Event

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.records.customers import NoteRecord
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.fields import TextEdit
from desktop.views.widgets.headings import Divider
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.label import Label, small

SAVE_AFTER_MS = 500


class NotesTab(Themed, QWidget):
    """The notes, newest first, and a field for the next one.

    What is typed is saved half a second after the last key, as one note that goes on changing
    until the agent leaves the customer or begins the next note.

    Signals:
        changed: a note was pinned or unpinned.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._customer_id: int | None = None
        self._note_id: int | None = None
        self._saving = False
        self._dirty = False
        self._field = TextEdit()
        self._field.setObjectName("customer_note")
        self._saved = small()
        self._done = LinkButton()
        self._done.setObjectName("finish_note")
        self._error = ErrorState()
        self._nothing = EmptyState("sticky-note")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._lay_out()
        self._field.textChanged.connect(self._note_typing)
        self._timer.timeout.connect(self._save)
        self._done.clicked.connect(self._finish)
        self._error.retried.connect(self._save)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        foot = QHBoxLayout()
        foot.addWidget(self._saved, 1)
        foot.addWidget(self._done)
        self._list = QVBoxLayout()
        self._lines: KeptWidgets[NoteRecord, _NoteLine] = KeptWidgets(self._list, self._line_of)
        column.addWidget(self._field)
        column.addLayout(foot)
        column.addWidget(self._error)
        column.addWidget(self._nothing)
        column.addLayout(self._list)
        column.addStretch(1)
        self._error.hide()
        self._done.hide()
        space(column, 0, 16, 0, 0, gap=8)
        space(self._list, 0, gap=0)
        self.restyle()

    def restyle(self) -> None:
        self._field.setFixedHeight(px(88))

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._field.setPlaceholderText(self.tr("Note, saved while you type"))
        self._field.setAccessibleName(self.tr("New note"))
        self._done.setText(self.tr("Begin another note"))
        self._nothing.say(self.tr("No note yet."), self.tr("Notes are seen by every colleague."))

    def show_notes(self, customer_id: int, notes: Sequence[NoteRecord]) -> None:
        """Show the notes of a customer."""
        if customer_id != self._customer_id:
            self._forget_typing(customer_id)
        standing = [note for note in notes if note.id != self._note_id]
        self._lines.show(standing, self._desk.formats)
        self._nothing.setVisible(not notes)

    def _line_of(self, note: NoteRecord) -> _NoteLine:
        line = _NoteLine(self._desk, note)
        line.pin_wanted.connect(partial(self._pin, note.id, not note.pinned))
        return line

    def begin(self) -> None:
        """Put the focus into the field."""
        self._field.setFocus()

    def keep(self) -> None:
        """Save what is being typed at once."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()

    @property
    def is_keeping(self) -> bool:
        """Whether what was typed is still on its way into the database."""
        return self._saving or self._timer.isActive()

    def _note_typing(self) -> None:
        self._saved.setText("")
        self._dirty = True
        self._timer.start()

    def _save(self) -> None:
        if self._customer_id is None or self._saving or not self._dirty:
            return
        text = self._field.toPlainText()
        if self._note_id is None and not text.strip():
            return
        self._saving, self._dirty = True, False
        self._desk.tasks.run(
            partial(self._write, self._customer_id, self._note_id, text),
            self._tell_saved,
            self._fail,
        )

    def _write(self, customer_id: int, note_id: int | None, text: str, _stop: Event) -> NoteRecord:
        notes, agent = self._desk.services.notes, self._desk.agent
        if note_id is None:
            return notes.add(customer_id, text, agent)
        return notes.change(note_id, text, agent)

    def _tell_saved(self, note: NoteRecord) -> None:
        self._saving = False
        self._error.hide()
        if note.customer_id != self._customer_id:
            return
        self._note_id = note.id if note.text.strip() else None
        time = self._desk.formats.time(note.changed_at)
        self._saved.setText(self.tr("saved {time}").format(time=time))
        self._done.setVisible(self._note_id is not None)
        if self._dirty:
            self._timer.start()

    def _fail(self, error: BaseException) -> None:
        self._saving, self._dirty = False, True
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._error.show()

    def _finish(self) -> None:
        self.keep()
        self._forget_typing(self._customer_id)
        self._field.setFocus()
        self.changed.emit()

    def _forget_typing(self, customer_id: int | None) -> None:
        self._customer_id = customer_id
        self._note_id = None
        blocked = self._field.blockSignals(True)
        self._field.clear()
        self._field.blockSignals(blocked)
        self._dirty = False
        self._saved.setText("")
        self._done.hide()

    def _pin(self, note_id: int, pinned: bool) -> None:
        self._desk.tasks.run(
            partial(self._write_pin, note_id, pinned), self._tell_pinned, self._fail
        )

    def _write_pin(self, note_id: int, pinned: bool, _stop: Event) -> None:
        self._desk.services.notes.pin(note_id, self._desk.agent, pinned=pinned)

    def _tell_pinned(self, _nothing: None) -> None:
        self.changed.emit()


class _NoteLine(Themed, QWidget):
    """One note: when and by whom at the left, its text, and a link that pins it.

    Signals:
        pin_wanted: pin it, or unpin it.
    """

    pin_wanted = Signal()

    def __init__(self, desk: Desk, note: NoteRecord) -> None:
        super().__init__()
        head = QHBoxLayout()
        when = small(f"{desk.formats.moment(note.written_at)} · {note.agent}")
        pin = LinkButton(self.tr("Unpin") if note.pinned else self.tr("Pin"), icon_name="pin")
        pin.setObjectName(f"pin_{note.id}")
        pin.clicked.connect(self.pin_wanted)
        head.addWidget(when, 1)
        head.addWidget(pin)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(Label(note.text, wrap=True, leading=20))
        column.addSpacing(px(4))
        column.addWidget(Divider())
        space(head, 0, gap=8)
        space(column, 0, 12, 0, 0, gap=4)
