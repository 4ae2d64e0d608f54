"""One line of the attention list: shape, sentence, fact, one button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.records.overview import Attention, AttentionKind
from desktop.views.formats import Formats
from desktop.views.theme import Role, StateKind, px, state_style
from desktop.views.theme.paint import line
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.label import Label, small, strong
from desktop.views.widgets.state_label import Icon
from desktop.views.words import heading

HEIGHT, BUTTON_WIDTH = 64, 136

_KINDS = {
    AttentionKind.NUMBER_BLOCKED: StateKind.BAD,
    AttentionKind.SENDING_PAUSED: StateKind.BAD,
    AttentionKind.SMS_UNCLEAR: StateKind.UNCLEAR,
    AttentionKind.CASES_DUE: StateKind.WARNING,
    AttentionKind.NUMBER_WARNED: StateKind.WARNING,
    AttentionKind.STOCK_LOW: StateKind.WARNING,
}


class AttentionRow(Themed, QWidget):
    """One thing that needs attention.

    Signals:
        acted: the ``Attention`` whose button was pressed.
    """

    acted = Signal(object)

    def __init__(self, item: Attention, formats: Formats) -> None:
        super().__init__()
        self._item = item
        style = state_style(_KINDS[item.kind])
        self._icon = Icon(style.icon, style.colour, 20)
        sentence, fact, action = _texts(item, formats)
        self._sentence: Label = strong(sentence, elide=True)
        self._fact: Label = small(fact, elide=True)
        self._button = Button(action)
        self._button.setObjectName(f"attention_{item.kind.value}")
        self._button.setAccessibleDescription(sentence)
        self._button.clicked.connect(self._act)
        self._texts = QVBoxLayout()
        for part in (self._sentence, self._fact):
            self._texts.addWidget(part)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addLayout(self._texts, 1)
        self._row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        space(self._row, 0, gap=16)
        space(self._texts, 0, 10, 0, 10, gap=0)
        self._button.setMinimumWidth(px(BUTTON_WIDTH))

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(HEIGHT))

    def _act(self) -> None:
        self.acted.emit(self._item)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), self.height() - 1, Role.LINE)


def _texts(item: Attention, formats: Formats) -> tuple[str, str, str]:
    """Return the sentence, the fact and the words of the button."""
    return _WRITERS[item.kind](item, formats)


def _of_number(item: Attention, formats: Formats) -> tuple[str, str, str]:
    if item.kind is AttentionKind.NUMBER_BLOCKED:
        sentence = QCoreApplication.translate(
            "AttentionRow", "{customer}: number blocked, no replacement yet"
        )
        fact = QCoreApplication.translate(
            "AttentionRow", "{service} · since {since} · {active} active contacts receive nothing"
        )
    else:
        sentence = QCoreApplication.translate("AttentionRow", "{customer}: number warned")
        fact = QCoreApplication.translate(
            "AttentionRow", "{service} · since {since} · {active} active contacts"
        )
    facts = {
        "customer": item.customer,
        "service": item.service,
        "since": formats.moment(item.since),
        "active": formats.number(item.count),
    }
    return (
        sentence.format(**facts),
        fact.format(**facts),
        QCoreApplication.translate("AttentionRow", "Show SIM card"),
    )


def _of_paused_sending(_item: Attention, _formats: Formats) -> tuple[str, str, str]:
    return (
        QCoreApplication.translate("AttentionRow", "Sending is paused"),
        QCoreApplication.translate(
            "AttentionRow", "The gateway does not take SMS from this account at present"
        ),
        QCoreApplication.translate("AttentionRow", "Look"),
    )


def _of_unclear(item: Attention, _formats: Formats) -> tuple[str, str, str]:
    fact = QCoreApplication.translate(
        "AttentionRow",
        "{kind} {number} · no answer from the gateway, nothing is repeated by itself",
    )
    sentence = QCoreApplication.translate(
        "AttentionRow", "{customer}: %n SMS unclear", None, item.count
    )
    kind = heading(item.dispatch_kind) if item.dispatch_kind else ""
    return (
        sentence.format(customer=item.customer),
        fact.format(kind=kind, number=item.dispatch_no),
        QCoreApplication.translate("AttentionRow", "Check"),
    )


def _of_due_cases(item: Attention, formats: Formats) -> tuple[str, str, str]:
    due = [f"{case.customer}, {formats.time(case.due_at)}" for case in item.due[:3]]
    sentence = QCoreApplication.translate("AttentionRow", "%n case(s) due today", None, item.count)
    return sentence, " · ".join(due), QCoreApplication.translate("AttentionRow", "Look")


def _of_stock(item: Attention, _formats: Formats) -> tuple[str, str, str]:
    carriers = ", ".join(f"{carrier or '–'} {free}" for carrier, free in item.by_carrier)
    fact = QCoreApplication.translate("AttentionRow", "Set minimum {limit} · {carriers}").format(
        limit=item.limit, carriers=carriers
    )
    sentence = QCoreApplication.translate(
        "AttentionRow", "SIM stock is low: %n free card(s)", None, item.count
    )
    return sentence, fact, QCoreApplication.translate("AttentionRow", "SIM cards")


_WRITERS = {
    AttentionKind.NUMBER_BLOCKED: _of_number,
    AttentionKind.NUMBER_WARNED: _of_number,
    AttentionKind.SENDING_PAUSED: _of_paused_sending,
    AttentionKind.SMS_UNCLEAR: _of_unclear,
    AttentionKind.CASES_DUE: _of_due_cases,
    AttentionKind.STOCK_LOW: _of_stock,
}
