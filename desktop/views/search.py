"""What happens while somebody types into the search field: newest keystroke wins."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.models.records.lookup import Hit, HitKind, LookUpResult
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.states import SimStatus
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.hits import results_of
from desktop.views.tasks import Running
from desktop.views.widgets.label import Run
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.search_hits import SearchResults

DEBOUNCE_MS = 40
LONGEST_LIST = 12


class Search(QObject):
    """Looks up what is typed, in the background, and goes where a hit leads."""

    def __init__(self, desk: Desk, box: SearchBox) -> None:
        super().__init__(box)
        self._desk, self._box = desk, box
        self._text = ""
        self._running: Running[LookUpResult] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._look_up)
        box.text_edited.connect(self._note_text)
        box.hit_chosen.connect(self._open)
        box.case_wanted.connect(self._start_case)

    @Slot(str)
    def _note_text(self, text: str) -> None:
        self._text = text
        if self._running is not None:
            self._running.cancel()
        if text:
            self._timer.start()
        else:
            self._timer.stop()

    def _look_up(self) -> None:
        work = partial(self._read, self._text)
        self._running = self._desk.tasks.run(work, self._show, self._fail)

    def _read(self, text: str, _stop: Event) -> LookUpResult:
        return self._desk.services.look_up.search(text, LONGEST_LIST)

    def _show(self, result: LookUpResult) -> None:
        if result.text == self._text:
            self._box.show_results(results_of(result, self._desk.formats))

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._box.show_results(SearchResults((Run(f"{told.sentence} {told.hint}"),)))

    @Slot(object)
    def _open(self, hit: Hit) -> None:
        navigator = self._desk.navigator
        self._desk.call.begin()
        if hit.kind is HitKind.SIM:
            navigator.sim_wanted.emit(hit.id)
        elif hit.kind is HitKind.CASE:
            navigator.case_wanted.emit(hit.id)
        elif hit.kind is HitKind.DISPATCH:
            navigator.dispatch_wanted.emit(hit.id)
        elif hit.customer_id is not None:
            navigator.customer_wanted.emit(hit.customer_id)

    @Slot(object)
    def _start_case(self, hit: Hit) -> None:
        """Begin a reminder at the hit's service, or let the agent choose one at its customer."""
        navigator = self._desk.navigator
        if hit.service_id is not None and hit.state is not SimStatus.BLOCKED:
            self._desk.call.begin()
            wanted = SignupFilter(customer_id=hit.customer_id, service_id=hit.service_id)
            navigator.reminder_wanted.emit(SignupSelection(matching=wanted))
        elif hit.kind is HitKind.CUSTOMER:
            self._desk.call.begin()
            navigator.customers_reminder_wanted.emit(hit.id)
        else:
            self._open(hit)
