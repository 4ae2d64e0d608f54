"""All services by what they lose in a month: who stands out, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.peers import RankedService, Ranking
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.formats import Formats
from desktop.views.frequency.ranking_columns import columns
from desktop.views.page import Page
from desktop.views.tasks import Reading
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.label import small, title
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.widgets.table_model import RecordTableModel

_SHOWN: dict[str, Callable[[RankedService], bool]] = {
    "all": lambda _one: True,
    "outliers": lambda one: one.now.outlier,
    "changed": lambda one: one.changed,
}


class RankingPage(Page):
    """All services, the largest loss first; Enter shows one on the frequency page."""

    cares_for = frozenset({Change.TRAFFIC, Change.SIMS, Change.CUSTOMERS, Change.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("ranking_page")
        self._reading = Reading(desk.tasks, self)
        self._ranking: Ranking | None = None
        self._chosen = "all"
        self._title = title()
        self._back = LinkButton(icon_name="chart-line")
        self._back.setObjectName("ranking_back")
        self._segments = Segments()
        self._segments.setObjectName("ranking_shown")
        self._model: RecordTableModel[RankedService] = RecordTableModel(
            columns(self._formats), parent=self
        )
        self._table = DeskTable(name="", choosable=True, two_lines=True, click_activates=True)
        self._table.setObjectName("ranking_table")
        self._table.set_model(self._model)
        self._table.remember(desk.local)
        self._note = small(wrap=True)
        self._note.setObjectName("ranking_note")
        self._nothing = EmptyState("chart-line")
        self._error = ErrorState()
        self._lay_out()
        self._back.clicked.connect(self._go_back)
        self._segments.chosen.connect(self._choose)
        self._table.row_activated.connect(self._open)
        self._error.retried.connect(self.reload)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._fail)
        self.retranslate()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.addLayout(row(self._title, None, self._back, self._segments, gap=16))
        box.addWidget(self._table, 1)
        box.addWidget(self._note)
        space(box, 32, 24, 32, 16, gap=16)
        for state in (self._nothing, self._error):
            state.hide()

    def _formats(self) -> Formats:
        return self.desk.formats

    def retranslate(self) -> None:
        self._title.setText(self.tr("Loss of all services"))
        self._back.setText(self.tr("One service"))
        self._table.setAccessibleName(self.tr("Loss of all services"))
        self._model.set_columns(columns(self._formats))
        if self._ranking is not None:
            self._show(self._ranking)

    def enter(self) -> None:
        """Show the list; the keys go to it."""
        super().enter()
        self._table.setFocus()

    def reload(self) -> None:
        """Read the list again; estimates are kept where no day has changed."""
        if self._ranking is None:
            self._nothing.say(self.tr("All services are being estimated …"))
            self._table.show_instead(self._nothing)
        self._reading.ask(self._read)

    def _read(self, stop: Event) -> Ranking:
        services = self.desk.services
        period_days = services.settings.load().limits.opt_out_period_days
        return services.frequency.ranking(stop, period_days)

    # ---------------------------------------------------------------- showing

    def _show(self, ranking: Ranking) -> None:
        self._ranking = ranking
        shown = [one for one in ranking.services if _SHOWN[self._chosen](one)]
        self._model.set_records(shown)
        self._show_segments(ranking)
        self._note.setText(
            self.tr(
                "Loss in {days} days, from the last 30 days with traffic. A service with little"
                " data is drawn to the others. Stands out: the range leaves out the mean of all, or"
                " the month differs from the one before by more than chance."
            ).format(days=self.desk.formats.number(ranking.period_days))
        )
        self._note.setVisible(bool(ranking.services))
        if shown:
            self._table.show_instead(None)
            return
        self._say_nothing(any_services=bool(ranking.services))

    def _say_nothing(self, *, any_services: bool) -> None:
        if any_services:
            self._nothing.say(
                self.tr("No service stands out in this way."), self.tr("Choose all above.")
            )
        else:
            self._nothing.say(
                self.tr("There is nothing to compare yet."),
                self.tr("It takes at least 8 services with traffic, and opt-outs at some of them."),
            )
        self._table.show_instead(self._nothing)

    def _show_segments(self, ranking: Ranking) -> None:
        def count(key: str) -> str:
            return self.desk.formats.number(sum(_SHOWN[key](one) for one in ranking.services))

        self._segments.set_segments(
            [
                Segment("all", self.tr("All"), count("all")),
                Segment("outliers", self.tr("Outliers"), count("outliers")),
                Segment("changed", self.tr("Changed this month"), count("changed")),
            ],
            self._chosen,
        )

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._model.set_records(())
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)

    # ---------------------------------------------------------------- acts

    def _choose(self, key: str) -> None:
        self._chosen = key
        if self._ranking is not None:
            self._show(self._ranking)

    def _open(self, number: int) -> None:
        chosen = self._model.record(number)
        if chosen is not None:
            self.desk.navigator.frequency_wanted.emit(chosen.service_id)

    def _go_back(self) -> None:
        self.desk.navigator.page_wanted.emit("frequency")
