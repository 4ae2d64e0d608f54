"""The card of one number: state, what to say, what to do, facts, figures, and its history."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models.records.sims import SimDetail, SimMeaning
from desktop.views.formats import Formats
from desktop.views.sims import words
from desktop.views.sims.act_bar import ActBar
from desktop.views.sims.conflict_block import ConflictBlock
from desktop.views.sims.facts import card_facts, figures, platform_facts
from desktop.views.sims.history import HistoryBlock
from desktop.views.theme import Role, color, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.headings import LabelValueRows, SectionHeading
from desktop.views.widgets.label import Label, small, title
from desktop.views.widgets.say_panel import SayPanel
from desktop.views.widgets.state_label import Pill
from desktop.views.words import state_kind

WIDTH = 348
_LABELS = 116
_FREQUENCY = frozenset({SimMeaning.WARNED, SimMeaning.SENDS})
_NUMBER_CHANGE = frozenset({SimMeaning.BLOCKED_OPEN, SimMeaning.BLOCKED_REPLACED})
"""States that lead on to a workflow."""


class SimCardPanel(Themed, QWidget):
    """Shows one card at the right of the list, with a line between.

    Signals:
        customer_wanted: the customer's name was pressed.
        frequency_wanted: id of the service whose frequency shall be seen.
        number_change_wanted: id of the service whose change of number shall begin.
        act_wanted: a ``SimAct`` that a person wants to begin.
        decision_wanted: the id of a contradiction, and a ``ConflictDecision``.
    """

    customer_wanted = Signal()
    frequency_wanted = Signal(int)
    number_change_wanted = Signal(int)
    act_wanted = Signal(object)
    decision_wanted = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._service_id: int | None = None
        self._number = title(elide=True)
        self._number.setObjectName("sim_number")
        self._state = Pill()
        self._state.setObjectName("sim_state")
        self._conflicts = ConflictBlock()
        self._facts = LabelValueRows(label_width=_LABELS)
        self._acts = ActBar()
        self._say = SayPanel(rounded=True)
        self._say.setObjectName("sim_say")
        self._meaning = Label(wrap=True)
        self._meaning.setObjectName("sim_meaning")
        self._to_do = small(wrap=True)
        self._to_do.setObjectName("sim_to_do")
        self._frequency = LinkButton(icon_name="chart-line")
        self._frequency.setObjectName("sim_frequency")
        self._number_change = LinkButton(icon_name="list-checks")
        self._number_change.setObjectName("sim_number_change")
        self._figures_heading = SectionHeading(edge=False)
        self._figures = LabelValueRows(label_width=_LABELS + 68)
        self._figures.setObjectName("sim_figures")
        self._platform_heading = SectionHeading(edge=False)
        self._platform = LabelValueRows(label_width=_LABELS)
        self._platform.setObjectName("sim_platform")
        self._hints = small(wrap=True)
        self._history = HistoryBlock()
        self._build()
        self._connect()
        self.retranslate()
        self.restyle()

    def _build(self) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.addWidget(self._number)
        self._column.addLayout(row(self._state, None))
        above: tuple[QWidget, ...] = (self._meaning, self._conflicts, self._acts, self._to_do)
        for part in above:
            self._column.addWidget(part)
        self._column.addLayout(row(self._frequency, self._number_change, None))
        below: tuple[QWidget, ...] = (
            self._say,
            self._facts,
            self._figures_heading,
            self._figures,
            self._platform_heading,
            self._platform,
            self._hints,
            self._history,
        )
        for part in below:
            self._column.addWidget(part)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        self._scroll = scroll
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self._facts.link_pressed.connect(self._follow)
        self._frequency.clicked.connect(self._want_frequency)
        self._number_change.clicked.connect(self._want_number_change)
        self._acts.wanted.connect(self.act_wanted)
        self._conflicts.decided.connect(self.decision_wanted)

    def restyle(self) -> None:
        space(self._column, 16, 8, 4, 24, gap=8)
        self.setFixedWidth(px(WIDTH))

    def retranslate(self) -> None:
        self._frequency.setText(self.tr("See the frequency"))
        self._number_change.setText(self.tr("Begin number change"))
        self._figures_heading.set_text(self.tr("How the service is doing"))
        self._platform_heading.set_text(self.tr("What the platform says"))

    def show_card(self, card: SimDetail, formats: Formats, now: datetime) -> None:
        """Show one card."""
        sim = card.row
        self._service_id = sim.service_id
        self._number.setText(formats.phone(sim.msisdn))
        since = words.since(sim.stage).format(formats.moment(sim.reserved_at or sim.status_since))
        self._state.set_state(state_kind(sim.stage), since)
        self._conflicts.show_conflicts(card.conflicts, formats)
        self._meaning.setText(words.meaning(sim.meaning))
        self._acts.show_acts(card)
        self._to_do.setText(words.what_to_do(card, formats))
        self._to_do.setVisible(bool(self._to_do.text()))
        self._frequency.setVisible(sim.meaning in _FREQUENCY)
        self._number_change.setVisible(sim.meaning in _NUMBER_CHANGE)
        self._show_words_to_say(card, formats)
        self._facts.set_rows(card_facts(card, formats))
        self._show_figures(card, formats)
        self._show_platform(card, formats)
        self._history.show_card(card, formats, now)

    def scroll_to_top(self) -> None:
        """Show the state first, as for another card."""
        self._scroll.verticalScrollBar().setValue(0)

    def _show_words_to_say(self, card: SimDetail, formats: Formats) -> None:
        sentence = words.to_say(card, formats)
        self._say.setVisible(bool(sentence))
        if sentence:
            self._say.say([sentence])

    def _show_figures(self, card: SimDetail, formats: Formats) -> None:
        rows = figures(card.health, formats) if card.health is not None else []
        self._figures.set_rows(rows)
        for part in (self._figures_heading, self._figures):
            part.setVisible(bool(rows))

    def _show_platform(self, card: SimDetail, formats: Formats) -> None:
        rows = platform_facts(card.platform, formats) if card.platform is not None else []
        self._platform.set_rows(rows)
        for part in (self._platform_heading, self._platform):
            part.setVisible(bool(rows))
        hints = card.platform.hints if card.platform is not None else ()
        self._hints.setText("\n".join(hints))
        self._hints.setVisible(bool(hints))

    def _follow(self, _link: str) -> None:
        self.customer_wanted.emit()

    def _want_frequency(self) -> None:
        if self._service_id is not None:
            self.frequency_wanted.emit(self._service_id)

    def _want_number_change(self) -> None:
        if self._service_id is not None:
            self.number_change_wanted.emit(self._service_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, 0, 1, self.height()), color(Role.LINE))
