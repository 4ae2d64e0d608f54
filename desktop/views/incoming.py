"""What other starts hand to this window: come to the front, or take a call.

A call brings its customer to the front only where nobody is busy: an agent who types, asks or
answers something, works on a case or is in a call gets a quiet line with a key instead.
"""

from __future__ import annotations

import logging
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.models.calls import Caller, CallerKind, caller_in
from desktop.models.desk_message import DeskMessage
from desktop.models.records.lookup import HitKind
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.main_window import MainWindow
from desktop.views.tasks import Reading
from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import space
from desktop.views.window_front import come_into_view, come_to_front

OPEN_KEYS = "F9"
SHOWN_MS = 180_000
"""Nobody lets a phone ring longer than three minutes."""
_MOST_HITS = 20
_OWN = frozenset({HitKind.CUSTOMER, HitKind.CASE})

log = logging.getLogger(__name__)


class Incoming(QObject):
    """Looks up who calls, and brings the customer to the front or says so quietly."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._caller: Caller | None = None
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self._fail)
        self._banner = Banner(StateKind.NEUTRAL)
        self._banner.setObjectName("call_notice")
        self._banner.acted.connect(self._open_offered)
        self.notice = QWidget()
        column = QVBoxLayout(self.notice)
        space(column, 0, gap=0)
        column.addWidget(self._banner)
        self.notice.hide()
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._withdraw)
        self._shortcut = QShortcut(QKeySequence(OPEN_KEYS), window)
        self._shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        self._shortcut.activated.connect(self._open_offered)

    @property
    def sentence(self) -> str:
        """What the quiet line says; "" where there is none."""
        return "" if self.notice.isHidden() else self._banner.accessibleName()

    @Slot(object)
    def take(self, message: DeskMessage) -> None:
        """Do what another start asks for."""
        if not message.number:
            come_to_front(self._window, message.token)
            return
        self._reading.ask(partial(self._read, message.number))

    def close(self) -> None:
        """Say nothing more."""
        self._over.stop()
        self._reading.drop()

    def retranslate(self) -> None:
        """Say it again, in the language of the moment."""
        if self._caller is not None and not self.notice.isHidden():
            self._say(self._caller)

    # ---------------------------------------------------------------- who calls

    def _read(self, number: str, _stop: Event) -> Caller:
        return caller_in(self._desk.services.look_up.search(number, _MOST_HITS))

    def _take(self, caller: Caller) -> None:
        log.info("a call was handed over: %s %s", caller.kind.value, caller.customer_id or "")
        self._caller = caller
        if is_busy(self._window, self._desk):
            self._say(caller)
            QApplication.alert(self._window)
            return
        self._open(caller)
        come_into_view(self._window)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._show(f"{told.sentence} {told.hint}", StateKind.BAD)

    # ---------------------------------------------------------------- bringing it to the front

    def _open_offered(self) -> None:
        if self._caller is not None:
            self._open(self._caller)

    def _open(self, caller: Caller) -> None:
        self._withdraw()
        if self._desk.call.begun_at is not None:
            self._desk.call.end()  # nobody of the call before is verified in this one
        self._desk.call.begin()
        if caller.customer_id is not None:
            self._desk.navigator.customer_wanted.emit(caller.customer_id)
            if caller.via not in _OWN:
                self._show(self._known_words(caller))
            return
        unknown = caller.kind is CallerKind.UNKNOWN
        self._window.search_for(caller.number, look_up=not unknown)
        if unknown:
            said = self.tr("Unknown number: {number}. It stands in the search field.")
            self._show(said.format(number=self._phone(caller)))

    # ---------------------------------------------------------------- saying it quietly

    def _say(self, caller: Caller) -> None:
        if caller.kind is CallerKind.KNOWN:
            said = self._known_words(caller)
        elif caller.kind is CallerKind.SEVERAL:
            said = self.tr("Call from {number}: it may be several").format(
                number=self._phone(caller)
            )
        else:
            said = self.tr("Call from an unknown number: {number}").format(
                number=self._phone(caller)
            )
        self._show(said, action=self.tr("Open ({keys})").format(keys=OPEN_KEYS))

    def _known_words(self, caller: Caller) -> str:
        """Say whose number it is: who reads a newsletter is not the customer who has it sent."""
        if caller.via is HitKind.CONTACT:
            return self.tr("Call from a contact of {name}").format(name=caller.name)
        if caller.via not in _OWN:
            return self.tr("Call from a sender number of {name}").format(name=caller.name)
        return self.tr("Call from {name}").format(name=caller.name)

    def _show(self, said: str, kind: StateKind = StateKind.NEUTRAL, *, action: str = "") -> None:
        self._banner.show_state(kind, said, action)
        self.notice.show()
        self._over.start(SHOWN_MS)

    def _withdraw(self) -> None:
        self._caller = None
        self._over.stop()
        self.notice.hide()

    def _phone(self, caller: Caller) -> str:
        return self._desk.formats.phone(caller.number)


def is_busy(window: MainWindow, desk: Desk) -> bool:
    """Tell whether a page that comes to the front now would take something out of somebody's hands.

    That is a question that is open, a call, a case, and text that is being typed.
    """
    is_asked = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if is_asked is not None or desk.call.begun_at is not None:
        return True
    return window.is_in_use or _is_typed_into(window.focusWidget())


def _is_typed_into(field: QWidget | None) -> bool:
    if isinstance(field, QLineEdit):
        return field.objectName() != "searchField" and not field.isReadOnly() and bool(field.text())
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return not field.isReadOnly() and bool(field.toPlainText())
    return False
