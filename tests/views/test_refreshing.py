"""A page that is read again while nothing has changed leaves every button where it is.

A click is a press and a release on the same widget; the focus belongs to a widget as well. A page
that makes its widgets anew in the background takes both away from the agent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.models.changes import Change
from desktop.models.states import CaseKind, SimStatus
from desktop.services.storage.database import Database
from desktop.views.desk import Navigator
from tests.support.cases import EVERYBODY, furnish
from tests.support.numbers import add_service, add_sim, days_ago, use_sim
from tests.support.window import AGENT, Person, opened_desk

Way = Callable[[Navigator], None]


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    furnish(opened)
    with opened.write(Change.SIMS) as session:
        sim = add_sim(session, "6500000001", SimStatus.BLOCKED, days_ago(3))
        use_sim(session, sim, add_service(session, "Werkstatt"), days_ago(200))
        add_sim(session, "6500000003", SimStatus.IN_STOCK)
    yield opened
    opened.close()


@pytest.fixture
def person(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, database, tmp_path) as somebody:
        services = somebody.app.services
        services.cases.open(CaseKind.OTHER, 1, None, {}, AGENT)
        services.notes.add(1, "Ruft gerne am Vormittag an", AGENT)
        yield somebody


def _page(key: str) -> Way:
    def go(navigator: Navigator) -> None:
        navigator.page_wanted.emit(key)

    return go


def _customer(navigator: Navigator) -> None:
    navigator.customer_wanted.emit(1)


def _case(navigator: Navigator) -> None:
    navigator.reminder_wanted.emit(EVERYBODY)


_WAYS: dict[str, Way] = {
    **{
        key: _page(key)
        for key in (
            "start",
            "customers",
            "signups",
            "cases",
            "frequency",
            "sims",
            "dispatches",
            "unclear",
            "answers",
            "settings",
        )
    },
    "customer": _customer,
    "case": _case,
}


@pytest.mark.parametrize("key", _WAYS)
def test_that_a_refresh_leaves_every_button_where_it_is(person: Person, key: str) -> None:
    window = person.window
    _WAYS[key](person.app.desk.navigator)
    person.settles()
    assert window.current_page == key
    before = _buttons(person)

    for change in Change:
        person.app.feed.publish(change)
    person.settles()

    assert before
    assert [one for one in before if one not in _buttons(person)] == []


def _buttons(person: Person) -> list[QAbstractButton]:
    return [one for one in person.window.findChildren(QAbstractButton) if one.isVisible()]
