"""A supervisor sets a customer's PIN on the customer's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.models.settings import SimSettings
from desktop.services.storage.database import Database
from desktop.services.storage.settings import SettingsStore
from desktop.views.widgets.button import Button, LinkButton
from tests.support.cases import furnish
from tests.support.window import AGENT, Person, opened_desk

PIN = "25801357"


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    furnish(opened)
    yield opened
    opened.close()


@pytest.fixture
def person(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, database, tmp_path) as somebody:
        somebody.app.desk.navigator.customer_wanted.emit(1)
        link = somebody.sees("set_pin")
        assert isinstance(link, LinkButton)
        somebody.settles()
        link.click()
        yield somebody


def types(person: Person, name: str, text: str) -> None:
    field = person.sees(name)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def saves(person: Person) -> None:
    button = person.sees("savePin")
    assert isinstance(button, Button)
    button.click()


def words(person: Person) -> str:
    dialog = person.sees("pinDialog")
    return " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def test_that_a_supervisor_sets_a_pin_that_nobody_can_read(
    person: Person, database: Database
) -> None:
    SettingsStore(database).save("sims", SimSettings(supervisors=AGENT), AGENT)
    types(person, "newPin", PIN)
    types(person, "pinAgain", "97531864")
    saves(person)
    assert "The two are not the same." in words(person)
    types(person, "pinAgain", PIN)
    saves(person)
    pins = person.app.services.caller_pins
    person.waits_until(lambda: pins.facts(1) is not None)
    assert pins.check(1, PIN, AGENT).passed


def test_that_an_easy_pin_and_an_agent_without_the_right_are_refused(person: Person) -> None:
    types(person, "newPin", "1234")
    types(person, "pinAgain", "1234")
    saves(person)
    assert "Too easy to guess" in words(person)
    types(person, "newPin", PIN)
    types(person, "pinAgain", PIN)
    saves(person)
    person.waits_until(lambda: "Only a supervisor may do this." in words(person))
    assert person.app.services.caller_pins.facts(1) is None
