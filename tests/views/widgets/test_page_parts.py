from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme import LIGHT, Role, StateKind
from desktop.views.widgets.attention_list import AttentionItem, AttentionList
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.busy import BusyLine, TaskProgress
from desktop.views.widgets.button import Button
from desktop.views.widgets.chart_spec import LegendEntry
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.fields import FormField, LineEdit
from desktop.views.widgets.headings import KeyFigure, LabelValue, LabelValueRows
from desktop.views.widgets.ledger import Ledger, LedgerRow
from desktop.views.widgets.legend import Legend
from desktop.views.widgets.reason_label import ReasonLabel
from desktop.views.widgets.segments import Segment
from desktop.views.widgets.selection_bar import SelectionBar
from desktop.views.widgets.share_list import Share, ShareList
from desktop.views.widgets.state_label import Pill, StateLabel
from desktop.views.widgets.tabs import Tabs
from desktop.views.widgets.undo_bar import UndoBar
from tests.views.widgets.pixels import colours


def button(widget: QWidget, name: str) -> QAbstractButton:
    found = widget.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def test_that_the_selection_bar_shows_only_while_something_is_chosen(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    bar = SelectionBar()
    column.addWidget(bar)
    qtbot.addWidget(page)
    assert bar.isHidden()
    facts = [(StateKind.GOOD, "7 get an SMS"), (StateKind.NEUTRAL, "2 do not: 1 too old")]
    bar.show_selection("9 chosen", facts, "Prepare a reminder to 7 …")
    page.resize(1000, 100)
    page.show()
    assert bar.isVisible()
    shown = [one.word for one in bar.findChildren(StateLabel) if not one.isHidden()]
    assert shown == ["7 get an SMS", "2 do not: 1 too old"]
    with qtbot.waitSignal(bar.cleared):
        button(bar, "selectionClear").click()
    with qtbot.waitSignal(bar.acted):
        button(bar, "selectionAct").click()
    bar.show_selection("", [], "")
    assert bar.isHidden()


def test_that_a_crowded_selection_bar_says_the_last_fact_in_brief(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    bar = SelectionBar()
    column.addWidget(bar)
    qtbot.addWidget(page)
    facts = [(StateKind.GOOD, "38 get an SMS"), (StateKind.NEUTRAL, "272 not: " + "too old " * 20)]

    def told() -> list[str]:
        return [one.word for one in bar.findChildren(StateLabel) if not one.isHidden()]

    page.resize(800, 100)
    page.show()
    bar.show_selection("310 chosen", facts, "Prepare …", brief="272 not")
    assert told() == ["38 get an SMS", "272 not"]
    page.resize(2600, 100)
    qtbot.waitUntil(lambda: told()[-1] == facts[-1][1])


def test_that_undo_takes_back_and_closing_does_not(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    bar = UndoBar(window)
    bar.show_message("Note deleted.", undo=True)
    assert bar.isVisible()
    with qtbot.assertNotEmitted(bar.closed), qtbot.waitSignal(bar.undone):
        button(bar, "undo").click()
    bar.show_message("Number copied.")
    assert not button(bar, "undo").isVisible()
    with qtbot.waitSignal(bar.closed):
        button(bar, "undoClose").click()
    assert bar.isHidden()


def test_that_the_undo_bar_stays_at_the_foot_of_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    window.show()
    bar = UndoBar(window)
    bar.show_message("Note deleted.", undo=True)
    window.resize(800, 500)
    assert bar.geometry().bottom() < 500
    assert abs(bar.geometry().center().x() - 400) <= 1
    bar.dismiss()


def test_that_work_of_less_than_100_ms_shows_nothing(qtbot: QtBot) -> None:
    line = BusyLine()
    qtbot.addWidget(line)
    line.show()
    line.start()
    assert not line.shown
    line.stop()
    line.start()
    qtbot.waitUntil(lambda: line.shown)
    qtbot.waitUntil(lambda: LIGHT.accent.lower() in colours(line))
    line.stop()
    assert not line.shown


def test_that_a_task_can_be_cancelled(qtbot: QtBot) -> None:
    progress = TaskProgress("Reading contacts.csv")
    qtbot.addWidget(progress)
    progress.show_progress(500, 1000, numbers="500 of 1,000")
    assert progress.accessibleName() == "Reading contacts.csv 500 of 1,000"
    with qtbot.waitSignal(progress.cancelled):
        button(progress, "taskCancel").click()
    progress.set_cancellable(False)
    assert button(progress, "taskCancel").isHidden()


def test_that_the_reason_of_a_blocked_button_stands_in_words(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    send = Button("Send")
    reason = ReasonLabel(send)
    for part in (send, reason):
        column.addWidget(part)
    qtbot.addWidget(page)
    page.show()
    assert reason.isHidden()
    send.block("The number is blocked.")
    assert reason.text() == "The number is blocked."
    assert reason.isVisible()
    send.unblock()
    assert reason.isHidden()


def test_that_tabs_tell_the_choice_and_follow_the_arrow_keys(qtbot: QtBot) -> None:
    tabs = Tabs([Segment("cases", "Cases", "4"), Segment("notes", "Notes", "3")])
    qtbot.addWidget(tabs)
    tabs.show()
    tabs.activateWindow()
    assert tabs.current == "cases"
    with qtbot.waitSignal(tabs.chosen) as told:
        button(tabs, "tab_notes").click()
    assert told.args == ["notes"]
    last = button(tabs, "tab_notes")
    last.setFocus()
    qtbot.waitUntil(last.hasFocus)
    QTest.keyClick(last, Qt.Key.Key_Left)
    assert tabs.current == "cases"
    tabs.set_tabs([Segment("cases", "Cases", "5")])
    assert button(tabs, "tab_cases").accessibleName() == "Cases 5"


def test_that_each_line_that_needs_attention_has_its_button(qtbot: QtBot) -> None:
    items = [
        AttentionItem("sim", StateKind.BAD, "Number blocked", "since 17.11.", "Replace SIM …"),
        AttentionItem("sms", StateKind.UNCLEAR, "3 SMS unclear", "no answer", "Look"),
    ]
    listed = AttentionList(items)
    qtbot.addWidget(listed)
    assert listed.sizeHint().height() == 128
    with qtbot.waitSignal(listed.acted) as told:
        button(listed, "attention_sms").click()
    assert told.args == ["sms"]
    before = button(listed, "attention_sms")
    listed.set_items(items)
    assert button(listed, "attention_sms") is before
    more = AttentionItem("sms", StateKind.UNCLEAR, "4 SMS unclear", "no answer", "Look")
    listed.set_items([more, items[0]])
    assert button(listed, "attention_sms") is before
    assert before.accessibleDescription() == "4 SMS unclear. no answer"
    listed.set_items([])
    assert listed.sizeHint().height() == 0


def test_that_many_lines_are_shortened_until_somebody_asks_for_them(qtbot: QtBot) -> None:
    items = [
        AttentionItem(f"{n}", StateKind.WARNING, f"Line {n}", "a fact", "Look") for n in range(8)
    ]
    listed = AttentionList(items[:6])
    qtbot.addWidget(listed)
    listed.show()

    def shown() -> list[str]:
        found = listed.findChildren(QPushButton)
        return [one.objectName() for one in found if one.isVisible()]

    assert len(shown()) == 6
    listed.set_items(items)
    assert sorted(shown()) == [*(f"attention_{n}" for n in range(5)), "attention_more"]
    button(listed, "attention_more").click()
    assert len(shown()) == 8
    assert "attention_more" not in shown()
    listed.set_items(items[:7])
    assert len(shown()) == 7


def test_that_a_share_filters_and_filters_no_more(qtbot: QtBot) -> None:
    shares = ShareList([Share("old", "older", "201", 0.65), Share("line", "landline", "31", 0.1)])
    qtbot.addWidget(shares)
    told: list[str] = []
    shares.chosen.connect(told.append)
    button(shares, "share_old").click()
    assert shares.current == "old"
    button(shares, "share_line").click()
    button(shares, "share_line").click()
    assert told == ["old", "line", ""]
    shares.choose("old")
    shares.set_shares([Share("old", "older", "200", 0.65, Role.PART_2)])
    assert shares.current == "old"


def test_that_zero_and_nothing_are_muted_figures(qtbot: QtBot) -> None:
    figure = KeyFigure("0", "pending")
    qtbot.addWidget(figure)
    assert LIGHT.text.lower() not in colours(figure)
    figure.show_value("1,204")
    assert LIGHT.text.lower() in colours(figure)
    assert figure.accessibleName() == "pending: 1,204"


def test_that_a_value_may_be_a_link(qtbot: QtBot) -> None:
    rows = LabelValueRows([LabelValue("Customer", "Autohaus Winkler", link="customer")])
    qtbot.addWidget(rows)
    assert rows.sizeHint().height() == 32
    with qtbot.waitSignal(rows.link_pressed) as told:
        button(rows, "link_customer").click()
    assert told.args == ["customer"]


def test_that_a_pill_is_24_high_and_spoken(qtbot: QtBot) -> None:
    pill = Pill(StateKind.BAD, "blocked")
    qtbot.addWidget(pill)
    assert pill.sizeHint().height() == 24
    pill.set_state(StateKind.GOOD, "active")
    assert pill.accessibleName() == "active"
    assert LIGHT.good_ground.lower() in colours(pill)


def test_that_no_widget_becomes_a_window_before_it_has_a_place(qtbot: QtBot) -> None:
    blocked = Button("Send")
    blocked.block("The number is blocked.")
    banner, bar, legend = Banner(), SelectionBar(), Legend()
    banner.show_state(StateKind.BAD, "The gateway cannot be reached.", "Try again")
    bar.show_selection("9 chosen", [(StateKind.GOOD, "7 get an SMS")], "Prepare …")
    legend.set_entries([LegendEntry("weeks")])
    waiting = [
        *(blocked, banner, bar, legend, ReasonLabel(blocked)),
        EmptyState("inbox", "Nothing.", "Later.", "Do it"),
        ErrorState("It failed.", "Wait.", "locked"),
        FormField("Phone", LineEdit(), "With area code"),
        KeyFigure("1", "active"),
        Ledger([LedgerRow("a", "1", "one", action="List")]),
        TaskProgress("Reading"),
    ]
    assert not [one for one in waiting if one.isVisible()]
    page = QWidget()
    column = QVBoxLayout(page)
    for one in waiting:
        column.addWidget(one)
    qtbot.addWidget(page)
    page.show()
    assert all(one.isVisible() for one in waiting)
