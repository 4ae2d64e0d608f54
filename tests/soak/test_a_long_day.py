"""A desk stays open for a whole shift: page after page, customer after customer.

DESK_SOAK_S says how long (ten minutes if not set).
"""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desktop.models.tables import Customer
from desktop.models.types import utc_now
from desktop.services.demo.make import make_demo
from desktop.services.storage.database import Database
from desktop.services.storage.opening import open_database
from desktop.views.screens import SCREENS
from tests.support.window import Person, opened_desk

pytestmark = [pytest.mark.soak, pytest.mark.timeout(0)]

_DURATION_S = float(os.environ.get("DESK_SOAK_S", "600"))
_ROUNDS_TO_WARM_UP = 5
_MIB_THAT_MAY_COME = 40
# The pool may start its last worker, with a connection of its own, only after the warm-up.
_THREADS_THAT_MAY_COME = 3
# Rows that show another customer's services; a leak is some for each of hundreds of rounds.
_WIDGETS_THAT_MAY_COME = 100
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Weight:
    """What a running desk holds."""

    mib: float
    widgets: int
    threads: int
    files: int

    @staticmethod
    def now() -> Weight:
        gc.collect()
        resident = int(Path("/proc/self/statm").read_text().split()[1])
        return Weight(
            resident * _PAGE / 2**20,
            len(QApplication.allWidgets()),
            threading.active_count(),
            len(list(Path("/proc/self/fd").iterdir())),
        )


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(f"sqlite:///{tmp_path / 'desk.sqlite'}")
    make_demo(opened, lambda _share: None, threading.Event(), now=utc_now())
    yield opened
    opened.close()


def _round(person: Person, customers: list[int]) -> None:
    for screen in SCREENS:
        person.window.show_page(screen.key)
        person.settles()
    for customer in customers:
        person.app.desk.navigator.customer_wanted.emit(customer)
        person.settles()


def test_that_a_desk_does_not_grow_while_it_is_used(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    with database.read() as session:
        customers = list(session.scalars(select(Customer.id)))
    with opened_desk(qtbot, database, tmp_path) as person:
        for _ in range(_ROUNDS_TO_WARM_UP):
            _round(person, customers)
        before = Weight.now()
        end, rounds = time.monotonic() + _DURATION_S, 0
        while time.monotonic() < end:
            _round(person, customers)
            rounds += 1
        after = Weight.now()

    print(f"\n{rounds} rounds in {_DURATION_S:.0f} s\nbefore {before}\nafter  {after}")
    assert rounds > 1
    assert after.mib - before.mib < _MIB_THAT_MAY_COME
    assert after.widgets <= before.widgets + _WIDGETS_THAT_MAY_COME
    assert after.threads <= before.threads + _THREADS_THAT_MAY_COME
    assert after.files <= before.files + _THREADS_THAT_MAY_COME
