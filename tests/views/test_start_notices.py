"""What the start says: after a crash, and on a database that was put back from a backup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from desktop.models.changes import Change
from desktop.models.records.freeze import Freeze, FreezeCause
from desktop.models.records.overview import LeftBehind
from desktop.models.states import SmsState
from desktop.models.tables import ChangeCounter, OutboundSms
from desktop.services.last_run import CrashedRun
from desktop.services.overview import Overviews
from desktop.services.sending.freeze import FreezeGuard
from desktop.views.freeze_watch import frozen_words
from desktop.views.language import LanguageManager
from desktop.views.start_notice import StartNotice
from tests.support.sending import RunningClock, World, make_world
from tests.support.window import Person, deliver_events, opened_desk

_ELSEWHERE = "websms:desk@elsewhere"


@pytest.fixture
def world(sqlite_url: str) -> Iterator[World]:
    made = make_world(sqlite_url, RunningClock(), gateway=_ELSEWHERE)
    made.add_incomplete(3)
    made.release()
    yield made
    made.database.close()


def _press(person: Person, name: str) -> None:
    button = person.sees(name)
    assert isinstance(button, QAbstractButton)
    button.click()


def _type(person: Person, name: str, text: str) -> None:
    field = person.sees(name)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def _left_behind(world: World, count: int) -> None:
    """As a process leaves it that was killed long ago while it sent."""
    past = world.database.clock() - timedelta(minutes=10)
    with world.database.write() as session:
        session.execute(
            update(OutboundSms)
            .where(OutboundSms.id <= count)
            .values(
                state=SmsState.SENDING, claim_owner="elsewhere/1/a", sent_at=past, lease_until=past
            )
        )


def test_that_a_crash_is_told_with_what_became_of_it(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    _left_behind(world, 2)
    with opened_desk(qtbot, world.database, tmp_path) as person:
        report = tmp_path / "crash.txt"
        report.write_text("the report, without numbers")
        person.app.notice.tell_crash(
            CrashedRun(world.database.clock(), "the report, without numbers", report)
        )
        notice = person.sees("start_notice")
        assert isinstance(notice, StartNotice)
        person.waits_until(lambda: "2 SMS were under way" in notice.sentence)
        assert "ended without closing" in notice.sentence
        assert "1 SMS waits; sending goes on" in notice.sentence
        assert world.states()[SmsState.UNCLEAR] == 2

        _press(person, "copy_crash_report")
        assert QGuiApplication.clipboard().text() == "the report, without numbers"
        _press(person, "delete_crash_report")
        person.settles()
        assert not report.exists()
        _press(person, "start_to_unclear")
        assert person.window.current_page == "unclear"
        person.settles()


def test_that_what_becomes_unclear_while_the_notice_is_read_is_told_too(
    qtbot: QtBot, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, may_end = Event(), Event()
    answers = iter((LeftBehind(waiting=3), LeftBehind(unclear=2, waiting=1)))

    def slowly(_overviews: Overviews, _since: datetime) -> LeftBehind:
        answer = next(answers)
        began.set()
        assert may_end.wait(30)
        return answer

    with opened_desk(qtbot, world.database, tmp_path) as person:
        person.settles()
        monkeypatch.setattr(Overviews, "left_behind", slowly)
        person.app.notice.tell_crash(CrashedRun(world.database.clock(), "the report", None))
        assert began.wait(30)
        assert person.app.notice.isHidden()
        person.app.feed.publish(Change.DISPATCHES)
        deliver_events()
        may_end.set()
        person.waits_until(lambda: "2 SMS were under way" in person.app.notice.sentence)
        assert "1 SMS waits; sending goes on" in person.app.notice.sentence
        person.settles()


def test_that_an_understood_notice_does_not_come_back(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    with opened_desk(qtbot, world.database, tmp_path) as person:
        person.settles()
        person.app.notice.tell_crash(CrashedRun(world.database.clock(), "the report", None))
        person.sees("start_notice")
        _press(person, "bannerAction")
        person.app.feed.publish(Change.DISPATCHES)
        deliver_events()
        person.settles()
        assert person.app.notice.isHidden()


def test_that_a_start_with_nothing_to_tell_is_quiet(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    with opened_desk(qtbot, world.database, tmp_path) as person:
        person.waits_until(lambda: person.app.services.sending.is_running)
        person.settles()

        assert not person.app.notice.isVisible()
        assert not person.app.freeze.banner.isVisible()


def _put_back(world: World) -> None:
    """As if the database had been put back from a backup: it knows of fewer changes."""
    guard = FreezeGuard(world.database)
    guard.look()
    guard.remember()
    with world.database.write() as session:
        session.execute(
            update(ChangeCounter)
            .where(ChangeCounter.kind == Change.DISPATCHES.value)
            .values(version=0)
        )


@pytest.mark.parametrize("cause", list(FreezeCause))
@pytest.mark.parametrize("seen_at", [None, datetime(2026, 11, 24, 13, 2, tzinfo=UTC)])
def test_that_a_backup_in_which_no_act_stands_has_no_moment(
    qapp: QCoreApplication, cause: FreezeCause, seen_at: datetime | None
) -> None:
    freeze = Freeze(cause, datetime(2026, 11, 24, 13, 2, tzinfo=UTC), None, seen_at, (), 0)

    said = frozen_words(freeze, LanguageManager().formats)

    assert qapp is not None
    assert re.search(r"restored from a backup\.|Nobody here knows", said)
    assert ("further on" in said) is (seen_at is not None and cause is FreezeCause.RESTORED)


def test_that_a_restored_database_says_so_until_it_is_released(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    _put_back(world)
    with opened_desk(qtbot, world.database, tmp_path) as person:
        banner = person.sees("frozen_notice")
        said = banner.accessibleName()
        assert "Sending is frozen: this database was restored from a backup" in said

        _press(person, "bannerAction")
        person.sees("release_dialog")
        _press(person, "release_act")
        assert person.app.services.sending.guard.state() is not None
        _type(person, "release_supervisor", "Jana Kofler")
        _type(person, "release_reason", "Checked with the gateway")
        _press(person, "release_act")

        person.waits_until(lambda: not banner.isVisible())
        assert person.app.services.sending.guard.state() is None
        assert world.states() == {SmsState.UNCLEAR: 3}
        person.settles()
