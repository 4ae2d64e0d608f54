"""The follow-up of a case: a date in the wrap-up, and when the case is closed, what comes of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.case_flow import CaseDraft
from desktop.models.frequency.before_after import follow_up_on
from desktop.models.states import CaseOutcome, DispatchKind
from desktop.views.cases.case_acts import move_follow_up, settle_follow_up
from desktop.views.cases.dialogs import FollowUpDayDialog, FollowUpDoneDialog
from desktop.views.cases.editor import CaseEditor
from desktop.views.desk import Desk
from desktop.views.rates.estimate_words import often_word
from desktop.views.theme import StateKind
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.fields import CheckBox, DateTimeField
from desktop.views.widgets.label import small
from desktop.views.widgets.state_label import StateLabel

_TOMORROW = timedelta(days=1)
_EFFECT_KNOWN = timedelta(days=8)
"""From then on the seven days after the last SMS are over."""
_AT = time(9)


class FollowUpPart(QWidget):
    """When the case is looked at again.

    Signals:
        note_written: a note on what was done with the follow-up.
        failed: the exception; nothing was changed.
    """

    note_written = Signal(str)
    failed = Signal(object)

    def __init__(self, case: CaseEditor) -> None:
        super().__init__()
        self._case, self._desk = case, case.desk
        self._filling = False
        self._note = ""
        self._follows = CheckBox(self.tr("Look at it again on"))
        self._follows.setObjectName("followUp")
        self._follows.toggled.connect(self._take_wish)
        self._date = DateTimeField(name=self.tr("Follow-up date"), date_only=True)
        self._date.setObjectName("followUpDate")
        self._date.set_zone(self._desk.formats.zone.key)
        self._date.set_language(self._desk.formats.language)
        self._date.dateChanged.connect(self._take_date)
        self._state = StateLabel(StateKind.WAITING, "")
        self._state.setObjectName("followUpState")
        self._move = LinkButton(icon_name="clock")
        self._move.setObjectName("moveFollowUp")
        self._move.clicked.connect(self._ask_for_day)
        self._hint = small()
        self._hint.setObjectName("nextStep")
        column = QVBoxLayout(self)
        space(column, 0, gap=4)
        column.addLayout(row(self._follows, self._date, None, gap=12))
        column.addWidget(self._hint)
        column.addLayout(row(self._state, self._move, None, gap=24))

    # ---------------------------------------------------------------- showing

    def show_case(self) -> None:
        """Show the date, and what can be done about it."""
        record = self._case.file.record
        due = self.due_at
        self._filling = True
        for part in (self._follows, self._date):
            part.setEnabled(self._case.file.is_open and not self._case.colleague)
        self._follows.setVisible(not record.is_closed)
        self._follows.setChecked(due is not None)
        self._date.setVisible(due is not None and not record.is_closed)
        if due is not None:
            first = min(self._today(), self._desk.formats.local(due).date())
            self._date.setMinimumDate(QDate(first.year, first.month, first.day))
            self._date.set_moment(int(due.timestamp()))
        self._filling = False
        self._hint.setText(self._next_step())
        self._hint.setVisible(not record.is_closed and bool(self._hint.text()))
        self._state.setVisible(record.is_closed and due is not None)
        self._move.setVisible(record.is_closed)
        again = self.tr("Look at it again …")
        self._move.setText(self.tr("Another day …") if due is not None else again)
        if due is not None:
            kind = StateKind.WARNING if self.is_due else StateKind.WAITING
            self._state.set_state(kind, self._words(due))

    def _words(self, due: datetime) -> str:
        day = self._desk.formats.date(due)
        if self.is_due:
            return self.tr("Follow-up due on {}").format(day)
        return self.tr("Follow-up on {}").format(day)

    def _next_step(self) -> str:
        """Return what is worth looking at later, as it follows from what was done."""
        dispatch = self._case.file.dispatch
        if dispatch is None:
            return ""
        day = self._desk.formats.date(self._today() + _EFFECT_KNOWN)
        if dispatch.kind is DispatchKind.NUMBER_CHANGE:
            return self.tr("Suggested: on {} see who is back on the new number.").format(day)
        return self.tr("Suggested: on {} see what the reminder brought.").format(day)

    @property
    def due_at(self) -> datetime | None:
        """When the case is looked at again; None where it is not."""
        record = self._case.file.record
        return record.follow_up_at if record.is_closed else self._case.draft.due_at

    @property
    def is_due(self) -> bool:
        """Whether the day has come."""
        due = self.due_at
        return due is not None and self._desk.formats.local(due).date() <= self._today()

    def _today(self) -> date:
        return self._desk.formats.local(self._desk.services.database.clock()).date()

    # ---------------------------------------------------------------- before the case is closed

    def _take_wish(self, wanted: bool) -> None:
        if self._filling:
            return
        if not wanted:
            self._case.change(due_at=None)
            return
        after = _TOMORROW if self._case.file.dispatch is None else _EFFECT_KNOWN
        self._case.change(due_at=_morning(self._today() + after, self._desk))
        self._date.setFocus()

    def _take_date(self, day: QDate) -> None:
        if not self._filling:
            chosen = date(day.year(), day.month(), day.day())
            self._case.change(due_at=_morning(chosen, self._desk))

    # ---------------------------------------------------------------- afterwards

    def ask_whether_done(self) -> None:
        """Ask what came of it; then the case is due no more."""
        dialog = FollowUpDoneDialog(self)
        dialog.answered.connect(self._settle)
        dialog.open()

    def _settle(self, result: str, _beside: object) -> None:
        seen = self.due_at
        if seen is None:
            return
        self._note = self.tr("Follow-up done: {}").format(result)
        act = partial(settle_follow_up, self._desk.services, seen, result, self._desk.agent)
        self._case.run(act, self._tell_note, self.failed.emit)

    def _ask_for_day(self) -> None:
        due, first = self.due_at, self._today()
        shown = first + _TOMORROW
        if due is not None:
            shown = max(shown, self._desk.formats.local(due).date())
        dialog = FollowUpDayDialog(self, first, shown, self._desk.formats)
        dialog.answered.connect(self._put_off)
        dialog.open()

    def _put_off(self, reason: str, day: object) -> None:
        if not isinstance(day, date):
            return
        words = self.tr("Look at it again on {}: {}")
        self._note = words.format(self._desk.formats.date(day), reason)
        due = _morning(day, self._desk)
        act = partial(move_follow_up, self._desk.services, due, reason, self._desk.agent)
        self._case.run(act, self._tell_note, self.failed.emit)

    def _tell_note(self) -> None:
        self.note_written.emit(self._note)


def suggested(draft: CaseDraft, desk: Desk) -> dict[str, object]:
    """Return outcome and follow-up that follow from an agreement on frequency."""
    if not draft.agreed or draft.agreed_on is None or draft.agreed_often is None:
        words = QCoreApplication.translate("FollowUp", "Curve explained, nothing changes")
        return {"outcome": words, "outcome_code": CaseOutcome.ANSWERED}
    text = QCoreApplication.translate("FollowUp", "Agreed: {often} from {day}")
    outcome = text.format(
        often=often_word(draft.agreed_often), day=desk.formats.date(draft.agreed_on)
    )
    today = desk.formats.local(desk.services.database.clock()).date()
    day = follow_up_on(draft.agreed_on, today)
    due = _morning(day, desk) if day is not None else None
    return {"outcome": outcome, "outcome_code": CaseOutcome.ANSWERED, "due_at": due}


def _morning(day: date, desk: Desk) -> datetime:
    return datetime.combine(day, _AT, desk.formats.zone)
