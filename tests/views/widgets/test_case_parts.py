from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme import LIGHT, Role, StateKind
from desktop.views.widgets.bars import DispatchBar, DispatchCounts, Part, PartsBar
from desktop.views.widgets.countdown import Countdown, CountdownRing
from desktop.views.widgets.label import Label, Run, marked
from desktop.views.widgets.ledger import Ledger, LedgerRow
from desktop.views.widgets.notes_panel import NoteLine, NotesPanel
from desktop.views.widgets.phone_preview import PhonePreview, _Phone
from desktop.views.widgets.say_panel import Answer, SayPanel
from desktop.views.widgets.sparkline import Sparkline
from desktop.views.widgets.stepper import Step, Stepper, StepState
from desktop.views.widgets.timeline import TimelineEntry, TimelineList
from tests.views.widgets.pixels import colours

STEPS = [
    Step("caller", "Caller", "PIN checked", StepState.DONE),
    Step("recipients", "Recipients", "37 of 310", StepState.NOW),
    Step("text", "Text"),
]


class Clock:
    """Time that moves when it is told to."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def __call__(self) -> float:
        return self.now_s


def button(widget: QWidget, name: str) -> QAbstractButton:
    found = widget.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


# ------------------------------------------------------------------ countdown


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def countdown(qtbot: QtBot, clock: Clock) -> Countdown:
    page = QWidget()
    column = QVBoxLayout(page)
    made = Countdown(clock, animate=True)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    made.page = page  # type: ignore[attr-defined]  # kept alive with it
    return made


def test_that_the_countdown_ends_by_the_clock_and_not_by_ticks(
    qtbot: QtBot, countdown: Countdown, clock: Clock
) -> None:
    countdown.start(10)
    with qtbot.waitSignal(countdown.ticked) as told:
        clock.now_s += 3.4
    assert told.args == [7]
    assert countdown.running
    with qtbot.waitSignal(countdown.finished):
        clock.now_s += 6.6
    assert not countdown.running


def test_that_stop_has_the_focus_and_stops(qtbot: QtBot, countdown: Countdown) -> None:
    countdown.start(10)
    stop = button(countdown, "countdownStop")
    qtbot.waitUntil(stop.hasFocus)
    with qtbot.assertNotEmitted(countdown.finished), qtbot.waitSignal(countdown.stopped):
        stop.click()
    assert not countdown.running


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_that_enter_and_space_never_release(
    qtbot: QtBot, countdown: Countdown, key: Qt.Key
) -> None:
    countdown.start(10)
    edit = countdown.window().findChild(QLineEdit)
    assert edit is not None
    with qtbot.assertNotEmitted(countdown.finished):
        for target in (edit, countdown, button(countdown, "countdownStop")):
            QTest.keyClick(target, key)


def test_that_escape_stops_wherever_the_focus_is_and_goes_no_step_back(
    qtbot: QtBot, countdown: Countdown
) -> None:
    went_back: list[bool] = []
    back = QShortcut(QKeySequence("Esc"), countdown.window())
    back.activated.connect(lambda: went_back.append(True))
    edit = countdown.window().findChild(QLineEdit)
    assert edit is not None
    countdown.start(10)
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    with qtbot.waitSignal(countdown.stopped):
        QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert went_back == []
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert went_back == [True]


def test_that_a_stopped_countdown_never_finishes(
    qtbot: QtBot, countdown: Countdown, clock: Clock
) -> None:
    countdown.start(10)
    countdown.stop()
    with qtbot.assertNotEmitted(countdown.finished, wait=80):
        clock.now_s += 60


def test_that_a_second_start_does_not_lengthen_the_time(
    qtbot: QtBot, countdown: Countdown, clock: Clock
) -> None:
    countdown.start(10)
    clock.now_s += 9
    countdown.start(10)
    with qtbot.waitSignal(countdown.finished):
        clock.now_s += 1


def test_that_without_animation_the_ring_jumps_once_a_second(qtbot: QtBot, clock: Clock) -> None:
    countdown = Countdown(clock, animate=False)
    qtbot.addWidget(countdown)
    ring = countdown.findChild(CountdownRing)
    assert ring is not None
    countdown.start(10)
    with qtbot.waitSignal(countdown.ticked):
        clock.now_s += 1.0
    clock.now_s += 0.6
    qtbot.wait(120)
    assert ring.share_left == pytest.approx(0.9)
    countdown.stop()


@pytest.mark.usefixtures("qtbot")
def test_that_a_countdown_that_goes_away_leaves_no_timer(clock: Clock) -> None:
    countdown = Countdown(clock)
    countdown.start(10)
    countdown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# ------------------------------------------------------------------ steps, say, notes


def test_that_only_done_steps_can_be_opened_again(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS)
    qtbot.addWidget(stepper)
    with qtbot.waitSignal(stepper.step_chosen) as told:
        button(stepper, "step_caller").click()
    assert told.args == ["caller"]
    assert not button(stepper, "step_recipients").isEnabled()
    assert not button(stepper, "step_text").isEnabled()
    stepper.lock(True)
    assert not button(stepper, "step_caller").isEnabled()


def test_that_a_screen_reader_hears_where_a_step_stands(qtbot: QtBot) -> None:
    stepper = Stepper(STEPS)
    qtbot.addWidget(stepper)
    said = button(stepper, "step_recipients").accessibleName()
    assert said == "Recipients, current step, 37 of 310"


def test_that_marked_words_are_strong_and_the_marks_go() -> None:
    assert marked("**37 get one,** 273 do not") == [
        Run("37 get one,", strong=True),
        Run(" 273 do not"),
    ]


@given(st.text(alphabet="ab *", max_size=30))
def test_that_marking_loses_no_letter(text: str) -> None:
    assert "".join(run.text for run in marked(text)) == text.replace("**", "")


def test_that_the_say_panel_shows_all_lines_whatever_its_width(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    panel = SayPanel()
    column.addWidget(panel)
    column.addStretch(1)
    qtbot.addWidget(page)
    panel.say(["I see **310** sign-ups that miss only their start message. " * 3, "Is that so?"])
    page.resize(312, 900)
    page.show()
    for label in panel.findChildren(Label):
        if label.wordWrap():
            assert label.height() == label.heightForWidth(label.width())


def test_that_the_answer_of_the_caller_is_told(qtbot: QtBot) -> None:
    panel = SayPanel()
    qtbot.addWidget(panel)
    panel.say(["Is that all right?"], [Answer("yes", "Yes", "check"), Answer("no", "No")])
    with qtbot.waitSignal(panel.answered) as told:
        button(panel, "answer_no").click()
    assert told.args == ["no"]
    panel.say(["Thank you."])
    assert panel.accessibleDescription() == "Thank you."


def note_field(panel: NotesPanel) -> QPlainTextEdit:
    found = panel.findChild(QPlainTextEdit, "noteField")
    assert found is not None
    return found


def test_that_a_note_is_told_once_after_the_last_key(qtbot: QtBot) -> None:
    panel = NotesPanel()
    qtbot.addWidget(panel)
    told: list[str] = []
    panel.text_edited.connect(told.append)
    QTest.keyClicks(note_field(panel), "calls again")
    assert told == []
    qtbot.waitUntil(lambda: told == ["calls again"])


def test_that_what_was_typed_last_is_told_before_the_panel_goes(qtbot: QtBot) -> None:
    panel = NotesPanel()
    qtbot.addWidget(panel)
    panel.show()
    QTest.keyClicks(note_field(panel), "PIN")
    with qtbot.waitSignal(panel.text_edited) as told:
        panel.hide()
    assert told.args == ["PIN"]


def test_that_enter_finishes_a_note_and_shift_enter_begins_a_line(qtbot: QtBot) -> None:
    panel = NotesPanel()
    qtbot.addWidget(panel)
    field = note_field(panel)
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "two")
    with qtbot.waitSignal(panel.note_finished) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["one\ntwo"]
    assert panel.text == ""


def test_that_text_put_in_by_the_program_is_not_told(qtbot: QtBot) -> None:
    panel = NotesPanel()
    qtbot.addWidget(panel)
    with qtbot.assertNotEmitted(panel.text_edited):
        panel.set_text("from the database")
        panel.flush()
    panel.set_notes([NoteLine("14:00", "Calls because of the news.")])
    panel.set_notes([NoteLine("14:00", "Calls."), NoteLine("14:01", "PIN is right.")])
    shown = [one.text() for one in panel.findChildren(Label) if not one.isHidden()]
    assert "PIN is right." in shown


# ------------------------------------------------------------------ ledger, bars, preview


def test_that_the_link_of_a_ledger_row_tells_its_row(qtbot: QtBot) -> None:
    ledger = Ledger([LedgerRow("gets", "37", "get an SMS", mark=Role.ACCENT, action="List")])
    qtbot.addWidget(ledger)
    with qtbot.waitSignal(ledger.action_pressed) as told:
        button(ledger, "ledger_gets").click()
    assert told.args == ["gets"]
    assert button(ledger, "ledger_gets").accessibleName() == "List: 37 get an SMS"


def test_that_rows_with_zero_stay_and_are_muted(qtbot: QtBot) -> None:
    row = LedgerRow("failed", "0", "refused", StateKind.BAD, zero=True)
    ledger = Ledger([row, LedgerRow("all", "0", "recipients")], shapes=True)
    qtbot.addWidget(ledger)
    assert ledger.sizeHint().height() == 80
    assert LIGHT.bad.lower() not in colours(ledger)
    ledger.set_rows([LedgerRow("failed", "2", "refused", StateKind.BAD)])
    ledger.resize(400, 40)
    assert LIGHT.bad.lower() in colours(ledger)


def test_that_the_focus_stays_on_a_row_while_numbers_change(qtbot: QtBot) -> None:
    ledger = Ledger([LedgerRow("gets", "37", "get an SMS", action="List")])
    qtbot.addWidget(ledger)
    ledger.show()
    ledger.activateWindow()
    link = button(ledger, "ledger_gets")
    link.setFocus()
    qtbot.waitUntil(link.hasFocus)
    ledger.set_rows([LedgerRow("gets", "36", "get an SMS", action="List")])
    assert link.hasFocus()


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=5))
def test_that_the_parts_of_a_bar_fill_it_and_none_vanishes(values: list[int]) -> None:
    bar = PartsBar([Part(value, Role.ACCENT) for value in values], gap=2)
    bar.resize(600, 8)
    spans = bar.spans()
    assert len(spans) == sum(value > 0 for value in values)
    assert all(width >= 2 for _left, width, _role in spans)
    if spans:
        left, width, _role = spans[-1]
        assert left + width == pytest.approx(600)


def test_that_a_dispatch_bar_keeps_its_order_and_leaves_the_rest_free(qtbot: QtBot) -> None:
    bar = DispatchBar(DispatchCounts(100, 40, 20, 10, 5, 5))
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    roles = [role for _left, _width, role in bar.spans()]
    assert roles == [Role.GOOD, Role.ACCENT, Role.BAD, Role.UNCLEAR, Role.MUTED]
    assert sum(width for _left, width, _role in bar.spans()) == pytest.approx(160)


def test_that_the_preview_grows_with_a_long_text(qtbot: QtBot) -> None:
    preview = PhonePreview()
    qtbot.addWidget(preview)
    preview.show_message("Winkler", "SMS", "short https://winkler.example/n", "1 part")
    before = preview.sizeHint()
    assert before.width() == 232
    preview.show_message("Winkler", "SMS", "a rather long text " * 60, "8 parts")
    assert preview.sizeHint().height() > before.height()
    with qtbot.waitSignal(preview.next_wanted):
        button(preview, "previewNext").click()


def test_that_links_in_the_preview_have_the_accent_colour(qtbot: QtBot) -> None:
    preview = PhonePreview()
    qtbot.addWidget(preview)
    preview.show_message("Winkler", "SMS", "no link", "1 part")
    preview.show_position("", more=False)
    preview.resize(preview.sizeHint())
    assert LIGHT.accent.lower() not in colours(preview)
    preview.show_message("Winkler", "SMS", "https://winkler.example/n", "1 part")
    assert LIGHT.accent.lower() in colours(preview)


def test_that_a_link_longer_than_a_line_breaks_after_a_slash() -> None:
    phone = _Phone()
    link = "https://winkler.example/neuwagen"
    phone.show_message("Winkler", "SMS", link, "1 part")
    layout = phone._laid_out()
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    texts = [layout.text()[one.textStart() :][: one.textLength()] for one in lines]
    assert [text.replace("\u2060", "") for text in texts] == [
        "https://winkler.example/",
        "neuwagen",
    ]
    phone.deleteLater()


def test_that_a_frozen_line_is_marked_in_the_bad_colour(qtbot: QtBot) -> None:
    line = Sparkline([1, 2, 3, 4, 5])
    qtbot.addWidget(line)
    assert LIGHT.bad.lower() not in colours(line)
    line.show_values([1, 2, 3, 3, 3], frozen_from=2)
    assert LIGHT.bad.lower() in colours(line)
    line.show_values([])
    assert line.points() == []
    line.show_values([7, 7])
    assert len({point.y() for point in line.points()}) == 1


def test_that_a_life_line_is_spoken_entry_by_entry(qtbot: QtBot) -> None:
    life = TimelineList(
        [
            TimelineEntry(StateKind.BAD, "blocked", "17.11.2026 21:00", "Reports of users."),
            TimelineEntry(StateKind.GOOD, "active", "09.02.2026 10:30"),
        ]
    )
    qtbot.addWidget(life)
    said = [one.accessibleName() for one in life.findChildren(QWidget) if one.accessibleName()]
    assert "blocked, 17.11.2026 21:00, Reports of users." in said
    life.set_entries([])
