"""A desk with sign-ups to remind, and an agent who works on a case with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.models.changes import Change
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.settings import LimitSettings
from desktop.models.states import ContactState, SimStatus
from desktop.models.tables import Customer, NewsletterService, ServiceCount
from desktop.services.storage.database import Database
from desktop.services.storage.settings import SettingsStore
from desktop.views.cases.body import CaseBody
from desktop.views.cases.page import CasePage
from desktop.views.cases.steps.base import StepView
from tests.support.signups import add_contacts
from tests.support.window import AGENT, Person

W = TypeVar("W", bound=QWidget)

EVERYBODY = SignupSelection(SignupFilter(customer_id=1, service_id=1))
NO_KEYS = Qt.KeyboardModifier.NoModifier
_MOST_TABS = 80


@dataclass(frozen=True, slots=True)
class Signups:
    """How many sign-ups there are of each kind."""

    possible: int = 5
    too_old: int = 3
    reminded: int = 2
    landlines: int = 1

    @property
    def total(self) -> int:
        return self.possible + self.too_old + self.reminded + self.landlines


def furnish(database: Database, signups: Signups | None = None, countdown_s: int = 60) -> None:
    """Adds Autohaus Winkler with one service and its incomplete sign-ups."""
    wanted = signups or Signups()
    now = database.clock()
    with database.write(Change.CUSTOMERS, Change.CONTACTS) as session:
        session.add(
            Customer(
                id=1,
                customer_no="K10000",
                name="Autohaus Winkler",
                city="Wien",
                country="AT",
                contact_person="Elias Eder",
                contact_phone="+436766018159",
                contact_phone_raw="0676 6018159",
                search_text="autohaus winkler",
            )
        )
        session.flush()
        session.add(
            NewsletterService(
                id=1,
                service_no="D1",
                customer_id=1,
                name="Neuwagen-News",
                signup_url="https://winkler.example/n",
                sender_number="+436604417203",
                sim_status=SimStatus.ACTIVE,
                sim_status_since=now - timedelta(days=300),
            )
        )
        session.flush()
        session.add(
            ServiceCount(service_id=1, state=ContactState.INCOMPLETE, contacts=wanted.total)
        )
    days = timedelta(days=1)
    numbers = iter(f"+43664{5_500_000 + place * 131:07d}" for place in range(100_000))
    add_contacts(
        database,
        [
            *(
                {"e164": next(numbers), "entered_at": now - 3 * days - timedelta(minutes=place)}
                for place in range(wanted.possible)
            ),
            *(
                {"e164": next(numbers), "entered_at": now - 40 * days}
                for _ in range(wanted.too_old)
            ),
            *(
                {
                    "e164": next(numbers),
                    "entered_at": now - 10 * days,
                    "reminders_sent": 1,
                    "last_reminder_at": now - 2 * days,
                }
                for _ in range(wanted.reminded)
            ),
            *(
                {"e164": f"+4315{520_000 + place}", "entered_at": now - 5 * days}
                for place in range(wanted.landlines)
            ),
        ],
    )
    set_limits(database, countdown_s=countdown_s)


def set_limits(database: Database, **limits: int) -> None:
    """Sets some limits; the others get their defaults."""
    SettingsStore(database).save("limits", LimitSettings(**limits), AGENT)


class CaseWorker:
    """Works on a case: presses keys where the focus is, and looks."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.navigator = person.app.desk.navigator
        person.window.activateWindow()
        person.waits_until(person.window.isActiveWindow)

    # ------------------------------------------------------------------ looking

    @property
    def page(self) -> CasePage:
        page = self.person.sees("casePage")
        assert isinstance(page, CasePage)
        return page

    @property
    def body(self) -> CaseBody:
        return self.page.body

    def view(self, step: str) -> StepView:
        """Wait until a step is in front and has read what it shows."""

        def stands() -> bool:
            front = self.body.front
            return front is not None and front.step.value == step and front.isVisible()

        self.person.sees(f"stepView_{step}")
        self.person.waits_until(stands)
        self.person.settles()
        self.person.waits_until(stands)
        view = self.body.front
        assert isinstance(view, StepView)
        return view

    def text(self, name: str) -> str:
        shown = self.person.sees(name)
        if isinstance(shown, QLineEdit):
            return shown.text()
        if isinstance(shown, QPlainTextEdit):
            return shown.toPlainText()
        assert isinstance(shown, QLabel)
        return shown.text()

    def visible_words(self, name: str) -> str:
        """Return all words that are seen within a widget."""
        part = self.person.sees(name)
        labels = [label for label in part.findChildren(QLabel) if label.isVisible()]
        return " ".join([part.accessibleName(), *(label.text() for label in labels)])

    def focus_is_on(self, name: str) -> None:
        """Wait until a widget has the focus."""
        self.person.waits_until(lambda: _focused_name() == name)

    # ------------------------------------------------------------------ acting

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        focused = QApplication.focusWidget()
        QTest.keyClick(focused or self.person.window, key, modifiers)

    def lead_to(self, name: str) -> None:
        """Go to a widget with Tab, within a row of choices with an arrow, as a person does."""
        wanted = self.person.sees(name)
        self.person.waits_until(wanted.isEnabled)
        # Without a desktop around it nobody wakes the window again when a dialog has gone.
        wanted.window().activateWindow()
        self.person.waits_until(lambda: wanted.window().isActiveWindow())
        self.person.settles()
        for _ in range(_MOST_TABS):
            if wanted.hasFocus():
                return
            self.press(_key_towards(wanted))
        raise AssertionError(f"no Tab leads to {name}; the focus is on {_focused_name()!r}")

    def type(self, text: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def go_on(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def begin(self, selection: SignupSelection = EVERYBODY) -> None:
        self.navigator.reminder_wanted.emit(selection)
        self.view("caller")

    def begin_by_keys(self, text: str) -> None:
        """Find a caller by what is typed into the search, and begin a reminder: Ctrl+Enter."""
        self.look_up(text)
        self.go_on()
        self.view("caller")

    def begin_change_by_keys(self, text: str, service_no: str) -> None:
        """Find a caller, and begin a change of number at the service; come to the number."""
        self.look_up(text)
        self.press(Qt.Key.Key_Return)
        self.lead_to(f"sim_{service_no}")
        self.press(Qt.Key.Key_Space)
        self._come_to_number()

    def look_up(self, text: str) -> None:
        """Ctrl+K, type, and wait until hits are there."""
        self.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.focus_is_on("searchField")
        self.type(text)
        self.person.sees("searchList")
        self.person.settles()

    def verify(self) -> None:
        """Answer the first step by keys: the focus leads from one missing field to the next."""
        self.focus_is_on("radio_call_back")
        self.press(Qt.Key.Key_Space)
        self.go_on()
        self.focus_is_on("radio_verified")
        self.press(Qt.Key.Key_Space)
        self.go_on()
        self.view("request")

    def record(self, wish: str = "Erinnerung an alle, denen Start fehlt") -> None:
        """Answer the second step."""
        self._name_channel()
        self.focus_is_on("wish")
        self.type(wish)
        self.go_on()
        self.view("recipients")

    def _name_channel(self) -> None:
        """Say that the request came by phone, unless the call of the search has said so."""
        if self.page.case.draft.channel is None:
            self.focus_is_on("radio_phone")
            self.press(Qt.Key.Key_Space)
            self.go_on()

    def begin_change(self, service_id: int) -> None:
        """Begin a change of number, and come to the step at which it is replaced."""
        self.navigator.number_change_wanted.emit(service_id)
        self._come_to_number()

    def _come_to_number(self) -> None:
        self.view("caller")
        self.verify()
        self._name_channel()
        self.focus_is_on("wish")
        self.type("Neue Nummer, Kontakte bitte informieren")
        self.go_on()
        self.view("number")

    def replace_number(self, days_ago: int = 0) -> None:
        """Mark the number as blocked, and take the first one from stock."""
        self.focus_is_on("blockReason")
        self.type("Von WhatsApp gesperrt")
        self.lead_to("blockedSince")
        for _ in range(days_ago):
            self.press(Qt.Key.Key_Down)
        self.lead_to("markBlocked")
        self.press(Qt.Key.Key_Space)
        self.focus_is_on("takeNumber")
        self.press(Qt.Key.Key_Space)
        self.person.waits_until(lambda: bool(self.page.case.draft.new_number))
        self.person.settles()

    def want_notice(self) -> None:
        """Record that the contacts are to be told, and why it is offered."""
        self.go_on()
        self.view("notice")
        self.focus_is_on("radio_notice_wanted")
        self.press(Qt.Key.Key_Space)
        self.go_on()
        self.focus_is_on("noticeReason")
        self.type("Kunde trifft keine Schuld")
        self.go_on()
        self.view("recipients")

    def pause(self, reason: str) -> None:
        """Lay the case aside until a call back."""
        self.lead_to("pauseCase")
        self.press(Qt.Key.Key_Return)
        self.focus_is_on("reason")
        self.type(reason)
        self.lead_to("callsBack")
        self.press(Qt.Key.Key_Space)
        self.lead_to("acceptReason")
        self.press(Qt.Key.Key_Return)
        self.person.sees("casesPage")

    def agree(self, step: str, following: str) -> None:
        """Record the caller's yes, and go on."""
        self.view(step)
        if step == "recipients":
            self.focus_is_on("ledger_gets")
        self.go_on()
        self.focus_is_on("answer_yes")
        self.press(Qt.Key.Key_Return)
        self.focus_is_on("primary")
        self.go_on()
        self.view(following)

    def prepare(self) -> None:
        """Go as far as the release."""
        self.begin()
        self.verify()
        self.record()
        self.agree("recipients", "text")
        self.agree("text", "release")


def _key_towards(wanted: QWidget) -> Qt.Key:
    """Return the arrow that leads on within a row of choices; to everything else Tab does."""
    focused = QApplication.focusWidget()
    if not (isinstance(focused, QAbstractButton) and isinstance(wanted, QAbstractButton)):
        return Qt.Key.Key_Tab
    if not focused.isCheckable() or focused.parentWidget() is not wanted.parentWidget():
        return Qt.Key.Key_Tab
    if focused.y() == wanted.y():
        return Qt.Key.Key_Right if focused.x() < wanted.x() else Qt.Key.Key_Left
    return Qt.Key.Key_Down if focused.y() < wanted.y() else Qt.Key.Key_Up


def _focused_name() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""
