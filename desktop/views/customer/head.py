"""The head of the customer's page: who they are, whether the caller is verified, what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.models.records.customers import CustomerCard, NoteRecord
from desktop.models.states import VerificationMethod
from desktop.views.desk import Desk
from desktop.views.theme import Role, StateKind
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.label import Label, muted, small, strong, title
from desktop.views.widgets.state_label import Icon, Pill
from desktop.views.words import heading

METHODS = (
    VerificationMethod.CALL_BACK,
    VerificationMethod.CUSTOMER_PIN,
    VerificationMethod.SMS_CODE,
    VerificationMethod.KNOWN_ADDRESS,
)


class CustomerHead(Themed, QWidget):
    """Name, person, verification and pinned note.

    Signals:
        verified: the ``VerificationMethod`` by which the caller has been checked.
        note_wanted: the agent wants to write a note.
        case_wanted: the agent wants to begin a case.
        pin_wanted: a supervisor wants to set the customer's PIN.
    """

    verified = Signal(object)
    note_wanted = Signal()
    case_wanted = Signal()
    pin_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._card: CustomerCard | None = None
        self._build_parts()
        self._lay_out()
        self._note.clicked.connect(self.note_wanted)
        self._start.clicked.connect(self.case_wanted)
        self._pin.clicked.connect(self.pin_wanted)
        self.retranslate()

    def _build_parts(self) -> None:
        self._name = title(elide=True)
        self._place = muted(elide=True)
        self._person = strong()
        self._phone_icon, self._phone = Icon("phone", Role.MUTED, 16), Label()
        self._mail_icon, self._mail = Icon("mail", Role.MUTED, 16), Label(elide=True)
        self._pill = Pill()
        self._check = LinkButton()
        self._check.setObjectName("verify_caller")
        self._pin = LinkButton()
        self._pin.setObjectName("set_pin")
        self._methods = QMenu(self)
        self._check.setMenu(self._methods)
        self._methods.aboutToShow.connect(self._choose_first)
        self._pin_icon, self._pinned = Icon("pin", Role.MUTED, 14), small(elide=True)
        self._note = Button(icon_name="sticky-note")
        self._note.setObjectName("add_note")
        self._start = Button(kind=ButtonKind.PRIMARY)
        self._start.setObjectName("start_case")

    def _lay_out(self) -> None:
        self._first = QHBoxLayout()
        for part in (self._name, self._place):
            self._first.addWidget(part)
        self._first.addStretch(1)
        for button in (self._note, self._start):
            self._first.addWidget(button)
        self._second = row(
            self._person,
            row(self._phone_icon, self._phone, gap=8),
            row(self._mail_icon, self._mail, gap=8),
            self._pill,
            self._check,
            None,
            self._pin,
            gap=24,
        )
        self._third = row(self._pin_icon, self._pinned, gap=8)
        self._column = QVBoxLayout(self)
        for line in (self._first, self._second, self._third):
            self._column.addLayout(line)
        self.restyle()

    def restyle(self) -> None:
        space(self._first, 0, gap=16)
        space(self._column, 0, 0, 0, 16, gap=12)

    def retranslate(self) -> None:
        self._note.setText(self.tr("Note"))
        self._start.setText(self.tr("Start reminder …"))
        self._check.setText(self.tr("Verify now …"))
        self._pin.setText(self.tr("Set PIN …"))
        self._methods.clear()
        for method in METHODS:
            action = self._methods.addAction(heading(method))
            action.setObjectName(f"verify_by_{method.value}")
            action.triggered.connect(partial(self._tell_verified, method))
        if self._card is not None:
            self.show_card(self._card)

    def show_card(self, card: CustomerCard) -> None:
        """Show a customer."""
        self._card = card
        facts = card.facts
        self._name.setText(facts.name)
        place = f"{facts.city}, {facts.country}" if facts.city else facts.country
        self._place.setText(f"{facts.customer_no} · {place}")
        self._person.setText(facts.contact_person or self.tr("no contact person"))
        phone = self._desk.formats.phone(facts.contact_phone) if facts.contact_phone else ""
        self._phone.setText(phone or facts.contact_phone_raw)
        self._mail.setText(facts.contact_email)
        for icon, label in ((self._phone_icon, self._phone), (self._mail_icon, self._mail)):
            icon.setVisible(bool(label.text()))
            label.setVisible(bool(label.text()))
        self._show_pinned(card.pinned_note)
        self.show_verification()

    def block_start(self, reason: str) -> None:
        """Say why no reminder can be begun, or with an empty reason that one can."""
        if reason:
            self._start.block(reason)
        else:
            self._start.unblock()

    def show_verification(self) -> None:
        """Show whether the caller has been verified for this customer in this call."""
        if self._card is None:
            return
        verified = self._desk.call.shows_numbers_of(self._card.facts.id)
        if verified:
            self._pill.set_state(StateKind.GOOD, self.tr("Caller verified"))
        else:
            self._pill.set_state(StateKind.WARNING, self.tr("Caller not verified"))
        self._check.setVisible(not verified)

    def focus_check(self) -> None:
        """Put the focus on the check of the caller, or on the start once that is done."""
        target = self._start if self._check.isHidden() else self._check
        target.setFocus()

    def _show_pinned(self, note: NoteRecord | None) -> None:
        self._pin_icon.setVisible(note is not None)
        self._pinned.setVisible(note is not None)
        if note is not None:
            text = self.tr("Pinned by {agent}, {day}: {text}").format(
                agent=note.agent,
                day=self._desk.formats.day_month(note.written_at),
                text=" ".join(note.text.split()),
            )
            self._pinned.setText(text)

    def _choose_first(self) -> None:
        """Let Enter take the first way, once the menu is there; by itself it chooses none."""
        QTimer.singleShot(0, self._methods, self._mark_first)

    def _mark_first(self) -> None:
        if self._methods.isVisible() and self._methods.activeAction() is None:
            self._methods.setActiveAction(self._methods.actions()[0])

    def _tell_verified(self, method: VerificationMethod, _checked: bool = False) -> None:
        self.verified.emit(method)
