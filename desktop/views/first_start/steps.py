"""The other steps: language, gateway, sending hours, provider, and what follows from all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from desktop.models.send_window import SendWindow
from desktop.models.settings import GatewaySettings, ProviderSettings
from desktop.models.setup import Setup
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.views.first_start.asking import AskRow
from desktop.views.first_start.base import FormStep, SetupStep
from desktop.views.first_start.begin import SendTest, SetupBegin
from desktop.views.settings.controls import ChoiceControl, TextControl
from desktop.views.settings.form import LABEL_WIDTH, FieldRow, FieldWords
from desktop.views.settings.sections import GatewayForm, ProviderForm, Speaking, WindowForm
from desktop.views.tasks import TaskRunner
from desktop.views.theme import StateKind
from desktop.views.widgets.headings import LabelValue, LabelValueRows
from desktop.views.widgets.label import small
from desktop.views.widgets.state_label import StateLabel

"""Settings, secret, number, words."""


class LanguageStep(SetupStep):
    """Which language; it holds at once.

    Signals:
        chosen: the code of the language.
    """

    key = "language"
    chosen = Signal(str)

    def __init__(self, code: str) -> None:
        super().__init__()
        self._row = FieldRow("setup_language", ChoiceControl(("de", "en")))
        self._row.control.edited.connect(self._tell)
        self.column.addWidget(self._row)
        self._code = code
        self.retranslate()

    def retranslate(self) -> None:
        self._row.say(FieldWords(self.tr("Language"), choices=("Deutsch", "English")))
        self._row.control.show_value(self._code)

    def name(self) -> str:
        return self.tr("Language")

    def heading(self) -> str:
        return self.tr("Welcome to the desk")

    def remark(self) -> str:
        return self.tr("A few questions. Each can be skipped, and answered later in the settings.")

    def note(self) -> str:
        return {"de": "Deutsch", "en": "English"}[self._code]

    def take_focus(self) -> None:
        self._row.control.setFocus()

    def _tell(self) -> None:
        self._code = str(self._row.control.read())
        self.chosen.emit(self._code)


class _PlainGatewayForm(GatewayForm):
    """What is needed to send; the rest keeps its usual value until somebody opens the settings.

    Signals:
        drafted: the section as it stands in the fields, complete or not.
    """

    drafted = Signal(object)
    _FOR_LATER = frozenset(
        {
            "content_category",
            "validity_s",
            "max_parts",
            "price_per_part_tenth_cents",
            "per_second",
            "connections",
            "callback_url",
        }
    )

    def show_draft(self, gateway: GatewaySettings) -> None:
        super().show_draft(gateway)
        for name in self._FOR_LATER:
            self.rows[name].hide()
        self.drafted.emit(gateway)


class GatewayStep(FormStep):
    """Which gateway takes the SMS, with one to the person's own phone as a proof."""

    key = section = "gateway"

    def __init__(
        self, speaking: Speaking, tasks: TaskRunner, send: SendTest, begin: SetupBegin
    ) -> None:
        form = _PlainGatewayForm(speaking)
        super().__init__(form, begin.settings.gateway)
        self._tasks, self._send, self._keeps_secret = tasks, send, begin.keeps_passwords
        self._secret, self._number = TextControl(), TextControl()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret_field = FieldRow("secret", self._secret)
        self._number_field = FieldRow("own_number", self._number)
        self._test = AskRow("send", "setup_send_test", "setup_sms_result", LABEL_WIDTH)
        for part in (self._secret_field, self._number_field, self._test):
            self.column.addWidget(part)
        form.drafted.connect(self._note_draft)
        self._test.asked.connect(self._begin)
        self.retranslate()
        self._note_draft(begin.settings.gateway)

    def retranslate(self) -> None:
        kept = self.tr("to the keyring") if self._keeps_secret else self.tr("for this start only")
        self._secret_field.say(FieldWords(self.tr("Password or token"), kept))
        self._number_field.say(FieldWords(self.tr("Own mobile number, for a test")))
        self._test.set_text(self.tr("Send a test SMS"))
        self._test.forget()

    def name(self) -> str:
        return self.tr("SMS gateway")

    def heading(self) -> str:
        return self.tr("Who takes the SMS?")

    def remark(self) -> str:
        return self.tr("With the simulator the desk is for training: nothing leaves this computer.")

    def note(self) -> str:
        gateway = self.form.section
        return self.tr("training") if gateway.is_test else str(gateway.kind.value)

    def reset(self) -> None:
        super().reset()
        self._secret.clear()
        self._number.clear()

    def put_into(self, setup: Setup) -> Setup:
        return replace(super().put_into(setup), secret=self._secret.text())

    # ---------------------------------------------------------------- the test

    @Slot(object)
    def _note_draft(self, gateway: GatewaySettings) -> None:
        self._secret_field.set_shown(gateway.kind.is_real)
        self._test.forget()

    def _begin(self) -> None:
        if not self.take_over():
            return
        self._test.begin(self.tr("The SMS is being sent"), self.tr("sending …"))
        words = self.tr("Solution Desk: this is a test.")
        work = partial(self._do, self.form.section, self._secret.text(), self._number.text(), words)
        self._tasks.run(work, self._tell, self._test.fail)

    def _do(
        self, gateway: GatewaySettings, secret: str, number: str, words: str, _stop: Event
    ) -> SendAnswer:
        return self._send(gateway, secret, number, words)

    def _tell(self, answer: SendAnswer) -> None:
        if answer.scope is Scope.ACCEPTED and self.form.section.is_test:
            self._test.tell(StateKind.GOOD, self.tr("Taken, in test mode: no phone gets it"))
        elif answer.scope is Scope.ACCEPTED:
            self._test.tell(StateKind.GOOD, self.tr("Handed to the gateway: look at the phone"))
        elif answer.scope is Scope.UNCLEAR:
            self._test.tell(StateKind.UNCLEAR, self.tr("No clear answer: look at the phone"))
        else:
            refused = self.tr("Not taken ({code})").format(code=answer.code or answer.reason)
            hint = self.tr("Check address, user name, password and sender.")
            self._test.tell(StateKind.BAD, refused, hint)


class HoursStep(FormStep):
    """At which hours SMS go out."""

    key = section = "window"

    def __init__(self, begins_with: SendWindow) -> None:
        super().__init__(WindowForm(), begins_with)

    def name(self) -> str:
        return self.tr("Sending hours")

    def heading(self) -> str:
        return self.tr("When may SMS go out?")

    def remark(self) -> str:
        return self.tr("Nobody is to be woken by an SMS: what is released later waits.")

    def note(self) -> str:
        window = self.form.section
        return f"{window.opens:%H:%M}\u2013{window.closes:%H:%M}"


class ProviderStep(FormStep):
    """Whom agents name to callers."""

    key = section = "provider"

    def __init__(self, begins_with: ProviderSettings) -> None:
        super().__init__(ProviderForm(), begins_with)

    def name(self) -> str:
        return self.tr("Provider")

    def heading(self) -> str:
        return self.tr("How is the customer service reached?")

    def remark(self) -> str:
        return self.tr("The page Answers names it to agents, for those who call.")

    def note(self) -> str:
        return str(self.form.section.name)


class SummaryStep(SetupStep):
    """What was decided, before anything is written."""

    key = "summary"

    def __init__(self) -> None:
        super().__init__()
        self._rows = LabelValueRows(label_width=208, lines=False)
        self._problem = StateLabel(StateKind.BAD, "")
        self._problem.setObjectName("setup_problem")
        self._hint = small(wrap=True)
        for part in (self._rows, self._problem, self._hint):
            self.column.addWidget(part)
        self.show_problem("", "")

    def name(self) -> str:
        return self.tr("Ready")

    def heading(self) -> str:
        return self.tr("Ready to start")

    def remark(self) -> str:
        return self.tr("Nothing has been written yet.")

    def show_steps(self, steps: list[SetupStep]) -> None:
        """Say what each step has decided."""
        self._rows.set_rows([LabelValue(step.name(), step.note()) for step in steps])

    def show_problem(self, sentence: str, hint: str) -> None:
        """Say why it could not be written; "" where nothing is wrong."""
        self._problem.set_state(StateKind.BAD, sentence)
        self._problem.setVisible(bool(sentence))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
