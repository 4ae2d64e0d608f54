"""The start page and the foot of a list, out of the widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.theme import Role, StateKind
from desktop.views.widgets.attention_list import AttentionItem, AttentionList
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import column, row, space
from desktop.views.widgets.busy import TaskProgress
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import small, title
from desktop.views.widgets.segments import Segment
from desktop.views.widgets.selection_bar import SelectionBar
from desktop.views.widgets.share_list import Share, ShareList
from desktop.views.widgets.tabs import Tabs

_ITEMS = [
    AttentionItem(
        "sim",
        StateKind.BAD,
        "Autohaus Winkler: Nummer gesperrt, noch kein Ersatz",
        "Werkstatt-Service · seit 17.11.2026 21:00 · 486 aktive Kontakte erhalten nichts",
        "SIM ersetzen …",
    ),
    AttentionItem(
        "sms",
        StateKind.UNCLEAR,
        "Zeitung Steiner: 3 SMS unklar",
        "Nummernwechsel A-2026-0031 · keine Antwort vom Gateway, werden nicht wiederholt",
        "Prüfen",
    ),
    AttentionItem(
        "due",
        StateKind.WARNING,
        "2 Vorgänge sind heute fällig",
        "Apotheke Wagner, Rückruf 15:30 · Radio Kovačević, 17:00",
        "Ansehen",
    ),
]


def start() -> QWidget:
    """Attention at the left, shares and states at the right, the selection bar below."""
    page = QWidget()
    page.setAutoFillBackground(True)
    shares = ShareList(
        [
            Share("can", "SMS möglich", "37", 37 / 310, Role.ACCENT),
            Share("old", "älter als 30 Tage", "201", 201 / 310),
            Share("soon", "vor weniger als 7 Tagen erinnert", "41", 41 / 310),
        ]
    )
    shares.choose("soon")
    running = TaskProgress("Zeitung Steiner")
    running.show_progress(230, 640, numbers="230 von 640")
    tabs = Tabs([Segment("a", "Anfragen und Vorgänge", "4"), Segment("b", "Aussendungen", "5")])
    left = column(
        SectionHeading("Braucht Aufmerksamkeit", "4"),
        AttentionList(_ITEMS),
        24,
        tabs,
        24,
        Banner(StateKind.WARNING, "Ein sehr langer Satz, der umbricht. " * 6),
        None,
    )
    empty = EmptyState(
        "circle-check",
        "Nichts wartet auf Sie.",
        "Aussendungen an mehr als 500 Empfänger erscheinen hier, "
        "bis eine zweite Person sie freigibt.",
    )
    right = QWidget()
    right.setFixedWidth(round(344 * page.fontMetrics().height() / 17))
    side = QVBoxLayout(right)
    space(side, 0, gap=0)
    side.addWidget(SectionHeading("Wer bekommt eine SMS?", "310"))
    side.addWidget(shares)
    side.addSpacing(24)
    for part in (SectionHeading("Läuft gerade"), running, SectionHeading("Freigabe"), empty):
        side.addWidget(part)
    side.addStretch(1)
    bar = SelectionBar()
    bar.show_selection(
        "9 ausgewählt",
        [
            (StateKind.GOOD, "7 bekommen eine SMS"),
            (StateKind.NEUTRAL, "2 nicht: 1 zu früh erinnert, 1 zu alt"),
        ],
        "Erinnerung an 7 vorbereiten …",
    )
    outer = QVBoxLayout(page)
    space(outer, 0, gap=0)
    middle = QHBoxLayout()
    space(middle, 32, 24, 32, 0, gap=48)
    middle.addLayout(left, 1)
    middle.addWidget(right)
    head = row(title("Dienstag, 24. November"), None, small("Stand 13:59"))
    space(head, 32, 24, 32, 0)
    outer.addLayout(head)
    outer.addLayout(middle, 1)
    outer.addWidget(bar)
    return page
