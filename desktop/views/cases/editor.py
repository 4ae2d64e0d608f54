"""The case that is open: its draft in memory, saved in the background with every change.

One piece of work runs at a time, so that each save hands back the revision that the one before
it brought. What is typed meanwhile is saved next. Nothing here draws anything.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import ConflictError
from desktop.models.case_flow import (
    CaseDraft,
    CaseStep,
    DraftProblem,
    problems,
    steps_in,
    with_answers,
)
from desktop.models.case_lease import CaseLease, colleague_with
from desktop.models.records.cases import CaseRecord
from desktop.models.records.dispatches import DispatchRecord
from desktop.views.cases.case_file import CaseFile, draft_of, step_of
from desktop.views.cases.editor_work import Act, perform, save, state_to_keep
from desktop.views.desk import Desk
from desktop.views.tasks import Running

SAVE_AFTER_MS = 400
RETRY_AFTER_MS = 5_000

Then = Callable[[], None]
Otherwise = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class _Queued:
    """An act that waits for its turn, and who is told of its end."""

    act: Act
    then: Then
    otherwise: Otherwise


class CaseEditor(QObject):
    """Holds one case and keeps it saved.

    Signals:
        changed: draft, step, record or dispatch is another one.
        saved: all that was typed is in the database now.
        save_failed: the exception; it is tried again by itself.
        conflicted: a colleague saved the case meanwhile; nothing is saved until it is read anew.
    """

    changed = Signal()
    saved = Signal()
    save_failed = Signal(object)
    conflicted = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self._file: CaseFile | None = None
        self._draft = CaseDraft()
        self._step = CaseStep.CALLER
        self._kept: tuple[CaseDraft, CaseStep] | None = None
        self._on_its_way: tuple[CaseDraft, CaseStep] | None = None
        self._saved_at: datetime | None = None
        self._acts: deque[_Queued] = deque()
        self._current: _Queued | None = None
        self._running: Running[Any] | None = None
        self._in_conflict = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work_on)

    # ---------------------------------------------------------------- what it holds

    @property
    def is_loaded(self) -> bool:
        """Whether a case is open."""
        return self._file is not None

    @property
    def file(self) -> CaseFile:
        """The case with all that belongs to it."""
        if self._file is None:
            raise LookupError("no case is open")
        return self._file

    @property
    def draft(self) -> CaseDraft:
        """What was typed so far."""
        return self._draft

    @property
    def step(self) -> CaseStep:
        """The step that is open."""
        return self._step

    @property
    def saved_at(self) -> datetime | None:
        """When the case was last saved."""
        return self._saved_at

    @property
    def is_dirty(self) -> bool:
        """Whether something has been typed that is not in the database yet."""
        return self._file is not None and (self._draft, self._step) != self._kept

    @property
    def is_busy(self) -> bool:
        """Whether something is being saved, or waits for it."""
        return self._running is not None or self.is_dirty or bool(self._acts)

    @property
    def is_keeping(self) -> bool:
        """Whether something is on its way into the database; in a conflict nothing is."""
        return self.is_busy and not self._in_conflict

    @property
    def can_change(self) -> bool:
        """Whether what was decided before the release may still be changed."""
        return self._is_ours and self._file is not None and self._file.dispatch is None

    @property
    def colleague(self) -> str:
        """Whose case it is, or who has it open, if that is somebody else; "" if it is ours."""
        if self._file is None:
            return ""
        record = self._file.record
        now = self.desk.services.database.clock()
        open_at = colleague_with(record.lease, self.desk.agent, now)
        return open_at or (record.owner if record.owner != self.desk.agent else "")

    @property
    def may_hold(self) -> bool:
        """Whether the other desks should see that it is open here."""
        return self._is_ours

    @property
    def _is_ours(self) -> bool:
        return self._file is not None and self._file.is_open and not self.colleague

    @property
    def shows_numbers(self) -> bool:
        """Whether numbers stand there whole: the caller of this call is verified."""
        return self.desk.call.shows_numbers_of(self.file.record.customer_id)

    def missing(self, step: CaseStep) -> tuple[DraftProblem, ...]:
        """Return what keeps a step from being done."""
        return problems(self._draft, step, self.file.dispatch_state)

    # ---------------------------------------------------------------- changing it

    def show(self, file: CaseFile) -> None:
        """Take over a case that was read; what was typed before and not saved is given up."""
        self._timer.stop()
        self._acts.clear()
        self._running = None
        self._current = None
        self._in_conflict = False
        self._file = file
        self._draft = draft_of(file)
        self._step = step_of(file, self._draft)
        self._kept = (self._draft, self._step)
        self._saved_at = file.record.changed_at
        self.changed.emit()

    def change(self, **answers: object) -> None:
        """Take over what was typed; it is saved within a second."""
        if not self._is_ours:
            return
        after = with_answers(self._draft, **answers)
        if after == self._draft:
            return
        self._draft = after
        self._save_soon()
        self.changed.emit()

    def go(self, step: CaseStep) -> None:
        """Open another step."""
        if step is self._step or step not in steps_in(self._draft):
            return
        self._step = step
        self._save_soon()
        self.changed.emit()

    def show_lease(self, lease: CaseLease | None) -> None:
        """Take over who has the case open."""
        if self._file is not None and lease != self._file.record.lease:
            before = self.colleague
            record = replace(self._file.record, lease=lease)
            self._file = replace(self._file, record=record)
            if self.colleague != before:
                self.changed.emit()

    def show_dispatch(self, dispatch: DispatchRecord) -> None:
        """Take over how far the dispatch is."""
        if self._file is not None and dispatch != self._file.dispatch:
            self._file = replace(self._file, dispatch=dispatch)
            self.changed.emit()

    def flush(self) -> None:
        """Save at once what has not been saved; called before the page goes away."""
        self._work_on()

    def run(self, act: Act, then: Then, otherwise: Otherwise) -> None:
        """Save what was typed, then do ``act`` with the case as it is; both in the background.

        ``then`` and ``otherwise`` must be bound methods of a QObject.
        """
        self._acts.append(_Queued(act, then, otherwise))
        self._work_on()

    # ---------------------------------------------------------------- saving

    def _save_soon(self) -> None:
        if not self._in_conflict and not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)

    def _work_on(self) -> None:
        """Do the next thing that waits: save what was typed, then the acts in their order."""
        if self._file is None or self._running is not None or self._in_conflict:
            return
        self._timer.stop()
        if self.is_dirty and self._is_ours:
            self._start_save(self._file.record)
        elif self._acts:
            self._current = self._acts.popleft()
            work = partial(perform, self._current.act, self._file.record)
            self._running = self.desk.tasks.run(work, self._finish_act, self._fail_act)

    def _start_save(self, record: CaseRecord) -> None:
        self._on_its_way = (self._draft, self._step)
        work = partial(
            save,
            self.desk.services,
            record,
            self._on_its_way,
            state_to_keep(self._draft),
            self.desk.agent,
        )
        self._running = self.desk.tasks.run(work, self._finish_save, self._fail_save)

    def _finish_save(self, record: CaseRecord) -> None:
        self._running = None
        if not self._take(record):
            return
        self._kept = self._on_its_way
        self._saved_at = record.changed_at
        if self.is_dirty:
            self._save_soon()
        else:
            self.saved.emit()
        if self._acts:
            self._work_on()

    def _fail_save(self, error: BaseException) -> None:
        self._running = None
        if isinstance(error, ConflictError):
            self._in_conflict = True
            self.conflicted.emit()
        else:
            self._timer.start(RETRY_AFTER_MS)
            self.save_failed.emit(error)
        waiting, self._acts = self._acts, deque()
        for queued in waiting:
            queued.otherwise(error)

    def _finish_act(self, result: CaseRecord | CaseFile) -> None:
        queued, self._current, self._running = self._current, None, None
        if isinstance(result, CaseFile):
            self._file = result
            self._saved_at = result.record.changed_at
        elif not self._take(result):
            return
        self.changed.emit()
        if queued is not None:
            queued.then()
        self._work_on()

    def _fail_act(self, error: BaseException) -> None:
        queued, self._current, self._running = self._current, None, None
        if queued is not None:
            queued.otherwise(error)
        self._work_on()

    def _take(self, record: CaseRecord) -> bool:
        """Take over the record of the case that is open; another one came too late."""
        if self._file is None or record.id != self._file.record.id:
            return False
        self._file = replace(self._file, record=record)
        return True
