"""What other starts say reaches the window, and never takes anything out of an agent's hands."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.errors import DeskSilentError
from desktop.models.desk_message import LONGEST_BYTES, DeskMessage, encode
from desktop.models.tables import Customer
from desktop.services.one_desk import OneDesk
from desktop.services.storage.database import Database
from desktop.views import reception
from desktop.views.reception import Reception, hand_over
from tests.support.cases import EVERYBODY, furnish
from tests.support.window import Person, opened_desk

_SENDER, _CONTACT = "+436604417203", "+436645500000"
_WINKLER, _SHARED, _NOBODY = "06766018159", "+436765550123", "+436645550199"


@pytest.fixture
def person(qtbot: QtBot, migrated_sqlite_url: str, tmp_path: Path) -> Iterator[Person]:
    database = Database(migrated_sqlite_url)
    furnish(database)
    with database.write() as session:
        for place in (8, 9):
            session.add(
                Customer(
                    id=place, customer_no=f"K1000{place}", name=f"Gasthof {place}", country="AT",
                    contact_phone=_SHARED, contact_phone_reversed=_SHARED[:0:-1],
                )
            )  # fmt: skip
    with opened_desk(qtbot, database, tmp_path) as person:
        person.settles()
        yield person
        person.settles()


def _calls(person: Person, number: str) -> None:
    person.app.incoming.take(DeskMessage(number))
    person.settles()


def _search(person: Person) -> QLineEdit:
    field = person.sees("searchField")
    assert isinstance(field, QLineEdit)
    return field


def test_that_a_call_brings_its_customer_to_the_front(person: Person) -> None:
    _calls(person, _WINKLER)

    assert person.window.current_page == "customer"
    assert person.app.desk.call.begun_at is not None
    assert person.app.incoming.sentence == ""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (_SENDER, "Call from a sender number of Autohaus Winkler"),
        (_CONTACT, "Call from a contact of Autohaus Winkler"),
    ],
)
def test_that_who_is_not_the_customer_is_not_called_so(
    person: Person, number: str, said: str
) -> None:
    _calls(person, number)

    assert person.window.current_page == "customer"
    assert person.app.incoming.sentence == said


def test_that_a_number_of_several_is_left_to_the_agent(person: Person) -> None:
    _calls(person, _SHARED)

    assert person.window.current_page == "start"
    assert _search(person).text() == _SHARED
    person.sees("searchList")


def test_that_an_unknown_number_is_said_and_stands_in_the_search_field(person: Person) -> None:
    _calls(person, _NOBODY)

    assert "Unknown number: +43 664 555 01 99" in person.app.incoming.sentence
    assert _search(person).text() == _NOBODY


def test_that_a_call_takes_nothing_from_an_agent_who_is_typing(person: Person) -> None:
    _search(person).setFocus()
    QTest.keyClicks(_search(person), "Gasth")
    person.settles()

    _calls(person, _WINKLER)

    assert person.window.current_page == "start"
    assert _search(person).text() == "Gasth"
    assert person.app.incoming.sentence == "Call from Autohaus Winkler"


def test_that_a_call_during_a_call_waits_for_a_key(person: Person) -> None:
    _calls(person, _NOBODY)
    _calls(person, _WINKLER)
    assert person.window.current_page == "start"
    begun_at = person.app.desk.call.begun_at

    QTest.keyClick(person.window, Qt.Key.Key_F9)
    person.settles()

    assert person.window.current_page == "customer"
    assert person.app.desk.call.begun_at != begun_at
    assert person.app.incoming.sentence == ""


def test_that_a_menu_that_is_open_stays_open(qtbot: QtBot, person: Person) -> None:
    menu = QMenu(person.window)
    menu.addAction("Copy")
    menu.popup(person.window.pos())
    qtbot.waitUntil(menu.isVisible)

    _calls(person, _WINKLER)

    assert menu.isVisible()
    assert person.window.current_page == "start"
    assert person.app.incoming.sentence == "Call from Autohaus Winkler"
    menu.close()


def test_that_a_case_is_not_covered_by_a_call(person: Person) -> None:
    person.app.desk.navigator.reminder_wanted.emit(EVERYBODY)
    person.settles()

    _calls(person, _SHARED)

    assert person.window.current_page == "case"
    assert "it may be several" in person.app.incoming.sentence


# --------------------------------------------------------------------------- the socket itself


@pytest.fixture
def one(tmp_path: Path) -> Iterator[OneDesk]:
    one = OneDesk(f"sqlite:///{tmp_path / 'desk.sqlite'}", tmp_path)
    assert one.take()
    yield one
    one.leave()


def _later(folder: Path) -> OneDesk:
    return OneDesk(f"sqlite:///{folder / 'desk.sqlite'}", folder)


def _answer(qtbot: QtBot, one: OneDesk, line: bytes) -> bytes:
    socket = QLocalSocket()
    socket.connectToServer(one.address)
    socket.write(line)
    said = bytearray()

    def is_over() -> bool:
        said.extend(socket.readAll().data())
        return socket.state() is QLocalSocket.LocalSocketState.UnconnectedState

    qtbot.waitUntil(is_over)
    return bytes(said)


def test_that_a_later_start_is_heard(qtbot: QtBot, one: OneDesk) -> None:
    listens = Reception(one.address)
    heard: list[object] = []
    listens.arrived.connect(heard.append)
    message = DeskMessage("+436766018159")

    assert _answer(qtbot, one, encode(message)) == b"taken\n"

    assert heard == [message]
    listens.close()


def test_that_a_socket_which_a_crash_left_behind_is_taken_over(qtbot: QtBot, one: OneDesk) -> None:
    Path(one.address).write_bytes(b"")

    listens = Reception(one.address)

    assert listens.is_listening
    assert qtbot is not None
    listens.close()


def test_that_only_its_owner_reaches_the_socket(qtbot: QtBot, one: OneDesk) -> None:
    listens = Reception(one.address)

    assert Path(one.address).stat().st_mode & 0o077 == 0
    assert qtbot is not None
    listens.close()


@pytest.mark.usefixtures("one")
def test_that_a_window_which_does_not_answer_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskSilentError):
        hand_over(_later(tmp_path), DeskMessage(), patience_s=0)


def test_that_a_window_which_hangs_is_not_waited_for_long(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, one: OneDesk, tmp_path: Path
) -> None:
    monkeypatch.setattr(reception, "_ANSWER_MS", 50)
    hung = Reception(one.address)

    with pytest.raises(DeskSilentError):
        hand_over(_later(tmp_path), DeskMessage())

    assert qtbot is not None
    hung.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe there has no owner")
def test_that_nobody_but_this_person_is_told_who_calls(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, one: OneDesk, tmp_path: Path
) -> None:
    others = Reception(one.address)
    heard: list[object] = []
    others.arrived.connect(heard.append)
    monkeypatch.setattr(reception, "_ANSWER_MS", 50)
    later = _later(tmp_path)
    monkeypatch.setattr(os, "getuid", lambda: Path(one.address).stat().st_uid + 1)

    with pytest.raises(DeskSilentError):
        hand_over(later, DeskMessage("+436766018159"), patience_s=0)

    _answer(qtbot, one, encode(DeskMessage("+436645550199")))
    assert heard == [DeskMessage("+436645550199")]
    others.close()


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        (b"x" * (LONGEST_BYTES + 50), b"refused\n"),
        (b'{"version": 1, "number": "Winkler", "token": ""}\n', b"refused\n"),
        (encode(DeskMessage()).replace(b"1", b"9", 1), b"other_version\n"),
    ],
)
def test_that_what_is_no_message_reaches_nobody(
    qtbot: QtBot, one: OneDesk, line: bytes, answer: bytes
) -> None:
    listens = Reception(one.address)
    heard: list[object] = []
    listens.arrived.connect(heard.append)

    assert _answer(qtbot, one, line) == answer

    assert heard == []
    listens.close()
