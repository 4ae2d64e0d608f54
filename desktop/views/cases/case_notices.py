"""The one line above the steps: paused, closed, a colleague's, in conflict, or not saved yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.models.case_lease import colleague_with
from desktop.models.states import CaseState
from desktop.views.cases.body import CaseBody
from desktop.views.cases.case_acts import resume, take_over
from desktop.views.cases.dialogs import TakeOverDialog
from desktop.views.cases.editor import CaseEditor
from desktop.views.error_text import error_text
from desktop.views.theme import StateKind

_RELOAD, _RESUME, _TAKE_OVER = "reload", "resume", "take_over"


class CaseNotices(QObject):
    """Says what stands in the way of working on the case, and does what its button offers.

    Signals:
        reload_wanted: read the case again, and give up what was typed last.
        renewed: the case was resumed or taken over, and is another one now.
    """

    reload_wanted = Signal()
    renewed = Signal()

    def __init__(self, case: CaseEditor, body: CaseBody, page: QWidget) -> None:
        super().__init__(page)
        self._case = case
        self._desk = case.desk
        self._banner = body.notice
        self._page = page
        self._action = ""
        case.conflicted.connect(self._tell_conflict)
        case.save_failed.connect(self._tell_not_saved)
        case.saved.connect(self.show)
        body.notice_acted.connect(self._act)

    def show(self) -> None:
        """Say where the case stands; nothing if it can be worked on."""
        record = self._case.file.record
        if record.state is CaseState.PAUSED:
            sentence = self.tr("Paused: {}").format(record.paused_reason)
            self._say(StateKind.PAUSED, sentence, _RESUME, self.tr("Resume"))
        elif record.is_closed:
            at = self._desk.formats.moment(record.closed_at)
            self._say(StateKind.NEUTRAL, self.tr("Closed on {}: {}").format(at, record.outcome))
        elif self._case.colleague:
            words = self._whose_words(self._case.colleague)
            self._say(StateKind.NEUTRAL, words, _TAKE_OVER, self.tr("Take over …"))
        else:
            self._action = ""
            self._banner.hide()

    def note_hands(self) -> None:
        """Say whose case it is as soon as that is another agent."""
        if (self._action == _TAKE_OVER) != bool(self._case.colleague):
            self.show()

    def tell_failed(self, error: BaseException) -> None:
        """Say that something could not be done."""
        told = error_text(error)
        self._say(StateKind.BAD, f"{told.sentence} {told.hint}")

    def _say(self, kind: StateKind, sentence: str, action: str = "", button: str = "") -> None:
        self._action = action
        self._banner.show_state(kind, sentence, button)

    def _whose_words(self, colleague: str) -> str:
        lease = self._case.file.record.lease
        now = self._desk.services.database.clock()
        if lease is not None and colleague_with(lease, self._desk.agent, now):
            text = self.tr("{} has this case open since {}. You can read it.")
            return text.format(colleague, self._desk.formats.time(lease.since))
        return self.tr("This is a case of {}. You can read it.").format(colleague)

    def _tell_conflict(self) -> None:
        sentence = self.tr(
            "A colleague has changed this case meanwhile. What you typed last is not saved."
        )
        self._say(StateKind.WARNING, sentence, _RELOAD, self.tr("Reload"))

    def _tell_not_saved(self, error: BaseException) -> None:
        told = error_text(error)
        sentence = self.tr("Not saved yet: {}").format(f"{told.sentence} {told.hint}")
        self._say(StateKind.BAD, sentence)

    # ---------------------------------------------------------------- acting

    def _act(self) -> None:
        if self._action == _RELOAD:
            self.reload_wanted.emit()
        elif self._action == _RESUME:
            act = partial(resume, self._desk.services, self._desk.agent)
            self._case.run(act, self.renewed.emit, self.tell_failed)
        elif self._action == _TAKE_OVER:
            dialog = TakeOverDialog(self._page, self._case.colleague)
            dialog.answered.connect(self._take_over)
            dialog.open()

    def _take_over(self, note: str, _beside: object) -> None:
        act = partial(take_over, self._desk.services, note, self._desk.agent)
        self._case.run(act, self.renewed.emit, self.tell_failed)
