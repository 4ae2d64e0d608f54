"""What a person does about a number on the page, and what is heard when it does not work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.models.records.conflicts import ConflictMatter
from desktop.models.sim_acts import SimAct
from desktop.models.states import SimStage, SimStatus
from desktop.models.tables import SimCard, StatusConflict
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database
from desktop.views.sims.conflict_block import ConflictBlock
from desktop.views.sims.page import SimsPage
from desktop.views.widgets.combo_box import ComboBox
from desktop.views.widgets.segments import Segments
from tests.support.house import COLLEAGUE, House, build_house
from tests.support.window import AGENT, Person, opened_desk


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def house(database: Database) -> House:
    return build_house(database)


@pytest.fixture
def person(qtbot: QtBot, database: Database, house: House, tmp_path: Path) -> Iterator[Person]:
    assert house.stock
    with opened_desk(qtbot, database, tmp_path) as somebody:
        yield somebody


def opens(person: Person, sim_id: int) -> SimsPage:
    person.app.desk.navigator.sim_wanted.emit(sim_id)
    page = person.sees("sims_page")
    assert isinstance(page, SimsPage)
    number = person.app.desk.formats.phone(person.app.services.sims.card(sim_id).row.msisdn)
    person.waits_until(lambda: text_of(person, "sim_number") == number)
    person.settles()
    return page


def text_of(person: Person, name: str) -> str:
    label = person.sees(name)
    assert isinstance(label, QLabel)
    return label.text()


def open_dialogs() -> list[QDialog]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog)
        and widget.isVisible()
        and widget.objectName() in {"simActDialog", "addCardsDialog"}
    ]


def dialog(person: Person) -> QDialog:
    person.waits_until(lambda: bool(open_dialogs()))
    return open_dialogs()[0]


def part(dialog: QDialog, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def presses(widget: QWidget) -> None:
    assert isinstance(widget, QAbstractButton)
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def gives_reason(asked: QDialog, words: str) -> None:
    field = part(asked, "reason")
    assert isinstance(field, QLineEdit)
    field.setText(words)


def chooses_from_menu(person: Person, act: SimAct) -> None:
    menu = person.sees("sim_acts").findChild(QMenu, "sim_act_menu")
    assert menu is not None
    action = next(one for one in menu.actions() if one.objectName() == f"sim_act_{act.value}")
    action.trigger()


def status(person: Person, sim_id: int) -> SimStatus:
    return person.app.services.sims.card(sim_id).row.status


def test_that_a_block_is_entered_with_a_reason_and_shows_at_once(
    person: Person, house: House
) -> None:
    opens(person, house.sim)
    presses(person.sees("sim_first_act"))
    asked = dialog(person)

    presses(part(asked, "acceptSimAct"))
    assert asked.isVisible()
    gives_reason(asked, "Users complained")
    presses(part(asked, "acceptSimAct"))

    person.waits_until(lambda: status(person, house.sim) is SimStatus.BLOCKED)
    person.waits_until(lambda: "replaced, never unblocked" in text_of(person, "sim_to_do"))
    entry = person.app.services.sims.card(house.sim).history[0]
    assert (entry.actor, entry.reason) == (AGENT, "Users complained")
    assert "blocked since" in text_of(person, "sim_sent_from")
    assert person.sees("sim_number_change").isEnabled()


def test_that_a_blocked_number_is_replaced_from_stock(person: Person, house: House) -> None:
    services = person.app.services
    services.sim_changes.block(house.number, NumberAct(COLLEAGUE, "Complaints"))
    opens(person, house.sim)
    presses(person.sees("sim_first_act"))
    asked = dialog(person)
    choice = part(asked, "simActChoice")
    assert isinstance(choice, ComboBox)
    assert choice.count() == len(house.stock)
    choice.choose(str(house.stock[1]))

    presses(part(asked, "acceptSimAct"))

    person.waits_until(lambda: status(person, house.stock[1]) is SimStatus.ACTIVE)
    assert services.sims.card(house.stock[1]).row.service_id == house.service
    person.waits_until(lambda: not open_dialogs())


def test_that_the_agent_who_comes_second_is_told_by_whom_it_is_taken(
    person: Person, house: House
) -> None:
    services = person.app.services
    for sim in (house.sim, house.other_sim):
        number = services.sims.card(sim).row.msisdn
        services.sim_changes.block(number, NumberAct(COLLEAGUE, "Complaints"))
    opens(person, house.sim)
    presses(person.sees("sim_first_act"))
    asked = dialog(person)
    choice = part(asked, "simActChoice")
    assert isinstance(choice, ComboBox)
    choice.choose(str(house.stock[0]))
    act = NumberAct(COLLEAGUE, "First")
    services.sim_assigning.assign(house.stock[0], house.other_service, act)

    presses(part(asked, "acceptSimAct"))

    failure = part(asked, "simActFailure")
    person.waits_until(failure.isVisible)
    assert failure.accessibleName().startswith(f"This number is taken: Angebote, by {COLLEAGUE}.")
    assert asked.isVisible()
    presses(part(asked, "backFromSimAct"))


def test_that_a_card_is_reserved_for_a_service_that_waits(person: Person, house: House) -> None:
    services = person.app.services
    services.sim_changes.block(house.number, NumberAct(COLLEAGUE, "Complaints"))
    opens(person, house.stock[0])
    chooses_from_menu(person, SimAct.RESERVE)

    presses(part(dialog(person), "acceptSimAct"))

    person.waits_until(lambda: services.sims.card(house.stock[0]).row.stage is SimStage.RESERVED)
    assert services.sims.card(house.stock[0]).row.service_id == house.service


def test_that_a_wrong_block_is_taken_back_by_a_supervisor_only(
    person: Person, house: House
) -> None:
    services = person.app.services
    services.sim_changes.block(house.number, NumberAct(COLLEAGUE, "Wrong number"))
    opens(person, house.sim)
    chooses_from_menu(person, SimAct.CORRECT)
    asked = dialog(person)
    gives_reason(asked, "It was another number")
    presses(part(asked, "acceptSimAct"))
    failure = part(asked, "simActFailure")
    person.waits_until(failure.isVisible)
    assert "Only a supervisor may do this." in failure.accessibleName()

    settings = services.settings.load().sims
    services.settings.save("sims", replace(settings, supervisors=AGENT), AGENT)
    presses(part(asked, "acceptSimAct"))

    person.waits_until(lambda: status(person, house.sim) is SimStatus.ACTIVE)
    person.waits_until(lambda: not open_dialogs())


def test_that_a_contradiction_is_shown_and_decided_with_a_reason(
    person: Person, database: Database, house: House
) -> None:
    services = person.app.services
    services.sim_changes.block(house.number, NumberAct(COLLEAGUE, "Complaints"))
    with database.write() as session:
        card = session.get_one(SimCard, house.sim)
        session.add(
            StatusConflict(
                sim_id=card.id,
                matter=ConflictMatter.NOT_KNOWN,
                reported=SimStatus.ACTIVE,
                reported_at=card.status_since,
                kept=card.status,
                kept_since=card.status_since,
                source="import",
                found_at=card.status_since,
            )
        )
    page = opens(person, house.sim)
    page.reload()
    notice = person.sees("sim_notice")
    assert "The platform's export says: active" in text_of(person, "sim_conflict_words")
    action = notice.findChild(QWidget, "bannerAction")
    assert action is not None
    presses(action)
    segments = person.sees("sim_filter")
    assert isinstance(segments, Segments)
    person.waits_until(lambda: segments.current == "")
    person.settles()
    presses(person.sees("conflict_keep"))
    asked = dialog(person)
    gives_reason(asked, "Asked the carrier")
    presses(part(asked, "acceptSimAct"))

    person.waits_until(lambda: services.conflicts.waiting() == ())
    person.waits_until(lambda: not page.findChildren(ConflictBlock)[0].isVisible())


def test_that_pasted_cards_come_into_stock_and_wrong_lines_stay(
    person: Person, house: House
) -> None:
    opens(person, house.sim)
    presses(person.sees("add_cards"))
    asked = dialog(person)
    field, add = part(asked, "stockText"), part(asked, "addCards")
    assert isinstance(field, QPlainTextEdit)
    good, wrong = "8943010000000000043;0664 0090001;A1", "8943010000000000044;0664 0090002"
    field.setPlainText(f"{good}\n{wrong}")
    person.waits_until(add.isEnabled)
    told = part(asked, "stockWrong")
    assert isinstance(told, QLabel)
    assert told.text().startswith("Line 2: the check digit")

    presses(add)

    person.waits_until(lambda: field.toPlainText() == wrong)
    stock = person.app.services.sims.list(SimStage.IN_STOCK).rows
    assert "+436640090001" in {row.msisdn for row in stock}
    person.waits_until(lambda: not add.isEnabled())
    presses(part(asked, "closeStock"))


def test_that_the_panel_answers_what_to_say_and_what_was_sent_from(
    person: Person, house: House
) -> None:
    opens(person, house.sim)

    said = person.sees("sim_say").accessibleDescription()
    assert "Your number is not blocked." in said
    assert text_of(person, "sim_sent_from") == person.app.desk.formats.phone(house.number)
