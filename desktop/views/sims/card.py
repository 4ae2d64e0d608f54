"""The card of one SIM: number, state, facts, what it means, and its history."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.models.records.sims import SimDetail, SimHistoryEntry, SimMeaning
from desktop.models.states import SimStatus
from desktop.views.formats import Formats
from desktop.views.sims import words
from desktop.views.theme import Role, StateKind, color, px
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.headings import LabelValue, LabelValueRows, SectionHeading
from desktop.views.widgets.label import Label, small, title
from desktop.views.widgets.state_label import Pill
from desktop.views.widgets.timeline import TimelineEntry, TimelineList
from desktop.views.words import state_kind

WIDTH = 320


class SimCardPanel(Themed, QWidget):
    """Shows one card at the right of the list, with a line between.

    Signals:
        customer_wanted: the customer's name was pressed.
        frequency_wanted: the link to the service's frequency was pressed.
    """

    customer_wanted = Signal()
    frequency_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._number = title(elide=True)
        self._number.setObjectName("sim_number")
        self._state = Pill()
        self._state.setObjectName("sim_state")
        self._facts = LabelValueRows(label_width=80)
        self._facts.link_pressed.connect(self._follow)
        self._meaning = Label(wrap=True)
        self._meaning.setObjectName("sim_meaning")
        self._to_do = small(wrap=True)
        self._to_do.setObjectName("sim_to_do")
        self._frequency = LinkButton(icon_name="chart-line")
        self._frequency.setObjectName("sim_frequency")
        self._frequency.clicked.connect(self._want_frequency)
        self._history_heading = SectionHeading(edge=False)
        self._history = TimelineList()
        self._history.setObjectName("sim_history")
        self._build()
        self.retranslate()
        self.restyle()

    def _build(self) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.addWidget(self._number)
        self._column.addLayout(row(self._state, None))
        for part in (self._facts, self._meaning, self._to_do):
            self._column.addWidget(part)
        self._column.addLayout(row(self._frequency, None))
        self._column.addWidget(self._history_heading)
        self._column.addWidget(self._history)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(scroll)

    def restyle(self) -> None:
        space(self._column, 32, 8, 0, 24, gap=8)
        self.setFixedWidth(px(WIDTH))

    def retranslate(self) -> None:
        self._frequency.setText(self.tr("See the frequency"))
        self._history_heading.set_text(self.tr("History"))

    def show_card(self, card: SimDetail, formats: Formats) -> None:
        """Show one card."""
        sim = card.row
        self._number.setText(formats.phone(sim.msisdn))
        since = words.since(sim.status).format(formats.moment(sim.status_since))
        self._state.set_state(state_kind(sim.status), since)
        self._facts.set_rows(self._rows(card, formats))
        self._meaning.setText(words.meaning(sim.meaning))
        self._to_do.setText(words.what_to_do(sim.meaning))
        self._to_do.setVisible(bool(self._to_do.text()))
        self._frequency.setVisible(sim.meaning in {SimMeaning.WARNED, SimMeaning.SENDS})
        self._history.set_entries([self._entry(one, formats) for one in card.history])

    def _rows(self, card: SimDetail, formats: Formats) -> list[LabelValue]:
        sim = card.row
        rows = [
            LabelValue(self.tr("ICCID"), formats.iccid(sim.iccid)),
            LabelValue(self.tr("Carrier"), sim.carrier or "–"),
        ]
        if sim.customer_id is not None:
            rows.append(LabelValue(self.tr("Customer"), sim.customer_name, link="customer"))
            rows.append(LabelValue(self._service_label(card), sim.service_name))
        if sim.in_use:
            label = self.tr("Affected") if sim.status is SimStatus.BLOCKED else self.tr("Contacts")
            count = formats.counted(
                card.active_contacts,
                self.tr("{} active contact"),
                self.tr("{} active contacts"),
            )
            rows.append(LabelValue(label, count))
        if sim.replaced_at is not None:
            rows.append(LabelValue(self.tr("Used until"), formats.moment(sim.replaced_at)))
        if card.replacement_number:
            number = formats.phone(card.replacement_number)
            rows.append(LabelValue(self.tr("Now sends from"), number))
        if card.note:
            rows.append(LabelValue(self.tr("Note"), card.note))
        return rows

    def _service_label(self, card: SimDetail) -> str:
        return self.tr("Service") if card.row.in_use else self.tr("Last service")

    def _entry(self, entry: SimHistoryEntry, formats: Formats) -> TimelineEntry:
        return TimelineEntry(
            kind=state_kind(entry.status) if entry.status is not None else StateKind.NEUTRAL,
            word=words.happened(entry),
            when=formats.moment(entry.at),
            detail=words.remark(entry),
            icon_name="" if entry.status is not None else "arrow-left-right",
        )

    def _follow(self, _link: str) -> None:
        self.customer_wanted.emit()

    def _want_frequency(self) -> None:
        self.frequency_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, 0, 1, self.height()), color(Role.LINE))
