"""The page of one customer: everything for the call on one page."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.customers import CustomerCard, ServiceBand
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.states import VerificationMethod
from desktop.views.caller_proof import PROVED_BY_SECRET, ProofDialog
from desktop.views.customer.band import Band
from desktop.views.customer.head import CustomerHead
from desktop.views.customer.pin_dialog import PinDialog
from desktop.views.customer.tabs import CustomerTabs
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, scale
from desktop.views.widgets.base import space
from desktop.views.widgets.busy import BusyLine
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.headings import Divider
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.toast import Toast


class CustomerPage(Page):
    """One customer with services, requests, dispatches, notes and timeline."""

    cares_for = frozenset(
        {
            Change.CUSTOMERS,
            Change.CONTACTS,
            Change.SIMS,
            Change.CASES,
            Change.DISPATCHES,
            Change.NOTES,
            Change.TRAFFIC,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("customer_page")
        self._customer_id: int | None = None
        self._card: CustomerCard | None = None
        self._running: Running[CustomerCard] | None = None
        self._focus_when_shown = False
        self._remind_when_shown = False
        self._head = CustomerHead(desk)
        self._tabs = CustomerTabs(desk)
        self._error = ErrorState()
        self._no_services = EmptyState("inbox")
        self._busy = BusyLine()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._services = QVBoxLayout()
        self._bands: KeptWidgets[ServiceBand, Band] = KeptWidgets(self._services, self._band_of)
        parts: tuple[QWidget, ...] = (self._error, self._head, self._no_services)
        for part in (self._busy, *parts):
            self._column.addWidget(part)
        self._column.addLayout(self._services)
        self._column.addWidget(self._tabs, 1)
        space(self._column, 32, 22, 32, 16, gap=0)
        space(self._services, 0, 0, 0, 24, gap=0)
        self._rule = Divider()
        self._column.insertWidget(3, self._rule)
        for hidden in (*parts, self._rule, self._tabs):
            hidden.hide()
        ScrollArea.around(content, self)
        self._toast = Toast(self)

    def _connect(self) -> None:
        self._error.retried.connect(self.reload)
        self._head.verified.connect(self._verify)
        self._head.note_wanted.connect(self._tabs.begin_note)
        self._head.pin_wanted.connect(self._ask_for_pin)
        self._head.case_wanted.connect(self._begin_reminder)
        self._tabs.notes_changed.connect(self.reload)
        self.desk.call.changed.connect(self._head.show_verification)

    def retranslate(self) -> None:
        self._no_services.say(
            self.tr("This customer has no service."),
            self.tr("Services come with the platform's export of services."),
        )
        self._head.retranslate()
        self._tabs.retranslate()
        if self._card is not None:
            self._show(self._card)

    @Slot(int)
    def open_customer(self, customer_id: int) -> None:
        """Show another customer; the focus goes to the check of the caller."""
        if customer_id != self._customer_id:
            self._tabs.keep_note()
            self._customer_id = customer_id
            self._put_away()
        self._focus_when_shown, self._remind_when_shown = True, False
        self.reload()
        self.desk.tasks.run(partial(self._note_visit, customer_id), self._ignore)

    @Slot(int)
    def begin_reminder_for(self, customer_id: int) -> None:
        """Begin a reminder for a customer's only service; of several let the agent choose one."""
        self.open_customer(customer_id)
        self._remind_when_shown = True

    @property
    def customer_id(self) -> int | None:
        """The customer on the page."""
        return self._customer_id

    def leave(self) -> None:
        self._tabs.keep_note()

    @property
    def is_keeping(self) -> bool:
        return self._tabs.keeps_note

    def reload(self) -> None:
        """Read the customer again."""
        if self._customer_id is None:
            return
        if self._running is not None:
            self._running.cancel()
        if self._card is None:
            self._busy.start()
        self._running = self.desk.tasks.run(
            partial(self._read, self._customer_id), self._show, self._fail
        )

    def _read(self, customer_id: int, _stop: Event) -> CustomerCard:
        services = self.desk.services
        today = self.desk.formats.local(services.database.clock()).date()
        period = services.settings.load().limits.opt_out_period_days
        return services.customers.card(customer_id, today=today, period_days=period)

    def _note_visit(self, customer_id: int, _stop: Event) -> None:
        self.desk.services.customers.note_visit(customer_id, self.desk.agent)

    def _put_away(self) -> None:
        """Show nobody while the next customer is read: never one who is not the caller."""
        self._card = None
        for part in (self._head, self._rule, self._tabs, self._no_services):
            part.hide()
        self._bands.show(())

    def _show(self, card: CustomerCard) -> None:
        self._busy.stop()
        self._card = card
        self._error.hide()
        for part in (self._head, self._rule, self._tabs):
            part.show()
        self._head.show_card(card)
        self._show_services(card)
        self._tabs.show_card(card)
        if self._focus_when_shown and self.isVisible():
            self._focus_when_shown = False
            self._head.focus_check()
        if self._remind_when_shown and self.isVisible():
            self._remind_when_shown = False
            self._remind_or_ask(card)

    def _fail(self, error: BaseException) -> None:
        self._busy.stop()
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._error.show()

    def _show_services(self, card: CustomerCard) -> None:
        self._bands.show(card.services, (self.desk.formats, scale()))
        self._no_services.setVisible(not card.services)
        self._head.block_start(self._why_no_reminder(card))

    def _band_of(self, service: ServiceBand) -> Band:
        band = Band(self.desk, service)
        band.reminder_wanted.connect(self._remind)
        band.number_change_wanted.connect(self.desk.navigator.number_change_wanted)
        band.frequency_wanted.connect(self.desk.navigator.frequency_wanted)
        band.signups_wanted.connect(self._open_signups)
        return band

    def _why_no_reminder(self, card: CustomerCard) -> str:
        if self._remindable(card):
            return ""
        if any(service.is_blocked for service in card.services):
            return self.tr("Every sender number of this customer is blocked.")
        return self.tr("This customer has no service with a sender number.")

    def _remindable(self, card: CustomerCard) -> list[int]:
        return [
            service.id
            for service in card.services
            if service.sender_number is not None and not service.is_blocked
        ]

    def _remind_or_ask(self, card: CustomerCard) -> None:
        services = self._remindable(card)
        if len(services) == 1:
            self._remind(services[0])
            return
        reason = self._why_no_reminder(card)
        told = reason or self.tr("Several services: choose the one to be reminded.")
        self._toast.tell(told, StateKind.WARNING if reason else StateKind.NEUTRAL)
        for band in self._bands.widgets:
            if band.service_id in services[:1]:
                band.focus_reminder()

    def _begin_reminder(self) -> None:
        if self._card is None:
            return
        services = self._remindable(self._card)
        if len(services) == 1:
            self._remind(services[0])
        elif services:
            self.desk.navigator.signups_wanted.emit(SignupFilter(customer_id=self._card.facts.id))

    @Slot(int)
    def _remind(self, service_id: int) -> None:
        self.desk.navigator.reminder_wanted.emit(
            SignupSelection(matching=self._filter_of(service_id))
        )

    @Slot(int)
    def _open_signups(self, service_id: int) -> None:
        self.desk.navigator.signups_wanted.emit(self._filter_of(service_id))

    def _filter_of(self, service_id: int) -> SignupFilter:
        return SignupFilter(customer_id=self._customer_id, service_id=service_id)

    @Slot(object)
    def _verify(self, method: VerificationMethod) -> None:
        """Ask for the secret where one decides; else the agent has checked the caller."""
        if self._card is None:
            return
        if method not in PROVED_BY_SECRET:
            self._note_verified(method)
            return
        dialog = ProofDialog(self, self.desk, self._card.facts, method)
        dialog.proved.connect(partial(self._note_verified, method))
        dialog.open()

    def _ask_for_pin(self) -> None:
        if self._customer_id is not None:
            dialog = PinDialog(self, self.desk, self._customer_id)
            dialog.saved.connect(self._tell_pin_set)
            dialog.open()

    def _tell_pin_set(self) -> None:
        self._toast.tell(self.tr("The PIN is set."), StateKind.GOOD)

    def _note_verified(self, method: VerificationMethod) -> None:
        if self._customer_id is None:
            return
        self.desk.call.verify(self._customer_id, method)
        self.desk.tasks.run(
            partial(self._note_verification, self._customer_id, method), self._ignore
        )
        self._head.focus_check()

    def _note_verification(
        self, customer_id: int, method: VerificationMethod, _stop: Event
    ) -> None:
        self.desk.services.customers.note_verification(customer_id, method, self.desk.agent)

    def _ignore(self, _nothing: None) -> None:
        """Nothing follows from it."""
