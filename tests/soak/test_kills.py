"""A thousand kills over fifty thousand SMS: ``make soak``. Prints what became of them.

``SOAK_KILLS`` and ``SOAK_SMS`` set other numbers; each engine gets a third of them, and half of
that with two senders at once.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from tests.faults import FaultServer
from tests.support.journals import use_journal
from tests.support.kills import Moods, Run
from tests.support.sender_process import Nursery
from tests.support.sending import NOON, RunningClock, make_world

KILLS = int(os.environ.get("SOAK_KILLS", "1000"))
SMS = int(os.environ.get("SOAK_SMS", "50000"))
_VARIANTS = [
    (engine, at_once) for engine in ("rollback", "wal", "postgresql") for at_once in (1, 2)
]

pytestmark = pytest.mark.soak


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer(latency_s=0.002) as made:
        yield made


@pytest.mark.timeout(0)
@pytest.mark.parametrize(("engine", "at_once"), _VARIANTS)
def test_that_a_thousand_kills_send_nothing_twice_and_lose_nothing(
    request: pytest.FixtureRequest, server: FaultServer, engine: str, at_once: int
) -> None:
    place = _VARIANTS.index((engine, at_once))
    kills, sms = (len(range(place, whole, len(_VARIANTS))) for whole in (KILLS, SMS))
    journal = engine if engine != "postgresql" else ""
    fixture = "migrated_sqlite_url" if journal else "migrated_postgres_url"
    use_journal(journal)
    account = f"websms:desk@127.0.0.1:{server.port}"
    world = make_world(request.getfixturevalue(fixture), RunningClock(NOON), account)
    begin_s = time.monotonic()
    with Nursery() as nursery:
        moods = Moods(seed=place, hang_every=2_000)
        run = Run(world, server, nursery, journal, moods, seed=place, most_between=2 * sms // kills)
        run.kill_at_random_moments(kills, at_once, sms)
        found = run.hold_against_each_other()
    took_s = time.monotonic() - begin_s
    world.database.close()
    use_journal("")

    print(
        f"\n{engine}, {at_once} at once: {run.kills} kills, {found.total()} SMS in {took_s:.0f} s"
    )
    for outcome, count in sorted(found.items()):
        print(f"  {count:7} {outcome}")
    assert run.kills == kills
    assert found.total() >= sms
