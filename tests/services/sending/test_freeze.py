"""A database that was put back from a backup sends nothing until a person releases it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from desktop.errors import InvalidValueError, TransitionError
from desktop.models.changes import Change
from desktop.models.records.freeze import FreezeCause, FreezeRelease, Waiting
from desktop.models.states import DispatchState, SmsState
from desktop.models.tables import AuditEntry, ChangeCounter
from desktop.services.sending.answers import Answered
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.freeze import RESTORED, FreezeGuard
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from desktop.services.sending.sent_marks import SentMarks
from desktop.services.storage.audit import first_broken_entry
from desktop.services.storage.database import Database
from tests.support.sending import GATEWAY, HandClock, World, make_world

_ACCEPTED = SendAnswer(Scope.ACCEPTED, "2000", gateway_id="abc", parts=1)
_RELEASE = FreezeRelease("lena", "jana", "checked with the gateway", Waiting.GO_ON)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The user's own folder: it is not put back with the database."""
    return tmp_path / "own"


@pytest.fixture
def here(sqlite_url: str, clock: HandClock) -> Iterator[World]:
    """A SQLite file that a test copies away and puts back."""
    made = make_world(sqlite_url, clock)
    yield made
    made.database.close()


def _guard(world: World, own: Path) -> FreezeGuard:
    return FreezeGuard(world.database, SentMarks(world.database, own))


def _send(world: World, count: int) -> int:
    """Sends up to ``count`` SMS and says how many were claimed."""
    outbox = Outbox(
        world.database, Identity(GATEWAY, "one", test_mode=False), Policy(per_second=1000.0)
    )
    assert outbox.acquire() is None
    claimed = outbox.turn([], count).sms
    outbox.turn([Answered(sms, _ACCEPTED) for sms in claimed], 0)
    outbox.give_back()
    with world.database.write(Change.DISPATCHES):
        """Tell it as the sender does a moment later."""
    return len(claimed)


def _released(world: World, clock: HandClock, count: int) -> None:
    world.add_incomplete(count)
    world.release()
    clock.forward(10)


def _forget_some(world: World) -> None:
    """As a restored dump does: the database knows of fewer changes than there were."""
    with world.database.write() as session:
        session.execute(
            update(ChangeCounter)
            .where(ChangeCounter.kind == Change.DISPATCHES.value)
            .values(version=ChangeCounter.version - 1)
        )


def test_that_a_desk_that_starts_again_is_not_frozen(
    world: World, clock: HandClock, own: Path
) -> None:
    _released(world, clock, 3)
    assert _guard(world, own).look() is None
    assert _send(world, 1) == 1
    _guard(world, own).remember()

    assert _guard(world, own).look() is None
    assert _send(world, 8) == 2


def test_that_a_database_behind_its_mark_claims_nothing(
    world: World, clock: HandClock, own: Path
) -> None:
    _released(world, clock, 2)
    guard = _guard(world, own)
    guard.look()
    guard.remember()
    _forget_some(world)

    freeze = _guard(world, own).look()

    assert freeze is not None
    assert freeze.cause is FreezeCause.RESTORED
    assert freeze.waiting == 2
    assert _send(world, 8) == 0
    assert world.states() == {SmsState.QUEUED: 2}


def test_that_a_released_database_goes_on_and_stays_released(
    world: World, clock: HandClock, own: Path
) -> None:
    _released(world, clock, 2)
    guard = _guard(world, own)
    guard.look()
    guard.remember()
    _forget_some(world)
    _guard(world, own).look()

    assert _guard(world, own).release(_RELEASE) == 0

    assert _guard(world, own).state() is None
    assert _guard(world, own).look() is None
    assert _send(world, 8) == 2
    with world.database.read() as session:
        acts = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
        assert first_broken_entry(session) is None
    assert [one.act for one in acts[-2:]] == ["sending_frozen", "sending_unfrozen"]
    assert acts[-1].payload is not None
    assert acts[-1].payload["reason"] == "checked with the gateway"
    assert acts[-1].payload["supervisor"] == "jana"


def test_that_another_computers_old_mark_does_not_freeze_again(
    world: World, clock: HandClock, own: Path, tmp_path: Path
) -> None:
    _released(world, clock, 1)
    for folder in (own, tmp_path / "colleague"):
        guard = _guard(world, folder)
        guard.look()
        guard.remember()
    _forget_some(world)
    _guard(world, own).look()
    _guard(world, own).release(_RELEASE)

    assert _guard(world, tmp_path / "colleague").look() is None


def test_that_a_copy_from_before_a_release_is_frozen_again(
    here: World, clock: HandClock, own: Path, tmp_path: Path
) -> None:
    _released(here, clock, 1)
    _guard(here, own).look()
    _guard(here, own).remember()
    _forget_some(here)
    _guard(here, own).look()
    backup = _copied(here, tmp_path)
    _guard(here, own).release(_RELEASE)

    back = _put_back(here, backup)

    freeze = _guard(back, own).look()
    back.database.close()
    assert freeze is not None


def test_that_waiting_sms_become_unclear_where_a_person_wants_it(
    world: World, clock: HandClock, own: Path
) -> None:
    _released(world, clock, 3)
    guard = _guard(world, own)
    guard.look()
    guard.remember()
    _forget_some(world)
    guard.look()

    unclear = guard.release(FreezeRelease("lena", "jana", "nobody knows", Waiting.UNCLEAR))

    assert unclear == 3
    assert world.states() == {SmsState.UNCLEAR: 3}
    assert {one.reason for one in world.rows().values()} == {RESTORED}
    (line,) = DispatchLists(world.database).lines()
    assert line.state is DispatchState.DONE
    assert DispatchLists(world.database).balance(line.id).adds_up
    assert world.contact(next(iter(world.rows()))).reminders_sent == 1
    assert _send(world, 8) == 0


@pytest.mark.parametrize("missing", ["supervisor", "reason"])
def test_that_a_release_names_a_supervisor_and_a_reason(
    world: World, clock: HandClock, own: Path, missing: str
) -> None:
    _released(world, clock, 1)
    guard = _guard(world, own)
    guard.look()
    guard.remember()
    _forget_some(world)
    guard.look()
    named = {"supervisor": "jana", "reason": "checked", missing: " "}

    with pytest.raises(InvalidValueError):
        guard.release(FreezeRelease("lena", waiting=Waiting.GO_ON, **named))

    assert guard.state() is not None


def test_that_what_is_not_frozen_cannot_be_released(world: World, own: Path) -> None:
    with pytest.raises(TransitionError):
        _guard(world, own).release(_RELEASE)


# ------------------------------------------------------------------------------ plain copies


def _copied(world: World, folder: Path) -> Path:
    """Copies the file away, as somebody does who trusts in files."""
    world.database.close()
    backup = folder / "backup.sqlite3"
    shutil.copy(world.database.place, backup)
    return backup


def _put_back(world: World, backup: Path) -> World:
    world.database.close()
    shutil.copy(backup, world.database.place)
    database = Database(f"sqlite:///{world.database.place}", clock=world.database.clock)
    return World(database, world.gateway)


def test_that_a_plain_copy_put_back_is_found_out_and_told(
    here: World, clock: HandClock, own: Path, tmp_path: Path
) -> None:
    _released(here, clock, 5)
    _guard(here, own).look()
    assert _send(here, 1) == 1
    backup = _copied(here, tmp_path)
    clock.forward(60)
    assert _send(here, 2) == 2
    seen_at = clock.now
    _guard(here, own).remember()
    clock.forward(60)

    back = _put_back(here, backup)
    freeze = _guard(back, own).look()

    assert freeze is not None
    assert (freeze.cause, freeze.waiting, freeze.seen_at) == (FreezeCause.RESTORED, 4, seen_at)
    (lost,) = freeze.lost
    assert (lost.dispatch_no, lost.recipients) == ("A-2026-0001", 5)
    assert (lost.known, lost.seen) == (1, 3)
    assert _send(back, 8) == 0
    back.database.close()


@pytest.mark.parametrize("lost", ["beside", "own"])
def test_that_either_of_the_two_marks_is_enough(
    here: World, clock: HandClock, own: Path, tmp_path: Path, lost: str
) -> None:
    _released(here, clock, 2)
    _guard(here, own).look()
    backup = _copied(here, tmp_path)
    _send(here, 1)
    _guard(here, own).remember()
    if lost == "own":
        shutil.rmtree(own)
    else:
        Path(f"{here.database.place}-sent.json").unlink()

    back = _put_back(here, backup)

    assert _guard(back, own).look() is not None
    back.database.close()


def test_that_a_copy_with_waiting_sms_on_another_computer_is_frozen(
    here: World, clock: HandClock, own: Path, tmp_path: Path
) -> None:
    _released(here, clock, 2)
    _guard(here, own).look()
    _send(here, 1)
    _guard(here, own).remember()
    backup = _copied(here, tmp_path)
    elsewhere = World(
        Database(f"sqlite:///{backup}", clock=clock), here.gateway, settings=here.settings
    )

    freeze = _guard(elsewhere, tmp_path / "another user").look()

    assert freeze is not None
    assert (freeze.cause, freeze.seen_at, freeze.lost) == (FreezeCause.MOVED, None, ())
    assert _send(elsewhere, 8) == 0
    elsewhere.database.close()


def test_that_a_file_that_was_moved_on_the_same_computer_goes_on(
    here: World, clock: HandClock, own: Path, tmp_path: Path
) -> None:
    _released(here, clock, 2)
    _guard(here, own).look()
    _guard(here, own).remember()
    backup = _copied(here, tmp_path)
    moved = World(Database(f"sqlite:///{backup}", clock=clock), here.gateway)

    assert _guard(moved, own).look() is None
    assert _send(moved, 8) == 2
    moved.database.close()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"house": 3', '{"dispatches": []}'])
def test_that_a_mark_that_cannot_be_read_is_none(
    here: World, clock: HandClock, own: Path, text: str
) -> None:
    _released(here, clock, 1)
    _guard(here, own).look()
    Path(f"{here.database.place}-sent.json").write_text(text, encoding="utf-8")

    assert _guard(here, own).look() is None
