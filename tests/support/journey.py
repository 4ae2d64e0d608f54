"""A desk that sends through the real client to a server on loopback, for journeys of two agents.

As a program it is the first agent: works on a case up to the middle, lays it aside, says so, and
waits to be killed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import make_application
from desktop.models.case_selection import recipient_list
from desktop.models.settings import GatewayKind, GatewaySettings, LimitSettings
from desktop.models.states import DispatchState, SmsState
from desktop.services.sending.gateways.opening import secret_key
from desktop.services.storage.database import Database
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore
from tests.faults import FaultServer
from tests.support.cases import CaseWorker
from tests.support.sending import RunningClock
from tests.support.window import AGENT, PATIENCE_MS, opened_desk

WORKDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday, eleven in the morning in Vienna."""

REMINDER, CHANGE = "reminder", "change"
PAUSED = "paused"
_STRETCH = 100
SECOND = "Jana Kofler"
"""Who releases large dispatches as well."""

_PASSWORD = "only for this test"


def connect(database: Database, server: FaultServer, *, per_second: int = 50) -> None:
    """Let the desk on this database send to the server, after a short countdown."""
    settings = SettingsStore(database)
    gateway = GatewaySettings(
        kind=GatewayKind.WEBSMS,
        base_url=server.url,
        username="desk",
        test_mode=False,
        per_second=per_second,
    )
    settings.save("gateway", gateway, AGENT)
    settings.save("limits", LimitSettings(countdown_s=5), AGENT)


@contextmanager
def desk_of(
    qtbot: QtBot, database: Database, folder: Path, agent: str = AGENT
) -> Iterator[CaseWorker]:
    """Open the desk of an agent who knows the gateway's password."""
    secrets = Secrets()
    key = secret_key(SettingsStore(database).load().gateway)
    assert key is not None
    secrets.give(key, _PASSWORD)
    with opened_desk(qtbot, database, folder, secrets=secrets) as person:
        person.app.desk.person.rename(agent)
        person.settles()
        yield CaseWorker(person)


def work_until_recipients(worker: CaseWorker, kind: str, service_id: int) -> None:
    """Lead a case from the search for the caller to the list of its recipients, by keyboard."""
    service = worker.person.app.services.customers.service(service_id)
    if kind == REMINDER:
        worker.begin_by_keys(service.sender_number or "")
        worker.verify()
        worker.record()
    else:
        worker.begin_change_by_keys(service.sender_number or "", service.service_no)
        worker.replace_number()
        worker.want_notice()


@dataclass(frozen=True)
class Previewed:
    """What the window showed before the release."""

    listed: int
    numbers: frozenset[str]


def send_the_rest(worker: CaseWorker, server: FaultServer, case_id: int = 1) -> Previewed:
    """Go from the recipients to the end of a case, by keyboard; return what was previewed."""
    services = worker.person.app.services
    worker.agree("recipients", "text")
    worker.agree("text", "release")
    draft = worker.page.case.draft
    shown = Previewed(draft.listed, _numbers(worker))
    assert draft.recipients == len(shown.numbers)
    _sign(worker, draft.recipients)
    worker.go_on()
    worker.person.waits_until(lambda: services.cases.get(case_id).dispatch_id is not None)
    dispatch_id = services.cases.get(case_id).dispatch_id
    assert dispatch_id is not None
    worker.view("sending")
    # The server is asked, not the database, which has enough to do; and no wait is a long one.
    for so_many in [*range(0, draft.recipients, _STRETCH), draft.recipients]:
        worker.person.waits_until(lambda so_many=so_many: len(server.taken) >= so_many)  # type: ignore[misc]  # bound
    worker.person.waits_until(
        lambda: services.dispatch_lists.get(dispatch_id).state is DispatchState.DONE
    )
    worker.go_on()
    worker.view("wrap_up")
    worker.go_on()
    worker.person.sees("start_page")
    return shown


def _sign(worker: CaseWorker, recipients: int) -> None:
    """Do what a release of so many needs; Enter and Space never release."""
    limits = worker.person.app.services.settings.load().limits
    if recipients <= limits.second_release_above:
        worker.focus_is_on("primary")
        return
    worker.focus_is_on("secondAgent")
    worker.type(SECOND)
    worker.lead_to("typedCount")
    worker.type(str(recipients))


def _numbers(worker: CaseWorker) -> frozenset[str]:
    """Return the numbers of the list that the release is about to freeze."""
    case = worker.page.case
    services = worker.person.app.services
    rules = services.settings.load().reminders
    wanted = recipient_list(case.draft, case.file.record.customer_id)
    assert wanted is not None
    rows = services.recipients.page(wanted, rules, reason=None, rows=10_000)
    return frozenset(row.e164 for row in rows)


def ledger_of(server: FaultServer) -> list[str]:
    """Return the numbers that the server took an SMS for, each as often as it did."""
    return sorted(f"+{taken.recipient.lstrip('+')}" for taken in server.taken)


def assert_just_previewed(
    worker: CaseWorker, server: FaultServer, shown: Previewed, dispatch_id: int = 1
) -> None:
    """Hold the ledger of the gateway and the books against what was shown before the release."""
    assert ledger_of(server) == sorted(shown.numbers)
    balance = worker.person.app.services.dispatch_lists.balance(dispatch_id)
    assert balance.adds_up
    assert (balance.listed, balance.recipients) == (shown.listed, len(shown.numbers))
    assert balance.count(SmsState.ACCEPTED) == len(shown.numbers)


# -------------------------------------------------------------------------- the first agent


def kill_when_paused(url: str, folder: Path, kind: str, service_id: int) -> None:
    """Let the first agent work in a process of its own, and kill it when the case is paused."""
    command = [sys.executable, "-m", "tests.support.journey", url, str(folder), kind]
    first = subprocess.Popen([*command, str(service_id)], stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    try:
        said = first.stdout.readline().strip()
    finally:
        first.kill()
        first.wait()
        first.stdout.close()
    assert said == PAUSED


class _Patience:
    """Waits as the bot of the tests does."""

    def waitUntil(self, happened: Callable[[], bool], timeout: int = PATIENCE_MS) -> None:
        ends_at = time.monotonic() + timeout / 1_000
        while not happened():
            assert time.monotonic() < ends_at
            QTest.qWait(10)


def _main(url: str, folder: str, kind: str, service_id: str) -> None:
    application = make_application()
    database = Database(url, clock=RunningClock(WORKDAY))
    with desk_of(cast("QtBot", _Patience()), database, Path(folder)) as worker:
        work_until_recipients(worker, kind, int(service_id))
        worker.pause("Chefin fragen")
        print(PAUSED, flush=True)
        while application is not None:
            QTest.qWait(1_000)


if __name__ == "__main__":
    _main(*sys.argv[1:])
