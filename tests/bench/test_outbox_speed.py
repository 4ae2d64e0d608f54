"""Releasing a million recipients, claiming from them, and eight senders on one PostgreSQL.

``OUTBOX_RECIPIENTS`` sets another number of recipients.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from sqlalchemy import select, text, update

from desktop.models.records.dispatches import RecipientList
from desktop.models.records.signups import SignupSelection
from desktop.models.settings import DeskSettings, LimitSettings
from desktop.models.states import SmsState
from desktop.models.tables import Contact, OutboundSms
from desktop.services.sending.claims import Judge
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from tests.support.claimer_process import AT_ONCE, turns_s
from tests.support.sending import RunningClock, World, make_world

RECIPIENTS = int(os.environ.get("OUTBOX_RECIPIENTS", "1000000"))
SENDERS = 8
TURNS = 250
MOST_WAIT_MS = 250
_CHUNK = 50_000

pytestmark = pytest.mark.bench


@pytest.fixture(params=["sqlite", "postgresql"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    fixture = {"sqlite": "migrated_sqlite_url", "postgresql": "migrated_postgres_url"}
    made = make_world(request.getfixturevalue(fixture[request.param]), RunningClock(), "g")
    made.settings = DeskSettings(limits=LimitSettings(countdown_s=10, second_release_above=10**9))
    yield made
    made.database.close()


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _ms(seconds: list[float], percent: int) -> float:
    return statistics.quantiles(seconds, n=100)[percent - 1] * 1000


def _fill(world: World, count: int) -> None:
    for start in range(0, count, _CHUNK):
        world.add_incomplete(min(_CHUNK, count - start))
    if not world.database.is_sqlite:
        _vacuum(world)


def _vacuum(world: World) -> None:
    engine = world.database.engine.execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("VACUUM ANALYZE"))


def test_that_a_million_recipients_are_released_and_claimed_alike_to_the_end(world: World) -> None:
    _fill(world, RECIPIENTS)
    order = world.order()
    before_mb, begin_s = _peak_mb(), time.perf_counter()
    record = world.dispatches.release(order, world.settings)
    release_s, after_mb = time.perf_counter() - begin_s, _peak_mb()
    assert isinstance(world.database.clock, RunningClock)
    world.database.clock.forward(10)
    policy = Policy(judge=Judge(window=None), per_second=1e6)
    outbox = Outbox(world.database, Identity("g", "one", test_mode=False), policy)
    outbox.acquire()

    first = turns_s(outbox, TURNS)
    with world.database.write() as session:
        # Nearly all is sent; what happened to it in between does not matter here.
        session.execute(
            update(OutboundSms)
            .where(
                OutboundSms.state == SmsState.QUEUED,
                OutboundSms.id <= record.balance.recipients - TURNS * AT_ONCE,
            )
            .values(state=SmsState.ACCEPTED)
            .execution_options(synchronize_session=False)
        )
    if not world.database.is_sqlite:
        _vacuum(world)
    last = turns_s(outbox, TURNS)

    print(
        f"\n{world.database.engine.dialect.name}: {record.balance.recipients} recipients"
        f" released in {release_s:.1f} s;"
        f" peak memory {before_mb:.0f} MB before, {after_mb:.0f} MB after;"
        f" a turn of {AT_ONCE} SMS at the start: median {_ms(first, 50):.1f} ms,"
        f" 99th {_ms(first, 99):.1f} ms; at the end: {_ms(last, 50):.1f} ms,"
        f" {_ms(last, 99):.1f} ms; load {os.getloadavg()[0]:.1f}"
    )
    assert record.balance.recipients == RECIPIENTS
    assert after_mb - before_mb < 50
    assert _ms(last, 50) < 2 * _ms(first, 50)


@pytest.mark.parametrize("world", ["postgresql"], indirect=True)
def test_that_a_claim_waits_little_beside_seven_other_senders(world: World) -> None:
    for number in range(SENDERS):
        numbers = world.add_incomplete((TURNS + 1) * AT_ONCE)
        with world.database.read() as session:
            ids = session.scalars(select(Contact.id).where(Contact.e164.in_(numbers))).all()
        chosen = RecipientList(1, SignupSelection(chosen=frozenset(ids)))
        world.release(recipients=chosen, gateway=f"g{number}")
    _vacuum(world)
    assert isinstance(world.database.clock, RunningClock)
    world.database.clock.forward(10)
    url = world.database.engine.url.render_as_string(hide_password=False)
    now = world.database.clock().isoformat()
    claimers = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.support.claimer_process",
                url,
                f"g{number}",
                now,
                str(TURNS),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(SENDERS)
    ]
    for claimer in claimers:
        assert claimer.stdout is not None
        assert claimer.stdout.readline() == "ready\n"
    for claimer in claimers:
        assert claimer.stdin is not None
        claimer.stdin.write("go\n")
        claimer.stdin.flush()
    took: list[float] = []
    for claimer in claimers:
        told, _ = claimer.communicate()
        took += json.loads(told)

    print(
        f"\npostgresql, {SENDERS} senders at once, {len(took)} turns of {AT_ONCE} SMS: median"
        f" {_ms(took, 50):.1f} ms, 99th {_ms(took, 99):.1f} ms, slowest {max(took) * 1000:.0f} ms;"
        f" load {os.getloadavg()[0]:.1f}"
    )
    assert _ms(took, 99) < MOST_WAIT_MS
