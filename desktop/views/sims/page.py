"""The SIM cards: what needs attention first, the card of the chosen one beside the list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.conflicts import ConflictDecision
from desktop.models.records.platform import SourceState
from desktop.models.records.sims import SimDetail, SimList, SimRow, SimStock
from desktop.models.sim_acts import SimAct
from desktop.models.states import SimStage
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.formats import Formats
from desktop.views.page import Page
from desktop.views.sims.acting import SimActing
from desktop.views.sims.adding import AddCardsDialog
from desktop.views.sims.card import WIDTH, SimCardPanel
from desktop.views.sims.columns import NUMBER, ROOM_FOR, SERVICE, STATE, columns
from desktop.views.sims.no_cards import NoCards
from desktop.views.sims.notice import PageNotice, notice_of
from desktop.views.sims.stock_label import StockLabel
from desktop.views.tasks import Running
from desktop.views.theme import scale
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import ErrorState
from desktop.views.widgets.label import small, title
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.widgets.table_model import RecordTableModel
from desktop.views.words import word

_ALL = "all"
_MARGINS = 32 + 24 + 12


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading of the page brings."""

    sims: SimList
    stock: SimStock
    platform: SourceState


class SimsPage(Page):
    """List, filter and card of the SIM cards."""

    cares_for = frozenset({Change.SIMS, Change.CONTACTS, Change.CUSTOMERS, Change.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("sims_page")
        self._stage: SimStage | None = None
        self._to_decide = False
        self._wanted_id: int | None = None
        self._reading: Running[_Read] | None = None
        self._reading_card: Running[SimDetail] | None = None
        self._card_shown: SimDetail | None = None
        self._make_parts()
        self._connect()
        self._build()
        self.retranslate()
        desk.theme.changed.connect(self._space)

    def enter(self) -> None:
        super().enter()
        self._table.setFocus()

    # ---------------------------------------------------------------- from outside

    def open_sim(self, sim_id: int) -> None:
        """Choose the card ``sim_id``, whatever filter is set."""
        self._wanted_id = sim_id
        self._stage, self._to_decide = None, False
        self._filter.choose(_ALL)
        self.reload()

    def reload(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        work = partial(_read, self.desk.services, self._stage, self._to_decide)
        self._reading = self.desk.tasks.run(work, self._show, self._tell_failure)

    def retranslate(self) -> None:
        self._title.setText(self.tr("SIM cards"))
        self._add.setText(self.tr("Add cards …"))
        self._table.setAccessibleName(self.tr("SIM cards"))
        self._model.set_columns(columns(self._formats))
        self._lay_out_columns()
        if self._shown is not None:
            self._show(self._shown)

    # ---------------------------------------------------------------- parts

    def _make_parts(self) -> None:
        self._shown: _Read | None = None
        self._title = title()
        self._add = Button(icon_name="plus")
        self._add.setObjectName("add_cards")
        self._notice = PageNotice()
        self._filter = Segments()
        self._filter.setObjectName("sim_filter")
        self._stock = StockLabel()
        self._model = RecordTableModel[SimRow](columns(self._formats), parent=self)
        self._table = DeskTable(name="", choosable=True, two_lines=True)
        self._table.setObjectName("sim_table")
        self._table.set_model(self._model)
        self._foot = small()
        self._card = SimCardPanel()
        self._card.setObjectName("sim_card")
        self._card.hide()
        self._acting = SimActing(self.desk, self)
        self._empty = NoCards()
        self._error = ErrorState()
        self._empty.hide()
        self._error.hide()

    def _connect(self) -> None:
        self._add.clicked.connect(self._open_adding)
        self._notice.acted.connect(self._follow_notice)
        self._filter.chosen.connect(self._choose_stage)
        self._table.row_chosen.connect(self._choose_row)
        self._table.row_activated.connect(self._open_customer)
        self._card.customer_wanted.connect(self._open_customer)
        self._card.frequency_wanted.connect(self.desk.navigator.frequency_wanted)
        self._card.number_change_wanted.connect(self.desk.navigator.number_change_wanted)
        self._card.act_wanted.connect(self._begin)
        self._card.decision_wanted.connect(self._decide)
        self._acting.done.connect(self.reload)
        self._acting.failed.connect(self._tell_failure)
        self._empty.acted.connect(self._open_adding)
        self._error.retried.connect(self.reload)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._table, 1)
        left.addWidget(self._foot)
        space(left, 0, gap=8)
        self._middle = QHBoxLayout()
        self._middle.addLayout(left, 1)
        self._middle.addWidget(self._card)
        self._page = QVBoxLayout(self)
        self._page.addLayout(row(self._title, None, self._stock, 16, self._add))
        self._page.addWidget(self._notice)
        self._page.addLayout(row(self._filter, None))
        self._page.addLayout(self._middle, 1)
        self._space()

    def _space(self) -> None:
        space(self._page, 32, 24, 24, 8, gap=12)
        space(self._middle, 0, 0, 0, 0, gap=12)

    # ---------------------------------------------------------------- showing

    def _formats(self) -> Formats:
        return self.desk.formats

    def _show(self, read: _Read) -> None:
        self._shown = read
        self._show_filter(read.sims)
        self._stock.show_stock(read.stock, self.desk.formats)
        self._notice.show_notice(
            notice_of(read.sims.conflicts, read.platform, only_those=self._to_decide),
            self.desk.formats,
        )
        chosen = self._wanted_id if self._wanted_id is not None else self._chosen_id()
        self._model.set_records(read.sims.rows)
        self._show_empty(read.sims)
        self._foot.setText(
            self.desk.formats.counted(
                len(read.sims.rows),
                self.tr("{} card"),
                self.tr("{} cards, those that need attention first"),
            )
        )
        self._choose(chosen)

    def _show_filter(self, sims: SimList) -> None:
        number = self.desk.formats.number
        segments = [Segment(_ALL, self.tr("All"), number(sims.total))]
        segments += [Segment(one.value, word(one), number(sims.counts[one])) for one in SimStage]
        self._filter.set_segments(segments, self._stage.value if self._stage else _ALL)
        if self._to_decide:
            self._filter.choose("")

    def _show_empty(self, sims: SimList) -> None:
        self._foot.setVisible(bool(sims.rows))
        if not sims.rows:
            self._empty.tell(has_cards=sims.total > 0)
        self._table.show_instead(None if sims.rows else self._empty)

    def _tell_failure(self, error: BaseException) -> None:
        told = error_text(error)
        self._model.set_records(())
        self._card.hide()
        self._foot.hide()
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)

    # ---------------------------------------------------------------- the chosen card

    def _choose_stage(self, key: str) -> None:
        self._stage = None if key == _ALL else SimStage(key)
        self._to_decide = False
        self.reload()

    def _follow_notice(self) -> None:
        """Show the cards that are to be decided, or all again; or where the platform is set up."""
        if self._shown is not None and not self._shown.sims.conflicts:
            self.desk.navigator.page_wanted.emit("settings")
            return
        self._to_decide = not self._to_decide
        self._stage = None
        self.reload()

    def _chosen_id(self) -> int | None:
        sim = self._model.record(self._table.currentIndex().row())
        return sim.sim_id if sim is not None else None

    def _choose(self, sim_id: int | None) -> None:
        """Choose a card again after a reading; the first one where it is gone."""
        rows = [sim.sim_id for sim in self._model.records]
        place = rows.index(sim_id) if sim_id in rows else 0
        self._table.setCurrentIndex(self._model.index(place, NUMBER))
        if not rows:
            self._card.hide()

    def _choose_row(self, place: int) -> None:
        sim = self._model.record(place)
        if self._reading_card is not None:
            self._reading_card.cancel()
        if sim is None:
            return
        self._wanted_id = None
        work = partial(_read_card, self.desk.services, sim.sim_id)
        self._reading_card = self.desk.tasks.run(work, self._show_card, self._tell_failure)

    def _show_card(self, card: SimDetail) -> None:
        another = self._card_shown is None or self._card_shown.row.sim_id != card.row.sim_id
        self._card_shown = card
        self._card.show_card(card, self.desk.formats, self.desk.services.database.clock())
        if another:
            self._card.scroll_to_top()
            # Only now has a list that was just filled its full height.
            self._table.scrollTo(self._table.currentIndex())
        self._card.show()

    # ---------------------------------------------------------------- acting

    def _begin(self, act: SimAct) -> None:
        if self._card_shown is not None:
            self._acting.begin(act, self._card_shown)

    def _decide(self, conflict_id: int, decision: ConflictDecision) -> None:
        if self._card_shown is not None:
            self._acting.decide(conflict_id, decision, self._card_shown)

    def _open_adding(self) -> None:
        AddCardsDialog(self.desk, self.window()).open()

    def _open_customer(self) -> None:
        if self._card_shown is not None and self._card_shown.row.customer_id is not None:
            self.desk.navigator.customer_wanted.emit(self._card_shown.row.customer_id)

    # ---------------------------------------------------------------- size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()

    def _lay_out_columns(self) -> None:
        """Let columns go where the list is narrow; what they say stands on the card as well."""
        room = self.width() / scale() - WIDTH - _MARGINS
        for place, wanted in ROOM_FOR.items():
            self._table.setColumnHidden(place, room < wanted)
        # Some column has to take the rest of the width.
        modes = QHeaderView.ResizeMode
        alone = room < ROOM_FOR[SERVICE]
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(STATE, modes.Stretch if alone else modes.Interactive)


def _read(services: Services, stage: SimStage | None, to_decide: bool, _stop: Event) -> _Read:
    minimum = services.settings.load().limits.stock_warning
    sims = services.sims.list(stage, to_decide=to_decide)
    return _Read(sims, services.sims.stock(minimum), services.platform.state())


def _read_card(services: Services, sim_id: int, _stop: Event) -> SimDetail:
    return services.sims.card(sim_id)
