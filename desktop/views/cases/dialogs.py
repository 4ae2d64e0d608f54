"""The two questions that end the work on a case for now or for good; opened, never waited for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.states import CaseOutcome
from desktop.views.formats import Formats
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import CheckBox, DateTimeField, FormField, LineEdit
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.widgets.label import muted, title
from desktop.views.words import heading

_WITHOUT_SENDING = (
    CaseOutcome.DECLINED,
    CaseOutcome.ANSWERED,
    CaseOutcome.NOT_ALLOWED,
    CaseOutcome.NOT_VERIFIED,
    CaseOutcome.NOT_REACHED,
    CaseOutcome.DUPLICATE,
    CaseOutcome.OTHER,
)
_CALL_BACK_AFTER = timedelta(hours=1)


class ReasonDialog(QDialog):
    """Asks for a reason; nothing is done without one.

    Signals:
        answered: the reason, and what was answered beside it (``beside``).
    """

    answered = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.heading = title(wrap=True)
        self.remark = muted(wrap=True)
        self.reason = LineEdit()
        self.reason.setObjectName("reason")
        self.reason_field = FormField(self.tr("Reason"), self.reason)
        self.accept_button = Button("", ButtonKind.PRIMARY)
        self.accept_button.setObjectName("acceptReason")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._answer)
        self._back = Button(self.tr("Back"))
        self._back.setObjectName("backFromReason")
        self._back.clicked.connect(self.reject)
        self.extra = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.remark)
        self._column.addSpacing(px(8))
        self._column.addWidget(self.reason_field)
        self._column.addLayout(self.extra)
        self._column.addSpacing(px(8))
        self._column.addLayout(row(None, self._back, self.accept_button, gap=8))
        space(self._column, 24, gap=8)
        self.setMinimumWidth(px(440))
        self.finished.connect(self.deleteLater)
        self.reason.setFocus()

    def beside(self) -> object:
        """Return what was asked besides the reason; None without a further question."""
        return None

    def missing(self) -> str:
        """Return what is said while the reason is missing."""
        return self.tr("Enter a reason.")

    def _answer(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason_field.show_problem(self.missing())
            self.reason.setFocus()
            return
        self.answered.emit(reason, self.beside())
        self.accept()


class PauseDialog(ReasonDialog):
    """Lays a case aside, until a call-back where one was promised."""

    def __init__(self, parent: QWidget, now: datetime, formats: Formats) -> None:
        super().__init__(parent)
        self.setObjectName("pauseDialog")
        self.setWindowTitle(self.tr("Pause case"))
        self.heading.setText(self.tr("Pause this case?"))
        self.remark.setText(self.tr("Everything is kept. A colleague can go on with it, too."))
        self.accept_button.setText(self.tr("Pause case"))
        self._calls_back = CheckBox(self.tr("Call back on"))
        self._calls_back.setObjectName("callsBack")
        self._at = DateTimeField(name=self.tr("Time of the call-back"))
        self._at.setObjectName("callBackAt")
        self._at.set_zone(formats.zone.key)
        self._at.set_language(formats.language)
        self._at.set_moment(int((now + _CALL_BACK_AFTER).timestamp()))
        self._at.setEnabled(False)
        self._calls_back.toggled.connect(self._at.setEnabled)
        self.extra.addSpacing(px(8))
        self.extra.addLayout(row(self._calls_back, self._at, None, gap=12))

    def beside(self) -> datetime | None:
        """Return when the customer is called back; None without a call-back."""
        if not self._calls_back.isChecked():
            return None
        return datetime.fromtimestamp(self._at.moment(), UTC)


class AbandonDialog(ReasonDialog):
    """Ends a case from which nothing was sent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("abandonDialog")
        self.setWindowTitle(self.tr("Close case"))
        self.heading.setText(self.tr("Close this case without sending?"))
        self.remark.setText(self.tr("It stays readable, but nothing more can be done on it."))
        self.accept_button.setText(self.tr("Close case"))
        self.accept_button.set_kind(ButtonKind.DANGER)
        options = [Option(each, heading(each)) for each in _WITHOUT_SENDING]
        self._code = FilterChip(self.tr("Outcome"), options)
        self._code.setObjectName("outcomeCode")
        self._code.choose(CaseOutcome.DECLINED)
        self._code.chosen.connect(self._code.choose)
        self.extra.addSpacing(px(8))
        self.extra.addLayout(row(self._code, None))

    def beside(self) -> CaseOutcome:
        """Return the outcome as one word that can be counted."""
        return CaseOutcome(self._code.key)


class FollowUpDoneDialog(ReasonDialog):
    """Marks the follow-up of a closed case as done; what came of it stands among the notes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("followUpDoneDialog")
        self.setWindowTitle(self.tr("Follow-up done"))
        self.heading.setText(self.tr("Is the follow-up done?"))
        self.remark.setText(self.tr("Then the case is due no more; it stays readable."))
        self.reason_field.set_label(self.tr("What came of it"))
        self.accept_button.setText(self.tr("Follow-up done"))

    def missing(self) -> str:
        return self.tr("Say what came of it.")


class FollowUpDayDialog(ReasonDialog):
    """Asks on which other day a closed case is looked at."""

    def __init__(self, parent: QWidget, first: date, shown: date, formats: Formats) -> None:
        super().__init__(parent)
        self.setObjectName("followUpDayDialog")
        self.setWindowTitle(self.tr("Follow-up on another day"))
        self.heading.setText(self.tr("On which day?"))
        self.remark.setText(self.tr("It comes back on that day, for you and your colleagues."))
        self.accept_button.setText(self.tr("Look at it on this day"))
        self._day = DateTimeField(name=self.tr("Follow-up date"), date_only=True)
        self._day.setObjectName("followUpDay")
        self._day.set_zone(formats.zone.key)
        self._day.set_language(formats.language)
        self._day.setMinimumDate(QDate(first.year, first.month, first.day))
        self._day.setDate(QDate(shown.year, shown.month, shown.day))
        self.extra.addSpacing(px(8))
        self.extra.addWidget(FormField(self.tr("Follow-up date"), self._day))

    def beside(self) -> date:
        """Return the day."""
        day = self._day.date()
        return date(day.year(), day.month(), day.day())


class TakeOverDialog(ReasonDialog):
    """Makes a colleague's case one's own; the note tells the colleague why."""

    def __init__(self, parent: QWidget, colleague: str) -> None:
        super().__init__(parent)
        self.setObjectName("takeOverDialog")
        self.setWindowTitle(self.tr("Take over case"))
        self.heading.setText(self.tr("Take this case over?"))
        self.remark.setText(
            self.tr("{} can read it, but change nothing any more.").format(colleague)
        )
        self.reason_field.set_label(self.tr("Note"))
        self.accept_button.setText(self.tr("Take over"))


class SkipDialog(ReasonDialog):
    """Leaves out what would be read to a caller; the reason stands among the notes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("skipDialog")
        self.setWindowTitle(self.tr("Skip reading out"))
        self.heading.setText(self.tr("Go on without reading it out?"))
        self.remark.setText(self.tr("The request came in writing: nobody is on the line to agree."))
        self.accept_button.setText(self.tr("Skip"))
