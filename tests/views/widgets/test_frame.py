from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme import DARK, LIGHT, Scheme, StateKind, ThemeManager
from desktop.views.widgets.label import Run
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.search_hits import SearchGroup, SearchHit, SearchResults
from desktop.views.widgets.side_bar import SideBar, SideItem
from desktop.views.widgets.status_bar import StatusBar
from desktop.views.widgets.top_bar import TopBar
from tests.views.widgets.pixels import colours, share

ITEMS = [
    SideItem("start", "Start", "house"),
    SideItem("cases", "Cases", "list-checks"),
    SideItem("settings", "Settings", "settings-2", bottom=True),
]
EXACT = SearchGroup(
    "Exactly this number",
    (
        SearchHit(1, "building", "Autohaus Winkler", "K10000", (Run("Phone: "), Run("59", True))),
        SearchHit(2, "list-checks", "V-2026-0037", "", (Run("Called from "), Run("59", True))),
    ),
)
MAYBE = SearchGroup(
    "Maybe meant",
    (SearchHit(3, "building", "Hotel", "", (Run("Landline"),), "maybe", StateKind.UNCLEAR),),
    sure=False,
)


def side_button(bar: SideBar, key: str) -> QAbstractButton:
    found = bar.findChild(QAbstractButton, f"side_{key}")
    assert found is not None
    return found


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 600)
    column = QVBoxLayout(made)
    column.addWidget(SearchBox(made))
    column.addStretch(1)
    column.addWidget(QLineEdit(made))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def field(window: QWidget, qtbot: QtBot) -> SearchBox:
    found = window.findChild(SearchBox)
    assert found is not None
    found.setFocus()
    qtbot.waitUntil(found.hasFocus)
    found.setText("59")
    return found


def test_that_the_bars_have_their_heights(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert TopBar(SearchBox(window)).height() == 56
    assert StatusBar().height() == 32
    assert SideBar(ITEMS).width() == 200


def test_that_the_side_bar_goes_to_a_page_and_marks_it(qtbot: QtBot) -> None:
    bar = SideBar(ITEMS)
    qtbot.addWidget(bar)
    assert bar.current == "start"
    with qtbot.waitSignal(bar.page_chosen) as told:
        side_button(bar, "cases").click()
    assert told.args == ["cases"]
    assert bar.current == "cases"
    assert LIGHT.accent_ground.lower() in colours(side_button(bar, "cases"))
    assert LIGHT.accent_ground.lower() not in colours(side_button(bar, "start"))


def test_that_arrow_keys_move_in_the_side_bar_and_enter_goes(qtbot: QtBot) -> None:
    bar = SideBar(ITEMS)
    qtbot.addWidget(bar)
    bar.show()
    bar.activateWindow()
    first, second = side_button(bar, "start"), side_button(bar, "cases")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert bar.current == "start"
    with qtbot.waitSignal(bar.page_chosen):
        QTest.keyClick(second, Qt.Key.Key_Return)
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_that_tab_stops_once_in_the_side_bar() -> None:
    bar = SideBar(ITEMS)
    stops = [
        item.key
        for item in ITEMS
        if side_button(bar, item.key).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["start"]


def test_that_a_folded_side_bar_keeps_names_as_tips(qtbot: QtBot) -> None:
    bar = SideBar(ITEMS)
    qtbot.addWidget(bar)
    bar.set_count("cases", "3")
    bar.fold(True)
    assert bar.width() == 60
    assert side_button(bar, "cases").toolTip() == "Cases"
    assert side_button(bar, "cases").accessibleName() == "Cases 3"
    bar.fold(False)
    assert bar.width() == 200


def test_that_the_top_bar_tells_what_was_pressed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = TopBar(SearchBox(window))
    qtbot.addWidget(bar)
    bar.show_agent("Lena Moser", QMenu(bar))
    for name, signal in (
        ("panelToggle", bar.panel_toggled),
        ("callTimer", bar.call_pressed),
        ("privacy", bar.privacy_pressed),
    ):
        button = bar.findChild(QAbstractButton, name)
        assert button is not None
        with qtbot.waitSignal(signal):
            button.click()


def test_that_a_call_shows_in_the_good_colour(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = TopBar(SearchBox(window))
    qtbot.addWidget(bar)
    button = bar.findChild(QAbstractButton, "callTimer")
    assert button is not None
    assert button.text() == "No call"
    assert LIGHT.good.lower() not in colours(button)
    bar.show_call("02:14")
    assert button.text() == "Call 02:14"
    assert LIGHT.good.lower() in colours(button)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_that_test_mode_is_yellow_in_both_schemes(
    qtbot: QtBot, theme_manager: ThemeManager, scheme: Scheme
) -> None:
    theme_manager.apply(scheme, 1.0)
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(900, 32)
    bar.show_mode(test=True, word="TEST MODE", sentence="Nothing leaves this computer.")
    assert share(bar, DARK.test_mode.lower()) > 0.8
    bar.show_mode(test=False, word="Live")
    assert DARK.test_mode.lower() not in colours(bar)


def test_that_enter_opens_the_first_sure_hit(qtbot: QtBot, field: SearchBox) -> None:
    field.show_results(SearchResults((), "3 hits", (EXACT, MAYBE)))
    assert field.list_open
    with qtbot.waitSignal(field.hit_chosen) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [1]
    assert not field.list_open


def test_that_what_may_be_meant_is_never_opened_by_enter_alone(
    qtbot: QtBot, field: SearchBox
) -> None:
    field.show_results(SearchResults((), "1 hit", (MAYBE,)))
    with qtbot.assertNotEmitted(field.hit_chosen):
        QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.hit_chosen) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [3]


def test_that_the_arrows_pass_over_headings(qtbot: QtBot, field: SearchBox) -> None:
    field.show_results(SearchResults((), "3 hits", (EXACT, MAYBE)))
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    with qtbot.waitSignal(field.case_wanted) as told:
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [2]


def test_that_escape_closes_the_list_and_keeps_the_text(field: SearchBox) -> None:
    field.show_results(SearchResults((), "3 hits", (EXACT,)))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.list_open
    assert field.text() == "59"
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.list_open


def test_that_an_answer_that_comes_too_late_opens_nothing(field: SearchBox) -> None:
    field.clear()
    field.show_results(SearchResults((), "3 hits", (EXACT,)))
    assert not field.list_open


def test_that_enter_waits_for_the_answer_to_what_was_typed_last(
    qtbot: QtBot, field: SearchBox
) -> None:
    field.show_results(SearchResults((), "1 hit", (MAYBE,)))
    with qtbot.assertNotEmitted(field.hit_chosen):
        QTest.keyClicks(field, "8")
        QTest.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.hit_chosen) as told:
        field.show_results(SearchResults((), "3 hits", (EXACT, MAYBE)))
    assert told.args == [1]
    assert not field.list_open


def test_that_typing_on_takes_an_enter_back(qtbot: QtBot, field: SearchBox) -> None:
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "8")
    with qtbot.assertNotEmitted(field.hit_chosen):
        field.show_results(SearchResults((), "3 hits", (EXACT,)))
    assert field.list_open


def test_that_escape_before_the_answer_keeps_the_list_closed(field: SearchBox) -> None:
    QTest.keyClick(field, Qt.Key.Key_Escape)
    field.show_results(SearchResults((), "3 hits", (EXACT,)))
    assert not field.list_open
    QTest.keyClicks(field, "8")
    field.show_results(SearchResults((), "3 hits", (EXACT,)))
    assert field.list_open


def test_that_the_list_goes_with_the_focus(window: QWidget, qtbot: QtBot, field: SearchBox) -> None:
    field.show_results(SearchResults((), "3 hits", (EXACT,)))
    other = next(one for one in window.findChildren(QLineEdit) if one is not field)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert not field.list_open


def test_that_a_click_beside_the_list_closes_it(window: QWidget, field: SearchBox) -> None:
    field.show_results(SearchResults((), "3 hits", (EXACT,)))
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(990, 560))
    assert not field.list_open


def test_that_a_click_opens_a_hit(qtbot: QtBot, window: QWidget, field: SearchBox) -> None:
    field.show_results(SearchResults((), "3 hits", (EXACT, MAYBE)))
    view = window.findChild(QListView)
    assert view is not None
    place = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(field.hit_chosen) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [2]


def test_that_a_screen_reader_hears_why_a_hit_matched(window: QWidget, field: SearchBox) -> None:
    field.show_results(SearchResults((), "3 hits", (EXACT, MAYBE)))
    view = window.findChild(QListView)
    assert view is not None
    assert view.model().index(1, 0).data() == "Autohaus Winkler, K10000, Phone: 59"


def test_that_typing_is_told_without_blanks_at_the_ends(field: SearchBox) -> None:
    field.clear()
    told: list[str] = []
    field.text_edited.connect(told.append)
    QTest.keyClicks(field, " 59 ")
    assert told == ["", "5", "59", "59"]
