"""The page of the answers, used as a person does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.storage.database import Database
from desktop.views.answers.page import AnswersPage
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.toast import Toast
from tests.support.window import Person, opened_desk


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def person(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, database, tmp_path, "de") as somebody:
        somebody.app.desk.navigator.page_wanted.emit("answers")
        somebody.waits_until(lambda: len(questions(somebody)) > 10)
        yield somebody


def questions(person: Person) -> list[str]:
    table = person.sees("answer_table")
    assert isinstance(table, DeskTable)
    model = table.table_model()
    assert model is not None
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def search_field(person: Person) -> QLineEdit:
    field = person.sees("answer_search")
    assert isinstance(field, QLineEdit)
    return field


def question_shown(person: Person) -> str:
    label = person.sees("answer_question")
    assert isinstance(label, QLabel)
    return label.text()


def words_of(person: Person, name: str) -> str:
    return " ".join(label.text() for label in person.sees(name).findChildren(QLabel))


def test_that_typing_narrows_the_list_and_opens_the_best_hit(person: Person) -> None:
    assert search_field(person).hasFocus()

    QTest.keyClicks(search_field(person), "zehn prozent")

    person.waits_until(lambda: questions(person) == ["Was bedeuten die 10 % Abmeldungen?"])
    assert question_shown(person) == "Was bedeuten die 10 % Abmeldungen?"
    assert "Zeitraum" in words_of(person, "answer_say")


def test_that_enter_copies_what_is_said_and_says_so(person: Person) -> None:
    QTest.keyClicks(search_field(person), "erreiche")
    person.waits_until(lambda: question_shown(person) == "Wie erreiche ich Sie?")

    QTest.keyClick(search_field(person), Qt.Key.Key_Return)

    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Am einfachsten")
    assert "+43 6225 29010" in copied
    toast = person.sees("toast")
    assert isinstance(toast, Toast)
    assert toast.text == "Antwort kopiert"


def test_that_the_button_copies_as_well(person: Person) -> None:
    QGuiApplication.clipboard().setText("something else")

    QTest.mouseClick(person.sees("answer_copy"), Qt.MouseButton.LeftButton)

    assert "SIM-Karte" in QGuiApplication.clipboard().text()


def test_that_the_arrow_keys_move_the_list_from_the_search_field(person: Person) -> None:
    second = questions(person)[1]

    QTest.keyClick(search_field(person), Qt.Key.Key_Down)

    assert question_shown(person) == second
    assert search_field(person).hasFocus()


def test_that_nothing_found_says_so_and_leads_back(person: Person) -> None:
    every = questions(person)
    QTest.keyClicks(search_field(person), "Quittenmarmelade")
    person.waits_until(lambda: questions(person) == [])

    back = person.sees("emptyAction")
    assert isinstance(back, QPushButton)
    assert not any(one.isVisible() for one in person.window.findChildren(QLabel, "answer_question"))
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)

    person.waits_until(lambda: questions(person) == every)


def test_that_escape_empties_the_search_field(person: Person) -> None:
    every = questions(person)
    QTest.keyClicks(search_field(person), "websms")
    person.waits_until(lambda: len(questions(person)) < len(every))

    QTest.keyClick(search_field(person), Qt.Key.Key_Escape)

    person.waits_until(lambda: questions(person) == every)


def test_that_a_step_leads_to_its_page(person: Person) -> None:
    link = person.sees("answer_page_sims")

    QTest.mouseClick(link, Qt.MouseButton.LeftButton)

    person.waits_until(lambda: person.window.current_page == "sims")


def test_that_contact_data_follow_the_settings_at_once(person: Person) -> None:
    provider = person.app.services.settings.load().provider
    changed = replace(provider, phone="+43 1 999")

    person.app.services.settings.save("provider", changed, "Lena Moser")

    person.waits_until(lambda: "+43 1 999" in words_of(person, "answer_provider"))


def test_that_the_answers_follow_the_language(person: Person) -> None:
    person.app.language.apply("en")

    person.waits_until(lambda: question_shown(person) == "Can you unblock my number?")


def test_that_a_missing_file_is_told_in_one_sentence(person: Person, tmp_path: Path) -> None:
    page = person.sees("answers_page")
    assert isinstance(page, AnswersPage)
    person.app.services.answers._folder = tmp_path

    page.look_up()

    person.sees("errorRetry")
    assert questions(person) == []


def test_that_the_list_is_a_sound_item_model(person: Person) -> None:
    table = person.sees("answer_table")
    assert isinstance(table, DeskTable)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(table.model(), mode, person.window)

    QTest.keyClicks(search_field(person), "SMS")

    person.waits_until(lambda: 0 < len(questions(person)) < 13)
    assert tester.model() is table.model()
