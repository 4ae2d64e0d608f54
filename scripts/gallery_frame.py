"""The frame of the window with the search list open, as in the design's picture."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.views.theme import StateKind
from desktop.views.widgets.label import Run
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.search_hits import SearchGroup, SearchHit, SearchResults
from desktop.views.widgets.side_bar import SideBar, SideItem
from desktop.views.widgets.status_bar import StatusBar
from desktop.views.widgets.top_bar import TopBar

_ITEMS = [
    SideItem("start", "Start", "house"),
    SideItem("customers", "Kunden", "users"),
    SideItem("signups", "Anmeldungen", "user-plus"),
    SideItem("cases", "Vorgänge", "list-checks"),
    SideItem("frequency", "Frequenz", "chart-line"),
    SideItem("sims", "SIM-Karten", "card-sim"),
    SideItem("dispatches", "Aussendungen", "send"),
    SideItem("answers", "Antworten", "message-circle-question-mark"),
    SideItem("settings", "Einstellungen", "settings-2", bottom=True),
]
_NUMBER = Run("+43 676 601 81 59", strong=True)
_RESULTS = SearchResults(
    (
        Run("Ohne „+“ eingegeben. Gelesen als  "),
        _NUMBER,
        Run("  und als  "),
        Run("+49 4367 66018159", strong=True),
    ),
    "5 Treffer",
    (
        SearchGroup(
            "Genau diese Nummer",
            (
                SearchHit(
                    1,
                    "building",
                    "Autohaus Winkler",
                    "K10000 · Wien, AT",
                    (Run("Telefon von Elias Eder: "), _NUMBER),
                    "Kunde",
                ),
                SearchHit(
                    2,
                    "list-checks",
                    "V-2026-0037",
                    "Anmelde-Erinnerung, erledigt",
                    (Run("Angerufen von "), _NUMBER, Run(" am 19.11.2026")),
                    "Vorgang",
                ),
                SearchHit(
                    3,
                    "user-plus",
                    "Sporthaus Lechner",
                    "Kontakt in Angebote, aktiv",
                    (Run("Handynummer des Kontakts: "), _NUMBER),
                    "Kontakt",
                ),
            ),
        ),
        SearchGroup(
            "Vielleicht gemeint",
            (
                SearchHit(
                    4,
                    "building",
                    "Hotel Ostseeblick",
                    "K10119 · Großenbrode, DE",
                    (
                        Run("Als deutsche Festnetznummer gelesen: "),
                        Run("+49 4367 66018159", strong=True),
                        Run(". Bitte nachfragen."),
                    ),
                    "vielleicht",
                    StateKind.UNCLEAR,
                ),
                SearchHit(
                    5,
                    "card-sim",
                    "SIM-Karte 8943 0300 5560 2888 159",
                    "ausgemustert",
                    (
                        Run("Nur die letzten vier Ziffern stimmen überein: … "),
                        Run("8159", strong=True),
                    ),
                    "SIM-Karte",
                ),
            ),
            sure=False,
        ),
        SearchGroup("Befehle", (SearchHit(6, "plus", "Neue Anfrage mit dieser Nummer aufnehmen"),)),
    ),
)


def frame(*, test: bool = False) -> QWidget:
    """Bars around an empty page; the list of hits is open."""
    window = QWidget()
    window.setAutoFillBackground(True)
    field = SearchBox(window)
    top, side, foot = TopBar(field), SideBar(_ITEMS), StatusBar()
    side.set_count("cases", "3")
    top.show_agent("Lena Moser", QMenu(window))
    top.show_call("00:08")
    sentence = "Nichts verlässt diesen Computer. SMS gehen nur an den Simulator." if test else ""
    foot.show_mode(test=test, word="TESTBETRIEB" if test else "Echtbetrieb", sentence=sentence)
    foot.show_gateway("Gateway bereit")
    foot.show_database("Datenbank lokal")
    foot.show_sending("Versand 298 von 640")
    middle = QHBoxLayout()
    middle.addWidget(side)
    middle.addWidget(QWidget(), 1)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(top)
    column.addLayout(middle, 1)
    column.addWidget(foot)
    field.setText("436766018159")
    window.opened = _Opener(field)  # type: ignore[attr-defined]  # lives as long as the window
    return window


class _Opener:
    """Opens the list once the field has the focus."""

    def __init__(self, field: SearchBox) -> None:
        self._field = field

    def __call__(self) -> None:
        self._field.window().activateWindow()
        self._field.setFocus()
        self._field.show_results(_RESULTS)


def frame_in_test_mode() -> QWidget:
    """The same in test mode."""
    return frame(test=True)
