from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme import DARK, LIGHT, Role, Scheme, ThemeManager
from desktop.views.widgets.label import Label, Run, small, title
from tests.views.widgets.pixels import colours


def test_that_lines_have_the_heights_of_the_grid(qtbot: QtBot) -> None:
    for label, height in ((title("A"), 32), (Label("A"), 20), (small("A"), 16)):
        qtbot.addWidget(label)
        assert label.sizeHint().height() == height


def test_that_a_wrapped_label_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    label = Label("one two three four five six", wrap=True, leading=24)
    qtbot.addWidget(label)
    assert label.heightForWidth(1000) == 24
    assert label.heightForWidth(60) > 48
    assert label.heightForWidth(60) % 24 == 0


def test_that_what_is_cut_shows_whole_as_a_tip(qtbot: QtBot) -> None:
    label = Label("a long name of a customer", elide=True)
    qtbot.addWidget(label)
    label.show()
    label.resize(60, 20)
    assert label.toolTip() == "a long name of a customer"
    label.resize(400, 20)
    assert label.toolTip() == ""


def test_that_strong_runs_are_wider_and_the_words_stay_whole(qtbot: QtBot) -> None:
    label = Label()
    qtbot.addWidget(label)
    label.set_runs([Run("37 get one, "), Run("273 do not", strong=True)])
    assert label.text() == "37 get one, 273 do not"
    plain = Label("37 get one, 273 do not")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()


def test_that_a_label_is_drawn_in_the_colours_of_the_scheme(
    qtbot: QtBot, theme_manager: ThemeManager
) -> None:
    label = Label("WWWWWW", role=Role.ACCENT, strong=True)
    qtbot.addWidget(label)
    label.show()
    assert QColor(LIGHT.accent).name() in colours(label)
    theme_manager.apply(Scheme.DARK, 1.0)
    assert QColor(DARK.accent).name() in colours(label)


def test_that_a_label_grows_with_the_scale(qtbot: QtBot, theme_manager: ThemeManager) -> None:
    label = Label("text")
    qtbot.addWidget(label)
    before = label.sizeHint()
    theme_manager.apply(Scheme.LIGHT, 2.0)
    assert label.sizeHint().height() == 2 * before.height()
    assert label.sizeHint().width() > 1.9 * before.width()


def test_that_the_label_of_a_field_names_the_letter_that_alt_reaches(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    label, field = Label("&Phone"), QLineEdit()
    plain = Label("Phone")
    for part in (label, field, plain):
        column.addWidget(part)
    label.setBuddy(field)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    assert label.sizeHint() == plain.sizeHint()
    assert label.grab().toImage() != plain.grab().toImage()
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(field.hasFocus)
