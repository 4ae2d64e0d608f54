"""The frequency page: what a service sends a day, how many leave, and how that went on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.frequency import OwnEstimate
from desktop.models.records.peers import PeerEstimate
from desktop.models.records.traffic import ServiceTraffic, TrafficSpan, Week
from desktop.paths import config_dir
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.frequency.body import FrequencyBody
from desktop.views.frequency.days_dialog import DaysDialog
from desktop.views.frequency.estimator import Estimator
from desktop.views.frequency.explanation import ExplanationDialog
from desktop.views.frequency.head import FrequencyHead
from desktop.views.frequency.limit_dialog import LimitKeeper
from desktop.views.frequency.picture import Kind
from desktop.views.frequency.reading import Choices, read_service
from desktop.views.frequency.save import SheetSaver
from desktop.views.frequency.trial_dialog import TrialDialog
from desktop.views.page import Page
from desktop.views.rates import words
from desktop.views.rates.curves import Compared, Estimates
from desktop.views.tasks import Running
from desktop.views.widgets.base import space
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.toast import Toast

_SERVICE_KEY, _SPAN_KEY = "frequency/service_id", "frequency/span"

PATIENCE_MS = 150
"""A reading that takes longer says that it goes on; a shorter one would only flicker."""


class FrequencyPage(Page):
    """Chooser, charts, facts and table of one service. The last choice is remembered."""

    cares_for = frozenset(
        {Change.TRAFFIC, Change.SIMS, Change.CUSTOMERS, Change.SETTINGS, Change.CASES}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("frequency_page")
        self._memory = QSettings(str(config_dir() / "pages.ini"), QSettings.Format.IniFormat)
        self._service_id = int(str(self._memory.value(_SERVICE_KEY, 0)))
        self._span = _span(str(self._memory.value(_SPAN_KEY, TrafficSpan.YEAR.value)))
        self._choices: Choices = ()
        self._reading: Running[tuple[Choices, ServiceTraffic | None]] | None = None
        self._estimates = Estimates()
        self._make_parts()
        self._build()
        self._estimator = Estimator(desk, self)
        self._estimator.owned.connect(self._show_own)
        self._estimator.compared.connect(self._show_peers)
        self._estimator.failed.connect(self._tell_failure)
        desk.theme.changed.connect(self._draw_again)
        self.retranslate()

    def enter(self) -> None:
        super().enter()
        self._head.take_focus()

    # ---------------------------------------------------------------- from outside

    def open_service(self, service_id: int) -> None:
        """Show one service and remember it."""
        self._service_id = service_id
        self._memory.setValue(_SERVICE_KEY, service_id)
        self._read()

    def reload(self) -> None:
        self._estimator.forget()
        self._read()

    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        work = partial(read_service, self.desk.services, self._service_id, self._span)
        self._reading = self.desk.tasks.run(work, self._show, self._tell_failure)
        if self._body.traffic is None:
            self._patience.start()

    def retranslate(self) -> None:
        self._waiting.say(self.tr("The values are being read …"))
        self._head.retranslate()
        self._body.retranslate()
        self._draw_again()

    def _draw_again(self) -> None:
        """Draw the charts anew: their colours and words are set while they are drawn."""
        self._space()
        if self._body.traffic is not None:
            self._draw((self._choices, self._body.traffic))

    # ---------------------------------------------------------------- parts

    def _make_parts(self) -> None:
        self._head = FrequencyHead(self._span)
        self._head.service_chosen.connect(self.open_service)
        self._head.span_chosen.connect(self._choose_span)
        self._head.compared_chosen.connect(self._choose_compared)
        self._head.table_wanted.connect(self._show_table)
        self._head.picture_wanted.connect(self._save_picture)
        self._head.pdf_wanted.connect(self._save_page)
        self._body = FrequencyBody(self.desk)
        self._body.why_wanted.connect(self._explain)
        self._body.case_wanted.connect(self._begin_case)
        self._body.trial_wanted.connect(self._plan_trial)
        self._body.all_wanted.connect(self._want_all)
        self._body.limit_wanted.connect(self._ask_limit)
        self._body.week_chosen.connect(self._show_days)
        self._limit = LimitKeeper(self.desk, self)
        self._saver = SheetSaver(self.desk, self)
        self._toast = Toast(self)
        self._saver.told.connect(self._toast.tell)
        self._empty = EmptyState("chart-line")
        self._empty.acted.connect(self._want_import)
        self._error = ErrorState()
        self._error.retried.connect(self.reload)
        self._waiting = EmptyState("hourglass")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._waiting.show)
        for part in (self._body, self._empty, self._error, self._waiting):
            part.hide()

    def _build(self) -> None:
        content = QWidget()
        self._column = column = QVBoxLayout(content)
        for part in (self._head, self._waiting, self._empty, self._error):
            column.addWidget(part)
        column.addWidget(self._body, 1)
        column.addStretch(0)
        self._space()
        ScrollArea.around(content, self)
        self._toast.raise_()

    def _space(self) -> None:
        space(self._column, 32, 24, 32, 12, gap=16)

    # ---------------------------------------------------------------- showing

    def _show(self, read: tuple[Choices, ServiceTraffic | None]) -> None:
        self._estimates = replace(self._estimates, own=None)
        self._draw(read)
        traffic = read[1]
        if traffic is not None:
            self._estimator.estimate(traffic.service_id, self._span, traffic.period_days)

    def _show_own(self, own: OwnEstimate) -> None:
        self._estimates = replace(self._estimates, own=own)
        if self._empty.isHidden():
            self._show_estimates(self._estimates)
        else:
            self._say_empty()

    def _show_peers(self, peers: PeerEstimate) -> None:
        self._estimates = replace(self._estimates, peers=peers)
        if self._empty.isHidden():
            self._show_estimates(self._estimates)

    def _choose_compared(self, compared: Compared) -> None:
        self._show_estimates(replace(self._estimates, compared=compared))

    def _show_estimates(self, estimates: Estimates) -> None:
        self._estimates = estimates
        self._body.show_estimates(estimates)

    def _draw(self, read: tuple[Choices, ServiceTraffic | None]) -> None:
        self._choices, traffic = read
        self._stop_waiting()
        self._error.hide()
        if traffic is not None:
            self._service_id = traffic.service_id
        self._head.show_choices(self._choices, self._service_id)
        shown = traffic is not None and not traffic.empty
        self._head.allow_views(allowed=shown)
        self._body.setVisible(shown)
        self._empty.setVisible(not shown)
        if shown and traffic is not None:
            self._body.show_traffic(traffic, self._estimates)
        else:
            self._say_empty()

    def _stop_waiting(self) -> None:
        self._patience.stop()
        self._waiting.hide()

    def leave(self) -> None:
        self._patience.stop()

    def _say_empty(self) -> None:
        if self._choices:
            sentence = self.tr("There is no traffic of this service yet.")
        else:
            sentence = self.tr("There are no services yet.")
        hint = self.tr("Messages and opt-outs of each day come with the platform's export.")
        own = self._estimates.own
        if own is not None and own.by_events is not None:
            by_events = self.tr("From the contacts' own stops: {rate} unsubscribe in {days} days.")
            told = by_events.format(
                rate=words.rate_with_range(own.by_events, self.desk.formats),
                days=self.desk.formats.number(own.period_days),
            )
            hint = f"{told} {hint}"
        self._empty.say(sentence, hint, self.tr("Import …"))

    def _tell_failure(self, error: BaseException) -> None:
        told = error_text(error)
        self._stop_waiting()
        self._error.say(told.sentence, told.hint, told.details)
        self._error.show()
        self._body.hide()
        self._empty.hide()

    # ---------------------------------------------------------------- acts

    def _choose_span(self, span: TrafficSpan) -> None:
        self._span = span
        self._memory.setValue(_SPAN_KEY, span.value)
        self._read()

    def _show_table(self, wanted: bool) -> None:
        self._body.show_table(wanted=wanted)

    def _explain(self) -> None:
        ExplanationDialog(self, self.desk.formats, self._estimates).open()

    def _begin_case(self) -> None:
        self.desk.navigator.frequency_question_wanted.emit(self._service_id)

    def _show_days(self, week: Week) -> None:
        traffic = self._body.traffic
        if traffic is not None:
            DaysDialog(self, self.desk.formats, week, traffic.days_of(week)).open()

    def _save_picture(self) -> None:
        self._saver.ask(self._body, self._estimates.own, Kind.PNG, Kind.SVG)

    def _save_page(self) -> None:
        self._saver.ask(self._body, self._estimates.own, Kind.PDF)

    def _plan_trial(self) -> None:
        traffic = self._body.traffic
        if traffic is not None:
            TrialDialog(self, self.desk, traffic).open()

    def _ask_limit(self) -> None:
        traffic, own = self._body.traffic, self._estimates.own
        if traffic is not None and own is not None:
            self._limit.ask(traffic.customer_id, own)

    def _want_all(self) -> None:
        self.desk.navigator.page_wanted.emit("ranking")

    def _want_import(self) -> None:
        self.desk.navigator.page_wanted.emit("importing")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._body.fit(self.width())


def _span(stored: str) -> TrafficSpan:
    return TrafficSpan(stored) if stored in set(TrafficSpan) else TrafficSpan.YEAR
