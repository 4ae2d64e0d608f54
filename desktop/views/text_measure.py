"""Below the text: how long it is, what it costs, and what was looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.sms_text import SmsEncoding
from desktop.views.formats import Formats
from desktop.views.text_checks import REPLACE, Cost, TextFacts
from desktop.views.theme import FontRole, Role, px
from desktop.views.widgets.bars import Part, PartsBar
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton
from desktop.views.widgets.check_list import CheckList
from desktop.views.widgets.headings import LabelValue, LabelValueRows
from desktop.views.widgets.label import small


class TextMeasure(QWidget):
    """Characters, parts, encoding and cost, live; checks as sentences.

    Signals:
        replace_wanted: put plain characters in place of those that make parts short.
    """

    replace_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._count = small()
        self._count.setObjectName("characterCount")
        self.insert = LinkButton(
            self.tr("Insert placeholder"), icon_name="braces", size=FontRole.SMALL
        )
        self.insert.setObjectName("insertPlaceholder")
        self._counter = PartsBar(height=4)
        self._costs = LabelValueRows(right=True)
        self._costs.setObjectName("textCosts")
        self._checks = CheckList()
        self._checks.setObjectName("textChecks")
        self._checks.action_pressed.connect(self._act)
        column = QVBoxLayout(self)
        space(column, 0, gap=0)
        column.addLayout(row(self._count, None, self.insert))
        column.addSpacing(px(4))
        column.addWidget(self._counter)
        column.addSpacing(px(16))
        column.addWidget(self._costs)
        column.addSpacing(px(16))
        column.addWidget(self._checks)

    def show_facts(self, facts: TextFacts, cost: Cost, formats: Formats, longest: str = "") -> None:
        """Show another text; ``longest`` tells whose is the longest, where many would get one."""
        measured = facts.measured
        room = measured.units + measured.units_left_in_part
        self._count.setText(
            self.tr("{} of {} characters").format(
                formats.number(measured.units), formats.number(room)
            )
        )
        self._counter.set_parts([Part(measured.units, Role.ACCENT)], room)
        self._counter.describe(self._count.text())
        rows = self._rows(facts, cost, formats)
        if longest:
            rows.insert(0, LabelValue(self.tr("Longest for"), longest))
        self._costs.set_rows(rows)
        self._checks.show_checks(facts.checks)

    def _rows(self, facts: TextFacts, cost: Cost, formats: Formats) -> list[LabelValue]:
        plain = facts.measured.encoding is SmsEncoding.GSM_7
        encoding = self.tr("GSM-7, umlauts included") if plain else self.tr("UCS-2, short parts")
        return [
            LabelValue(self.tr("Parts of each SMS"), formats.number(cost.parts), strong=True),
            LabelValue(self.tr("Encoding"), encoding),
            LabelValue(self.tr("Price of a part"), formats.part_price(cost.price)),
            LabelValue(cost.formula(formats), formats.euros(cost.total_cents), strong=True),
        ]

    def _act(self, key: str) -> None:
        if key == REPLACE:
            self.replace_wanted.emit()
