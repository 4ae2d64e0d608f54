"""Keeps the notes of a case: those that stand, and the one that is being typed."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtCore import QObject

from desktop.models.records.cases import CaseRecord
from desktop.models.records.customers import NoteRecord
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.widgets.notes_panel import NoteLine, NotesPanel


@dataclass(frozen=True, slots=True)
class _Writing:
    """A text to be saved; ``ends`` the note that was being typed, or is one of its own."""

    case: CaseRecord
    text: str
    ends: bool
    of_its_own: bool = False


class NoteKeeper(QObject):
    """Saves while the agent types, one write after the other."""

    def __init__(self, desk: Desk, panel: NotesPanel) -> None:
        super().__init__(panel)
        self._desk = desk
        self._panel = panel
        self._case: CaseRecord | None = None
        self._note_id: int | None = None
        self._waiting: deque[_Writing] = deque()
        self._current: _Writing | None = None
        self._running: Running[NoteRecord | None] | None = None
        self._reading: Running[tuple[NoteRecord, ...]] | None = None
        panel.text_edited.connect(self._type)
        panel.note_finished.connect(self._finish)

    def show(self, case: CaseRecord) -> None:
        """Show the notes of a case."""
        if self._case is None or self._case.id != case.id:
            self._panel.flush()
            self._note_id = None
            self._panel.set_text("")
            self._panel.set_notes(())
            self._panel.show_saved("")
        self._case = case
        self._panel.setEnabled(True)
        self.read()

    def add(self, text: str) -> None:
        """Write a note that the desk itself makes."""
        self._put(text, ends=False, of_its_own=True)

    def flush(self) -> None:
        """Save at once what was typed."""
        self._panel.flush()

    @property
    def is_keeping(self) -> bool:
        """Whether something is being saved."""
        return self._running is not None

    def read(self) -> None:
        """Read the notes that stand."""
        if self._case is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        work = partial(_read, self._desk.services, self._case.id)
        self._reading = self._desk.tasks.run(work, self._take, self._fail)

    def _take(self, notes: tuple[NoteRecord, ...]) -> None:
        time = self._desk.formats.time
        self._panel.set_notes(
            [NoteLine(time(each.written_at), each.text) for each in notes if self._stands(each)]
        )

    def _stands(self, note: NoteRecord) -> bool:
        return note.id != self._note_id

    # ---------------------------------------------------------------- writing

    def _type(self, text: str) -> None:
        self._waiting = deque(each for each in self._waiting if each.ends or each.of_its_own)
        self._put(text, ends=False)

    def _finish(self, text: str) -> None:
        self._put(text, ends=True)

    def _put(self, text: str, *, ends: bool, of_its_own: bool = False) -> None:
        if self._case is not None:
            self._waiting.append(_Writing(self._case, text, ends, of_its_own))
            self._work_on()

    def _work_on(self) -> None:
        if self._running is not None or not self._waiting:
            return
        self._current = self._waiting.popleft()
        is_typed = not self._current.of_its_own and self._is_shown(self._current.case)
        work = partial(
            _write,
            self._desk.services,
            self._current,
            self._desk.agent,
            self._note_id if is_typed else None,
        )
        self._running = self._desk.tasks.run(work, self._note_saved, self._fail_write)

    def _is_shown(self, case: CaseRecord) -> bool:
        return self._case is not None and self._case.id == case.id

    def _note_saved(self, note: NoteRecord | None) -> None:
        writing, self._current, self._running = self._current, None, None
        if writing is not None and not writing.of_its_own and self._is_shown(writing.case):
            kept = note is not None and bool(writing.text.strip()) and not writing.ends
            self._note_id = note.id if kept and note is not None else None
            if note is not None:
                saved = self.tr("saved {}").format(self._desk.formats.time(note.changed_at))
                self._panel.show_saved("" if writing.ends else saved)
        if writing is not None and (writing.ends or writing.of_its_own):
            self.read()
        self._work_on()

    def _fail(self, error: BaseException) -> None:
        self._panel.show_saved(error_text(error).sentence)

    def _fail_write(self, error: BaseException) -> None:
        """Keep what could not be saved; it is written with the next key."""
        self._running = None
        if self._current is not None:
            self._waiting.appendleft(self._current)
            self._current = None
        self._panel.show_saved(error_text(error).sentence)


def _read(services: Services, case_id: int, _stop: Event) -> tuple[NoteRecord, ...]:
    return services.notes.of_case(case_id)


def _write(
    services: Services, writing: _Writing, agent: str, note_id: int | None, _stop: Event
) -> NoteRecord | None:
    if note_id is not None:
        return services.notes.change(note_id, writing.text, agent)
    if not writing.text.strip():
        return None
    case = writing.case
    return services.notes.add(case.customer_id, writing.text, agent, case_id=case.id)
