"""The template field shows data and keeps placeholders."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.sms_template import Placeholder
from desktop.views.widgets.template_edit import TemplateEdit

VALUES = {"customer": "Autohaus Winkler", "keyword": "Start", "link": ""}
TEMPLATE = "{customer}: bitte {keyword} senden"
SHOWN = "Autohaus Winkler: bitte Start senden"


@pytest.fixture
def edit(qtbot: QtBot) -> TemplateEdit:
    field = TemplateEdit()
    qtbot.addWidget(field)
    field.show_template(TEMPLATE, VALUES)
    field.show()
    return field


def _go(edit: TemplateEdit, position: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(position)
    edit.setTextCursor(cursor)


def test_that_data_are_shown_and_placeholders_are_kept(edit: TemplateEdit) -> None:
    assert edit.toPlainText() == SHOWN
    assert edit.template() == TEMPLATE


def test_that_typing_beside_data_stays_plain_text(edit: TemplateEdit) -> None:
    told: list[str] = []
    edit.template_edited.connect(told.append)

    _go(edit, len("Autohaus Winkler"))
    QTest.keyClicks(edit, " GmbH")

    assert edit.template() == "{customer} GmbH: bitte {keyword} senden"
    assert told[-1] == edit.template()


def test_that_backspace_takes_data_out_whole(edit: TemplateEdit) -> None:
    _go(edit, SHOWN.index(" senden"))

    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    assert edit.template() == "{customer}: bitte  senden"


def test_that_delete_takes_data_out_whole(edit: TemplateEdit) -> None:
    _go(edit, 0)

    QTest.keyClick(edit, Qt.Key.Key_Delete)

    assert edit.template() == ": bitte {keyword} senden"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (0, Qt.Key.Key_Right, len("Autohaus Winkler")),
        (len("Autohaus Winkler"), Qt.Key.Key_Left, 0),
    ],
)
def test_that_arrows_step_over_data(edit: TemplateEdit, start: int, key: Qt.Key, end: int) -> None:
    _go(edit, start)

    QTest.keyClick(edit, key)

    assert edit.textCursor().position() == end


def test_that_the_cursor_never_stands_inside_data(edit: TemplateEdit) -> None:
    _go(edit, 3)

    assert edit.textCursor().position() == 0


def test_that_a_placeholder_typed_by_hand_is_filled_in(edit: TemplateEdit) -> None:
    _go(edit, len(SHOWN))
    QTest.keyClicks(edit, " {keyword}")

    assert edit.toPlainText() == f"{SHOWN} Start"
    assert edit.template() == f"{TEMPLATE} {{keyword}}"


def test_that_a_placeholder_without_a_value_stays_in_braces(edit: TemplateEdit) -> None:
    _go(edit, len(SHOWN))
    edit.insert_placeholder(Placeholder.LINK)

    assert edit.toPlainText() == f"{SHOWN}{{link}}"
    assert edit.template() == f"{TEMPLATE}{{link}}"


def test_that_data_changed_by_undoing_halves_are_typed_text(edit: TemplateEdit) -> None:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(2)
    cursor.deleteChar()

    assert edit.template() == "Auohaus Winkler: bitte {keyword} senden"


def test_that_what_is_pasted_is_plain_text(edit: TemplateEdit) -> None:
    pasted = QMimeData()
    pasted.setText("Bald ")
    pasted.setHtml("<b>Bald </b>")
    _go(edit, 0)

    edit.insertFromMimeData(pasted)

    assert edit.template() == f"Bald {TEMPLATE}"


def test_that_several_lines_come_back_as_they_were(edit: TemplateEdit) -> None:
    edit.show_template("{customer}\n\n{keyword}\nEnde", VALUES)

    assert edit.toPlainText() == "Autohaus Winkler\n\nStart\nEnde"
    assert edit.template() == "{customer}\n\n{keyword}\nEnde"
