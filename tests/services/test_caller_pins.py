"""A customer's PIN: only a supervisor sets it, nobody reads it, few tries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from desktop.errors import InvalidValueError, NotFoundError, SupervisorNeededError
from desktop.models.caller_check import LOCKED_MIN, MAX_TRIES
from desktop.services.caller_pins import CallerPins
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from tests.services.houses import AGENT, NOON, add_customer

SUPERVISOR = "Jana Kofler"
PIN = "25801357"


class _Clock:
    now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> _Clock:
    return _Clock()


@pytest.fixture
def database(migrated_url: str, clock: _Clock) -> Iterator[Database]:
    opened = Database(migrated_url, clock=clock)
    yield opened
    with opened.read() as session:
        assert audit.first_broken_entry(session) is None
    opened.close()


@pytest.fixture
def pins(database: Database) -> CallerPins:
    return CallerPins(database, lambda: frozenset({SUPERVISOR.casefold()}))


@pytest.fixture
def customer_id(database: Database) -> int:
    with database.write() as session:
        return add_customer(session).id


def test_that_only_a_supervisor_sets_or_removes_a_pin(pins: CallerPins, customer_id: int) -> None:
    with pytest.raises(SupervisorNeededError):
        pins.set(customer_id, PIN, AGENT)
    pins.set(customer_id, PIN, SUPERVISOR)
    with pytest.raises(SupervisorNeededError):
        pins.remove(customer_id, AGENT)
    facts = pins.facts(customer_id)
    assert facts is not None
    assert (facts.set_by, facts.set_at) == (SUPERVISOR, NOON)
    pins.remove(customer_id, SUPERVISOR)
    assert pins.facts(customer_id) is None


def test_that_the_pin_itself_stands_nowhere_in_the_database(
    pins: CallerPins, customer_id: int, database: Database
) -> None:
    pins.set(customer_id, PIN, SUPERVISOR)
    pins.check(customer_id, PIN, AGENT)
    pins.check(customer_id, "99990000", AGENT)
    with database.read() as session:
        pin_rows = session.execute(text("SELECT * FROM customer_pins")).all()
        audit_rows = session.execute(text("SELECT act, payload FROM audit_log")).all()
    assert PIN not in repr([pin_rows, audit_rows])
    assert "99990000" not in repr(audit_rows)
    assert [row.act for row in audit_rows] == ["pin_set", "pin_checked", "pin_checked"]


def test_that_three_wrong_pins_lock_even_the_right_one_for_a_while(
    pins: CallerPins, customer_id: int, clock: _Clock
) -> None:
    pins.set(customer_id, PIN, SUPERVISOR)
    left = [pins.check(customer_id, "1111", AGENT).tries_left for _ in range(MAX_TRIES)]
    assert left == [2, 1, 0]
    locked = pins.check(customer_id, PIN, AGENT)
    assert (locked.passed, locked.locked_until) == (False, NOON + timedelta(minutes=LOCKED_MIN))
    clock.now = NOON + timedelta(minutes=LOCKED_MIN)
    assert pins.check(customer_id, PIN, AGENT).passed


def test_that_a_right_pin_forgives_the_wrong_ones_before(
    pins: CallerPins, customer_id: int
) -> None:
    pins.set(customer_id, PIN, SUPERVISOR)
    pins.check(customer_id, "1111", AGENT)
    assert pins.check(customer_id, f" {PIN} ", AGENT).passed
    assert pins.check(customer_id, "1111", AGENT).tries_left == MAX_TRIES - 1


def test_that_a_new_pin_unlocks_and_the_old_one_is_wrong(
    pins: CallerPins, customer_id: int
) -> None:
    pins.set(customer_id, PIN, SUPERVISOR)
    for _ in range(MAX_TRIES):
        pins.check(customer_id, "1111", AGENT)
    pins.set(customer_id, "97531864", SUPERVISOR)
    assert not pins.check(customer_id, PIN, AGENT).passed
    assert pins.check(customer_id, "97531864", AGENT).passed


def test_that_what_is_no_pin_and_who_has_none_is_told(pins: CallerPins, customer_id: int) -> None:
    with pytest.raises(InvalidValueError):
        pins.set(customer_id, "1234", SUPERVISOR)
    with pytest.raises(NotFoundError):
        pins.set(9_999, PIN, SUPERVISOR)
    with pytest.raises(NotFoundError):
        pins.check(customer_id, PIN, AGENT)
