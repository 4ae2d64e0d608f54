from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from desktop.views.theme import DARK, LIGHT, Scheme, ThemeManager
from desktop.views.widgets.fields import (
    LONGEST_TEXT,
    ComboBox,
    DateTimeField,
    FormField,
    LineEdit,
    RadioRow,
    TextEdit,
)
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.widgets.key_hint import KeyHint
from desktop.views.widgets.segments import Segment, Segments
from tests.support.window import deliver_events

PARTS = [Segment("all", "All", "310"), Segment("can", "SMS possible", "37")]
AGES = [Option("", "any"), Option("7", "7 days and more")]


class Paints(QObject):
    """Counts how often a widget is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_that_choosing_a_segment_tells_its_key_and_moves_nothing(qtbot: QtBot) -> None:
    segments = Segments(PARTS, "all")
    qtbot.addWidget(segments)
    segments.show()
    width = segments.width()
    second = segments.findChild(QAbstractButton, "segment_can")
    assert second is not None
    with qtbot.waitSignal(segments.chosen) as told:
        second.click()
    assert told.args == ["can"]
    assert segments.current == "can"
    assert segments.sizeHint().width() == width


def test_that_new_counts_keep_the_choice_and_tell_nothing(qtbot: QtBot) -> None:
    segments = Segments(PARTS, "can")
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_segments([Segment("all", "All", "9"), Segment("can", "SMS possible", "2")])
    assert segments.current == "can"


def test_that_another_count_of_the_same_width_is_drawn(qtbot: QtBot) -> None:
    segments = Segments(PARTS, "can")
    qtbot.addWidget(segments)
    with qtbot.waitExposed(segments):
        segments.show()
    deliver_events()
    first = segments.findChild(QAbstractButton, "segment_all")
    assert first is not None
    paints = Paints()
    first.installEventFilter(paints)

    segments.set_segments([Segment("all", "All", "301"), Segment("can", "SMS possible", "37")])

    qtbot.waitUntil(lambda: paints.count > 0)


def test_that_no_segment_at_all_can_be_chosen(qtbot: QtBot) -> None:
    segments = Segments(PARTS, "can")
    qtbot.addWidget(segments)
    segments.choose("")
    assert segments.current == ""
    segments.choose("all")
    assert segments.current == "all"


def test_that_the_arrow_keys_move_between_segments(qtbot: QtBot) -> None:
    segments = Segments(PARTS, "all")
    qtbot.addWidget(segments)
    segments.show()
    segments.activateWindow()
    first = segments.findChild(QAbstractButton, "segment_all")
    assert first is not None
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert segments.current == "can"


def test_that_a_chip_offers_its_values_and_tells_the_choice(qtbot: QtBot) -> None:
    chip = FilterChip("Age", AGES)
    qtbot.addWidget(chip)
    chip.choose("")
    chip.show()
    QTest.keyClick(chip, Qt.Key.Key_Down)
    menu = chip.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["any", "7 days and more"]
    with qtbot.waitSignal(chip.chosen) as told:
        menu.actions()[1].trigger()
    menu.close()
    assert told.args == ["7"]
    assert chip.accessibleName() == "Age 7 days and more"


def test_that_the_cross_of_a_chip_clears_it(qtbot: QtBot) -> None:
    chip = FilterChip("Customer", clearable=True)
    qtbot.addWidget(chip)
    chip.show_value("1", "Autohaus Winkler")
    chip.resize(chip.sizeHint())
    chip.show()
    with qtbot.waitSignal(chip.cleared):
        place = QPoint(chip.width() - 14, 16)
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=place)
    assert chip.key == ""
    assert chip.accessibleName() == "Customer"


def test_that_a_value_that_means_any_has_no_cross(qtbot: QtBot) -> None:
    chip = FilterChip("Customer", clearable=True)
    qtbot.addWidget(chip)
    chip.set_options([Option("", "any"), Option("1", "Autohaus Winkler")])
    chip.show()
    with qtbot.assertNotEmitted(chip.cleared):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    chip.choose("1")
    with qtbot.waitSignal(chip.cleared):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert chip.accessibleName() == "Customer any"


def test_that_a_combo_box_tells_only_what_a_person_chose(qtbot: QtBot) -> None:
    box = ComboBox([Option("p", "Phone"), Option("m", "Mail")])
    qtbot.addWidget(box)
    with qtbot.assertNotEmitted(box.chosen):
        box.choose("m")
    assert box.key == "m"


def test_that_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    box = ComboBox([Option("p", "Phone"), Option("m", "Mail")])
    qtbot.addWidget(box)
    box.show()
    none = Qt.KeyboardModifier.NoModifier
    turn = QWheelEvent(
        QPoint(5, 5), QPoint(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert box.key == "p"


def test_that_radio_buttons_tell_their_key(qtbot: QtBot) -> None:
    choice = RadioRow([Option("a", "Light"), Option("b", "Dark")], "a")
    qtbot.addWidget(choice)
    other = choice.findChild(QAbstractButton, "radio_b")
    assert other is not None
    with qtbot.waitSignal(choice.chosen) as told:
        other.click()
    assert told.args == ["b"]
    assert choice.key == "b"


def test_that_tab_leaves_a_text_field(qtbot: QtBot) -> None:
    edit = TextEdit("Note")
    qtbot.addWidget(edit)
    assert edit.tabChangesFocus()


def test_that_a_moment_comes_back_as_it_was_set(qtbot: QtBot) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    field.set_moment(1_795_000_020)
    assert field.moment() == 1_795_000_020


def test_that_a_moment_is_shown_by_the_clock_of_its_zone(qtbot: QtBot) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    field.set_moment(1_795_000_020)
    field.set_zone("Asia/Tokyo")
    assert field.text() == "18.11.2026 20:07"
    assert field.moment() == 1_795_000_020


def test_that_a_problem_stands_below_its_field_and_is_spoken(qtbot: QtBot) -> None:
    edit = LineEdit()
    field = FormField("Phone", edit)
    qtbot.addWidget(field)
    field.show_problem("This number is too short.")
    assert edit.accessibleName() == "Phone"
    assert edit.accessibleDescription() == "This number is too short."
    field.show_problem("")
    assert edit.accessibleDescription() == ""


def test_that_a_key_hint_is_20_high(qtbot: QtBot) -> None:
    hint = KeyHint("Ctrl K")
    qtbot.addWidget(hint)
    assert hint.sizeHint().height() == 20


def test_that_the_rows_of_a_combo_box_are_32_high(qtbot: QtBot) -> None:
    box = ComboBox([Option("p", "Phone"), Option("m", "Mail")])
    qtbot.addWidget(box)
    assert box.view().sizeHintForRow(0) == 32


def test_that_weekends_are_muted_in_every_scheme(qtbot: QtBot, theme_manager: ThemeManager) -> None:
    field = DateTimeField()
    qtbot.addWidget(field)
    field.show()
    field.set_language("de")
    assert field.locale().language() == QLocale.Language.German

    def sunday() -> str:
        look = field.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday)
        return look.foreground().color().name()

    assert sunday() == LIGHT.muted.lower()
    theme_manager.apply(Scheme.DARK, 1.0)
    qtbot.waitUntil(lambda: sunday() == DARK.muted.lower())


def test_that_a_whole_document_is_pasted_only_as_far_as_it_has_room(qtbot: QtBot) -> None:
    edit = TextEdit("Note")
    qtbot.addWidget(edit)
    edit.show()
    edit.setPlainText("kept ")
    document = QMimeData()
    document.setText("x\u202ey\r\n" * 100_000)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.insertFromMimeData(document)
    text = edit.toPlainText()
    assert len(text) == LONGEST_TEXT
    assert text.startswith("kept xy\nxy\n")
    assert QToolTip.isVisible()
    QToolTip.hideText()
    edit.selectAll()
    document.setText("short")
    edit.insertFromMimeData(document)
    assert edit.toPlainText() == "short"


def test_that_keys_open_the_list_of_a_combo_box_and_change_nothing(qtbot: QtBot) -> None:
    box = ComboBox([Option("p", "Phone"), Option("m", "Mail")])
    qtbot.addWidget(box)
    box.show()
    with qtbot.assertNotEmitted(box.chosen):
        QTest.keyClick(box, Qt.Key.Key_M)
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.key == "p"
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    with qtbot.waitSignal(box.chosen) as told:
        QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["m"]
    qtbot.waitUntil(lambda: not view.isVisible())


def test_that_a_field_may_have_more_room(qtbot: QtBot) -> None:
    edit = TextEdit("Cards", longest=6_000)
    qtbot.addWidget(edit)
    document = QMimeData()
    document.setText("x" * 5_000)
    edit.insertFromMimeData(document)
    assert len(edit.toPlainText()) == 5_000


def test_that_esc_in_a_choice_reaches_the_window_around_it(qtbot: QtBot) -> None:
    dialog = QDialog()
    choice = ComboBox(AGES)
    choice.setParent(dialog)
    qtbot.addWidget(dialog)
    dialog.show()

    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(choice, Qt.Key.Key_Escape)
