"""Asks what shall become of unclear SMS, and why. Nothing is done without a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.records.unclear import UnclearChoice
from desktop.models.settings import LimitSettings
from desktop.models.states import Verdict
from desktop.views.formats import Formats
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import fit_height, row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import FormField, LineEdit, RadioRow
from desktop.views.widgets.filter_chip import Option
from desktop.views.widgets.label import muted, small, title

TYPE_COUNT_ABOVE = 100
"""Above so many SMS that go out again their number is typed."""


class DecisionDialog(QDialog):
    """Three ways, what each means for these SMS, and a reason.

    Signals:
        answered: the ``Verdict``, the reason, and the colleague's name or "".
    """

    answered = Signal(object, str, str)

    def __init__(
        self, parent: QWidget, formats: Formats, choice: UnclearChoice, limits: LimitSettings
    ) -> None:
        super().__init__(parent)
        self.setObjectName("decision_dialog")
        self.setModal(True)
        self._formats, self._choice, self._limits = formats, choice, limits
        self._make_parts()
        self._lay_out()
        self.choose(Verdict.SENT)
        self.finished.connect(self.deleteLater)
        self._reason.setFocus()

    def _make_parts(self) -> None:
        self._title = title(wrap=True)
        self._ways = RadioRow(self._options(), Verdict.SENT.value, upright=True)
        self._ways.setObjectName("verdict")
        self._meaning = muted(wrap=True)
        self._meaning.setObjectName("verdict_meaning")
        self._warning = Banner(StateKind.WARNING)
        self._warning.setObjectName("verdict_warning")
        self._left_out = small(wrap=True)
        self._left_out.setObjectName("verdict_left_out")
        self._reason, self._second, self._count = LineEdit(), LineEdit(), LineEdit()
        self._reason.setObjectName("decision_reason")
        self._second.setObjectName("decision_second")
        self._count.setObjectName("decision_count")
        self._reason_field = FormField(self.tr("Reason"), self._reason)
        self._second_field = FormField(
            self.tr("Second release by"), self._second, self._second_hint()
        )
        self._count_field = FormField(self.tr("Type the number of SMS"), self._count)
        self._back = Button(self.tr("Back"))
        self._back.setObjectName("decision_back")
        self._act = Button("", ButtonKind.PRIMARY)
        self._act.setObjectName("decision_act")
        self._act.setDefault(True)
        self._back.clicked.connect(self.reject)
        self._act.clicked.connect(self._answer)
        self._ways.chosen.connect(self._show_way)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Unclear SMS"))
        self._title.setText(
            self._formats.counted(
                self._choice.total,
                self.tr("What shall become of this SMS?"),
                self.tr("What shall become of these {} SMS?"),
            )
        )
        column = QVBoxLayout(self)
        for part in (self._title, self._ways, self._meaning, self._warning, self._left_out):
            column.addWidget(part)
        for field in (self._count_field, self._second_field, self._reason_field):
            column.addWidget(field)
        column.addSpacing(px(8))
        column.addLayout(row(None, self._back, self._act, gap=8))
        space(column, 24, gap=12)
        self.setMinimumWidth(px(560))

    def _options(self) -> list[Option]:
        return [
            Option(Verdict.SENT.value, self.tr("Take as sent")),
            Option(Verdict.SEND_AGAIN.value, self.tr("Send again")),
            Option(Verdict.WRITTEN_OFF.value, self.tr("Write off")),
        ]

    def _second_hint(self) -> str:
        return self.tr("Above {count} SMS a colleague agrees.").format(
            count=self._formats.number(self._limits.second_release_above)
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    # ---------------------------------------------------------------- the way chosen

    @property
    def verdict(self) -> Verdict:
        """Which way is chosen."""
        return Verdict(self._ways.key)

    def choose(self, verdict: Verdict) -> None:
        """Choose a way."""
        self._ways.choose(verdict.value)
        self._show_way(verdict.value)

    def _show_way(self, _key: str) -> None:
        again = self.verdict is Verdict.SEND_AGAIN
        self._meaning.setText(self._meaning_words())
        self._warning.setVisible(again and self._choice.again > 0)
        if again:
            self._warning.show_state(StateKind.WARNING, self._warning_words())
            self._warning.setVisible(self._choice.again > 0)
        left_out = self._left_out_words() if again else ""
        self._left_out.setText(left_out)
        self._left_out.setVisible(bool(left_out))
        self._second_field.setVisible(again and self._choice.needs_second)
        self._count_field.setVisible(again and self._choice.again > TYPE_COUNT_ABOVE)
        self._act.setText(self._act_words())
        if again and not self._choice.again:
            self._act.block(self._left_out_words())
        else:
            self._act.unblock()
        fit_height(self)

    def _meaning_words(self) -> str:
        if self.verdict is Verdict.SENT:
            return self.tr(
                "It counts as handed to the gateway and is not sent again. A delivery report that "
                "still comes knows better."
            )
        if self.verdict is Verdict.WRITTEN_OFF:
            return self.tr(
                "It counts as failed and is not sent again. The number stands among those not "
                "arrived, to be called."
            )
        return self.tr(
            "Each recipient is checked once more before the SMS goes out. It begins after {time}."
        ).format(time=self._formats.remaining(float(self._limits.countdown_s)))

    def _warning_words(self) -> str:
        return self._formats.counted(
            self._choice.again,
            self.tr("This SMS may arrive twice: nobody knows whether the first one did."),
            self.tr("These {} SMS may arrive twice: nobody knows whether the first ones did."),
        )

    def _left_out_words(self) -> str:
        said = []
        number = self._formats.number
        if self._choice.stopped:
            words = self.tr("{count} not: their dispatch was stopped. That takes a new request.")
            said.append(words.format(count=number(self._choice.stopped)))
        if self._choice.too_soon and self._choice.ready_at is not None:
            said.append(
                self.tr("{count} not yet: news may still come until {time}.").format(
                    count=number(self._choice.too_soon),
                    time=self._formats.time(self._choice.ready_at),
                )
            )
        return " ".join(said)

    def _act_words(self) -> str:
        counted = self._formats.counted
        if self.verdict is Verdict.SENT:
            return counted(
                self._choice.total,
                self.tr("Take {} SMS as sent", "one"),
                self.tr("Take {} SMS as sent", "many"),
            )
        if self.verdict is Verdict.WRITTEN_OFF:
            return counted(
                self._choice.total,
                self.tr("Write off {} SMS", "one"),
                self.tr("Write off {} SMS", "many"),
            )
        return counted(
            self._choice.again,
            self.tr("Send {} SMS again", "one"),
            self.tr("Send {} SMS again", "many"),
        )

    # ---------------------------------------------------------------- answering

    def _answer(self) -> None:
        problems = [
            self._complain(self._count_field, self._count_problem()),
            self._complain(self._second_field, self._second_problem()),
            self._complain(self._reason_field, self._reason_problem()),
        ]
        if any(problems):
            fit_height(self)
            return
        self.answered.emit(self.verdict, self._reason.text().strip(), self._second.text().strip())
        self.accept()

    def _complain(self, field: FormField, problem: str) -> bool:
        field.show_problem(problem)
        return bool(problem)

    def _reason_problem(self) -> str:
        return "" if self._reason.text().strip() else self.tr("Enter a reason.")

    def _second_problem(self) -> str:
        if self._second_field.isHidden() or self._second.text().strip():
            return ""
        return self.tr("Enter the name of the colleague who agrees.")

    def _count_problem(self) -> str:
        if self._count_field.isHidden():
            return ""
        typed = "".join(filter(str.isdigit, self._count.text()))
        if typed == str(self._choice.again):
            return ""
        return self.tr("Type {count}.").format(count=self._formats.number(self._choice.again))
