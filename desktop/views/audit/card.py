"""One entry of the audit log in full, at the right of the list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.audit import AuditRow
from desktop.views.act_words import act_word
from desktop.views.audit.columns import actor_word
from desktop.views.audit.fact_words import erased_words, facts_of
from desktop.views.formats import Formats
from desktop.views.theme import Role, color, px
from desktop.views.widgets.base import Themed, column, row, space, take_all_out
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.headings import LabelValue, LabelValueRows, SectionHeading
from desktop.views.widgets.label import Label, small, title
from desktop.views.widgets.scroll import ScrollArea

WIDTH = 356
_LABELS = 96
_HASH_GROUP = 8
_NARROWER = ("case", "customer", "actor")


class EntryCard(Themed, QWidget):
    """Who, when, on whose case, with which facts; and ways to what else was done there.

    Signals:
        link_pressed: ``customer`` or ``case``: the person wants to go there.
        narrowed: ``customer``, ``case`` or ``actor``: the person wants only such entries.
        closed: the card is not needed any more.
    """

    link_pressed = Signal(str)
    narrowed = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("audit_entry")
        self._entry: AuditRow | None = None
        self._title = title(wrap=True)
        self._title.setObjectName("audit_entry_act")
        self._rows = LabelValueRows(label_width=_LABELS)
        self._rows.setObjectName("audit_entry_rows")
        self._facts_heading = SectionHeading(edge=False)
        self._facts = QWidget()
        self._facts.setObjectName("audit_entry_facts")
        self._fact_list = QVBoxLayout(self._facts)
        self._narrow = {key: LinkButton(icon_name="funnel") for key in _NARROWER}
        self._chain = small(wrap=True)
        self._chain.setObjectName("audit_entry_chain")
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        above: tuple[QWidget, ...] = (self._title, self._rows, self._facts_heading, self._facts)
        for part in above:
            self._column.addWidget(part)
        self._column.addSpacing(px(8))
        for key, button in self._narrow.items():
            button.setObjectName(f"audit_only_{key}")
            button.setProperty("key", key)
            button.clicked.connect(self._tell_narrowed)
            self._column.addLayout(row(button, None))
        self._column.addWidget(self._chain)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(ScrollArea(self._content))
        self._rows.link_pressed.connect(self.link_pressed)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._column, 24, 8, 4, 24, gap=8)
        space(self._fact_list, 0, gap=8)
        self.setFixedWidth(px(WIDTH))

    def retranslate(self) -> None:
        self._facts_heading.set_text(self.tr("What is known of it"))
        self._narrow["case"].setText(self.tr("All of this case"))
        self._narrow["customer"].setText(self.tr("All of this customer"))
        self._narrow["actor"].setText(self.tr("All of this person"))

    @property
    def entry(self) -> AuditRow | None:
        """The entry that is shown."""
        return self._entry

    def show_entry(self, entry: AuditRow, formats: Formats, *, masked: bool) -> None:
        """Show an entry."""
        self._entry = entry
        self._title.setText(act_word(entry.act))
        self._rows.set_rows(self._plain_rows(entry, formats))
        self._show_facts(entry, formats, masked=masked)
        self._narrow["case"].set_shown(entry.case_id is not None)
        self._narrow["customer"].set_shown(entry.customer_id is not None)
        number = self.tr("Entry {number}, hash {hash}")
        self._chain.setText(number.format(number=entry.id, hash=_grouped(entry.entry_hash)))

    def _plain_rows(self, entry: AuditRow, formats: Formats) -> list[LabelValue]:
        moment = f"{formats.date(entry.at)} {formats.time(entry.at, seconds=True)}"
        rows = [
            LabelValue(self.tr("When"), moment),
            LabelValue(self.tr("Who"), actor_word(entry)),
        ]
        if entry.customer:
            rows.append(LabelValue(self.tr("Customer"), entry.customer, link="customer"))
        if entry.case_no:
            rows.append(LabelValue(self.tr("Case"), entry.case_no, link="case"))
        return rows

    def _show_facts(self, entry: AuditRow, formats: Formats, *, masked: bool) -> None:
        take_all_out(self._fact_list)
        told = facts_of(entry, formats, masked=masked)
        for label, value in told:
            fact = column(small(label), Label(value, wrap=True, leading=20))
            self._fact_list.addLayout(fact)
        if entry.facts is None:
            self._fact_list.addWidget(small(erased_words(), wrap=True))
        self._facts_heading.setVisible(bool(told) or entry.facts is None)

    def _tell_narrowed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.narrowed.emit(str(sender.property("key")))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, 0, 1, self.height()), color(Role.LINE))


def _grouped(text: str) -> str:
    """Return a hash in groups, so that it breaks into lines and can be compared aloud."""
    return " ".join(text[at : at + _HASH_GROUP] for at in range(0, len(text), _HASH_GROUP))
