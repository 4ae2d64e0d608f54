"""Senders, and releases, as processes of their own which a test can kill many times a second.

``Nursery`` starts one process that has imported the program once; each job is a fork of it. With
a boundary a job kills itself there, as a crash would. It ends by itself when nothing is left.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self

from sqlalchemy import select

from desktop.models.states import DispatchState
from desktop.models.tables import Dispatch
from desktop.services.http import Timeouts
from desktop.services.sending import lease
from desktop.services.sending.claims import Judge
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.sending.options import SenderOptions
from desktop.services.sending.policy import Policy
from desktop.services.sending.sender import Sender
from desktop.services.storage.database import Database
from tests.support.boundaries import Crash, set_boundaries
from tests.support.journals import use_journal
from tests.support.sending import RunningClock, World

HANG_S = 6.0
"""So long a job waits for an answer."""

_LONGEST_S = 600.0
_OPEN = (DispatchState.COUNTDOWN, DispatchState.SENDING)


@dataclass(frozen=True)
class Job:
    """What a process does: ``send`` all there is, or ``release`` a case."""

    database: str
    gateway: str
    now: str
    journal: str = ""
    boundary: str = ""
    passes: int = 1
    case_id: int = 0
    account: str = ""

    def run(self) -> None:
        use_journal(self.journal)
        database = Database(self.database, clock=RunningClock(datetime.fromisoformat(self.now)))
        set_boundaries(database, Crash(self.boundary, self.passes))
        if self.case_id:
            World(database, self.account).release(case_id=self.case_id)
        else:
            _send(database, self.gateway)
        database.close()


def _send(database: Database, url: str) -> None:
    # What a throttled gateway makes wait for minutes takes moments here.
    lease.PAUSES_S = (0.05,) * 7
    account = WebSmsAccount("secret word", "desk", url, test_mode=False)
    policy = Policy(judge=Judge(window=None), per_second=1000.0)
    options = SenderOptions(
        policy=policy, unclear_in_a_row=1_000_000, storage_pause_s=0.05, look_again_s=0.05
    )
    sending = Sender(database, WebSms(account, Timeouts(HANG_S, HANG_S)), options)
    sending.recover()
    sending.start()
    deadline_s = time.monotonic() + _LONGEST_S
    while _is_open(database) and time.monotonic() < deadline_s:
        time.sleep(0.05)
    sending.stop()


def _is_open(database: Database) -> bool:
    with database.read() as session:
        statement = select(Dispatch.id).where(Dispatch.state.in_(_OPEN)).limit(1)
        return session.scalar(statement) is not None


# ------------------------------------------------------------------------------ the test's side


class Nursery:
    """Starts and kills jobs; use it as a context manager. None survives it."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.sender_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def start(self, job: Job) -> int:
        """Returns the number of the process."""
        return self._ask("start", asdict(job))

    def kill(self, pid: int) -> None:
        """Kills a process, as a power cut would, and waits until it is gone."""
        os.kill(pid, signal.SIGKILL)
        self.wait(pid)

    def wait(self, pid: int) -> int:
        """Returns the exit status of a process, negative for the signal that killed it."""
        return self._ask("wait", pid)

    def _ask(self, what: str, value: object) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([what, value]) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


# --------------------------------------------------------------------------- the nursery's side


def main() -> None:
    """Starts jobs and waits for them as it is told, line by line."""
    running: set[int] = set()
    answers: dict[str, Callable[[Any], int]] = {
        "start": lambda job: _fork(Job(**job), running),
        "wait": lambda pid: _wait(pid, running),
    }
    for line in sys.stdin:
        what, value = json.loads(line)
        print(answers[what](value), flush=True)
    for pid in running:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _fork(job: Job, running: set[int]) -> int:
    pid = os.fork()
    if pid:
        running.add(pid)
        return pid
    status = 1
    try:
        # What comes and goes through these pipes is between the nursery and the test.
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(2, 1)
        job.run()
        status = 0
    except BaseException:  # noqa: BLE001  a fork must never return into the nursery's loop
        traceback.print_exc()
    finally:
        os._exit(status)


def _wait(pid: int, running: set[int]) -> int:
    deadline_s = time.monotonic() + _LONGEST_S + 10
    while True:
        gone, status = os.waitpid(pid, os.WNOHANG)
        if gone:
            running.discard(pid)
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > deadline_s:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.005)


if __name__ == "__main__":
    main()
