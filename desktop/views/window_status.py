"""What the status bar says, and how many cases are open."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.models.changes import Change
from desktop.models.records.overview import RunningDispatch
from desktop.models.settings import GatewayKind, GatewaySettings
from desktop.views.desk import Desk
from desktop.views.tasks import Reading
from desktop.views.widgets.status_bar import StatusBar

SETTLE_MS = 250


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is read for the bars."""

    gateway: GatewaySettings
    running: tuple[RunningDispatch, ...]
    open_cases: int
    sending_paused: bool
    unclear: int
    is_unwritable: bool


class WindowStatus(QObject):
    """Reads a few facts after each change and says them in the bars.

    Signals:
        cases_counted: how many cases are open.
        unclear_counted: how many SMS are unclear.
    """

    cases_counted = Signal(int)
    unclear_counted = Signal(int)

    def __init__(self, desk: Desk, status: StatusBar) -> None:
        super().__init__(status)
        self._desk, self._status = desk, status
        self._facts: _Facts | None = None
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._read_again)
        desk.feed.changed.connect(self._note_change)
        self._read_again()

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        if change in (Change.CASES, Change.DISPATCHES, Change.SETTINGS):
            self._timer.start()

    def _read_again(self) -> None:
        self._reading.ask(self._read)

    def _read(self, _stop: Event) -> _Facts:
        services = self._desk.services
        bars = services.overviews.bars()
        return _Facts(
            services.settings.load().gateway,
            bars.running,
            bars.open_cases,
            bars.sending_paused,
            bars.unclear,
            services.sending.trouble is not None,
        )

    def _show(self, facts: _Facts) -> None:
        self._facts = facts
        self.retranslate()

    def _fail(self, _error: BaseException) -> None:
        self._status.show_database(self.tr("Database not reachable"))

    def retranslate(self) -> None:
        """Say everything again, in the language of the moment."""
        facts = self._facts
        if facts is None:
            return
        self._say_mode(facts.gateway)
        self._say_gateway(facts)
        database = self._desk.services.database
        local = self.tr("Database local")
        self._status.show_database(local if database.is_sqlite else self.tr("Database of the team"))
        self._status.show_sending(self._sending(facts))
        self.cases_counted.emit(facts.open_cases)
        self.unclear_counted.emit(facts.unclear)

    def _say_mode(self, gateway: GatewaySettings) -> None:
        if not gateway.kind.is_real:
            self._status.show_mode(
                test=True,
                word=self.tr("TEST MODE"),
                sentence=self.tr("Nothing leaves this computer. SMS go to the simulator only."),
            )
        elif gateway.is_test:
            self._status.show_mode(
                test=True,
                word=self.tr("TEST MODE"),
                sentence=self.tr("The gateway checks the SMS but delivers none."),
            )
        else:
            self._status.show_mode(test=False, word=self.tr("Live"))

    def _say_gateway(self, facts: _Facts) -> None:
        if facts.sending_paused:
            self._status.show_gateway(self.tr("Gateway: sending paused"))
        elif facts.gateway.kind is GatewayKind.SIMULATOR:
            self._status.show_gateway(self.tr("Gateway: simulator"))
        elif facts.gateway.kind is GatewayKind.KANNEL:
            self._status.show_gateway(self.tr("Gateway: Kannel"))
        else:
            self._status.show_gateway(self.tr("Gateway: websms"))

    def _sending(self, facts: _Facts) -> str:
        running = facts.running
        if not running:
            return self.tr("Nothing to send")
        if facts.is_unwritable:
            return self.tr("Sending waits for the database")
        formats = self._desk.formats
        done = sum(dispatch.processed for dispatch in running)
        total = sum(dispatch.recipients for dispatch in running)
        if not done:
            return self.tr("Sending waits: {total}").format(total=formats.number(total))
        return self.tr("Sending {done} of {total}").format(
            done=formats.number(done), total=formats.number(total)
        )
