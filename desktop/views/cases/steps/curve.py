"""Third step of a question on frequency: the customer's own curve, and one sentence to say."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from desktop.models.case_flow import CaseStep, DraftProblem
from desktop.models.changes import Change
from desktop.models.records.frequency import OwnEstimate
from desktop.models.records.traffic import ServiceTraffic, TrafficSpan
from desktop.services.bundle import Services
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.base import Saying, StepView
from desktop.views.error_text import error_text
from desktop.views.rates import estimate_words, said_words
from desktop.views.rates.curves import Estimates
from desktop.views.tasks import Reading
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.label import muted
from desktop.views.widgets.say_panel import Answer

if TYPE_CHECKING:
    from desktop.views.rates.rate_block import RateBlock

_CHART_HEIGHT = 380


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the curve is drawn from, and what it says."""

    traffic: ServiceTraffic
    own: OwnEstimate | None


class CurveStep(StepView):
    """The chart of the service, what is recommended, and whether the caller heard it."""

    step = CaseStep.CURVE

    def __init__(self, case: CaseEditor) -> None:
        super().__init__(case)
        self.question.setText(self.tr("What does the customer's own curve say?"))
        self._seen: _Seen | None = None
        self._chart: RateBlock | None = None
        self._advice = muted(wrap=True)
        self._advice.setObjectName("curveAdvice")
        self._banner = Banner(StateKind.BAD)
        self._banner.hide()
        self._reading = Reading(self.desk.tasks, self)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self._fail)
        self.column.addWidget(self.question)
        self.column.addSpacing(px(8))
        self.column.addWidget(self._advice)
        self.column.addSpacing(px(16))
        self.column.addWidget(self._banner)
        self.column.addStretch(1)

    # ---------------------------------------------------------------- reading

    def begin(self) -> None:
        """Read the values as they are now."""
        super().begin()
        self._read()

    def end(self) -> None:
        """Let what is being read go."""
        self._reading.drop()

    def hear(self, change: Change) -> None:
        """Read again when values or the number have changed."""
        if change in (Change.SIMS, Change.SETTINGS):
            self._read()

    def _read(self) -> None:
        service_id = self.case.draft.service_id
        if service_id is None:
            self._advice.setText(self.tr("This case is about no service: there is no curve."))
            return
        self._reading.ask(partial(_read_curve, self.desk.services, service_id))

    def _take(self, seen: _Seen) -> None:
        self._seen = seen
        self._banner.hide()
        if seen.traffic.empty:
            self._advice.setText(self.tr("There is no traffic of this service yet."))
        else:
            self._draw(seen)
        self.told.emit()

    def _draw(self, seen: _Seen) -> None:
        if self._chart is None:
            from desktop.views.rates.rate_block import RateBlock

            self._chart = RateBlock()
            self._chart.setFixedHeight(px(_CHART_HEIGHT))
            self.column.insertWidget(self.column.count() - 1, self._chart)
        formats = self.desk.formats
        self._chart.show_traffic(seen.traffic, formats, Estimates(own=seen.own))
        self._chart.describe(self.question.text(), self._sentence().replace("**", ""))
        if seen.own is not None:
            recommended = self.tr("Recommended: {advice}. {reason}")
            self._advice.setText(
                recommended.format(
                    advice=estimate_words.advice_title(seen.own.advice),
                    reason=estimate_words.advice_reason(seen.own, formats),
                )
            )

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._banner.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")

    # ---------------------------------------------------------------- what is said

    def _sentence(self) -> str:
        if self._seen is None or self._seen.traffic.empty:
            return ""
        return said_words.spoken(self._seen.traffic, self._seen.own, self.desk.formats)

    def saying(self) -> Saying:
        """Say the one sentence; without values, that there is nothing to go by yet."""
        said = self._sentence() or self.tr(
            "“We have no figures of your own yet. One to three messages a day is the most that"
            " works for others; less is often more.”"
        )
        if not self.case.can_change:
            return Saying((said,))
        heard = self.tr("Caller has heard it")
        answers = () if self.case.draft.curve_told else (Answer("yes", heard, "check"),)
        return Saying((said,), answers)

    def take_answer(self, key: str) -> None:
        """Record that the caller heard it."""
        if key == "yes" and not self.case.draft.curve_told:
            self.case.change(curve_told=True)
            self.note_written.emit(self.tr("The own curve was explained."))

    def focus_on(self, problem: DraftProblem) -> None:
        """Lead to the caller's answer."""
        if problem is DraftProblem.CURVE_NOT_TOLD:
            self.answer_wanted.emit()


def _read_curve(services: Services, service_id: int, _stop: Event) -> _Seen:
    """Read the values of a service and what they say.

    The library of the chart takes seconds to load on a slow disk, so it is loaded here already.
    """
    importlib.import_module("pyqtgraph")
    limits = services.settings.load().limits
    period_days, limit = limits.opt_out_period_days, limits.opt_out_limit_percent / 100
    traffic = services.traffic.series(service_id, TrafficSpan.YEAR, period_days)
    if traffic.empty:
        return _Seen(traffic, None)
    own = services.frequency.own(service_id, TrafficSpan.YEAR, period_days, limit)
    return _Seen(traffic, own)
