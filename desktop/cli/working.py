"""The command ``worker``: the sender without a window."""

from __future__ import annotations

import getpass
import sys
import time
from datetime import timedelta

from desktop.cli.arguments import Asked
from desktop.cli.ending import LONGEST_END_S, AskedToEndError, Ending
from desktop.cli.failures import sentence_of
from desktop.cli.output import opened
from desktop.cli.telling import Teller
from desktop.cli.words import Words
from desktop.errors import SecretMissingError, StorageError
from desktop.models.changes import Change
from desktop.models.outcome import OPEN
from desktop.models.states import SmsState
from desktop.services.sending.control import SendingControl
from desktop.services.sending.remaining import DispatchProgress, Remaining, remaining_of
from desktop.services.storage.database import Database
from desktop.services.storage.secrets import Secrets, system_keyring
from desktop.services.storage.settings import SettingsStore

SOMETHING_WAITS = 3
"""Exit status of ``--once`` where something is left that cannot go out now."""

_LOOK_EVERY_S = 0.5
_TELL_EVERY_S = 5.0
_WORTH_WAITING = timedelta(seconds=60)
_NO_PROGRESS_S = 120.0


def work(asked: Asked, words: Words) -> int:
    """Send what is released until it is asked to end, or once; return the exit status.

    Raises:
        SecretMissingError: nobody has given the gateway's password.
        DeskError: the database or the gateway's settings cannot be used.

    """
    with Ending(LONGEST_END_S) as ending, opened(asked, to_write=True) as database:
        control = SendingControl(database, SettingsStore(database), Secrets(system_keyring()))
        worker = _Worker(database, control, Teller("worker", asked, words), words)
        worker.look()  # what is there now; it may be sent before the next look
        try:
            _start(control, _Prompt(asked, words, ending), worker)
        except AskedToEndError:
            worker.tell("ended")
            return 0
        try:
            status = worker.run(ending, once=asked.once)
        finally:
            in_time = control.stop()
        worker.look(at_once=True)
        worker.tell("ended" if in_time else "ended_early")
        return status


class _Prompt:
    """Where the password comes from if not from the keyring; a signal breaks it off."""

    def __init__(self, asked: Asked, words: Words, ending: Ending) -> None:
        self.is_from_input = asked.password_from_input
        self._words = words
        self._ending = ending

    def read(self) -> str:
        """Read the password that somebody hands over."""
        with self._ending.interrupting():
            return sys.stdin.readline().rstrip("\r\n")

    def ask(self, account: str) -> str:
        """Ask the person at the terminal."""
        with self._ending.interrupting():
            return getpass.getpass(self._words("worker.password", account=account))


def _start(control: SendingControl, prompt: _Prompt, worker: _Worker) -> None:
    """Start; ask for the password where the keyring has none and somebody can be asked."""
    if prompt.is_from_input:
        control.give_secret(prompt.read(), keep=False)
    try:
        recovery = control.start()
    except SecretMissingError as error:
        if not sys.stdin.isatty():
            raise
        control.give_secret(prompt.ask(error.key.partition(":")[2]), keep=False)
        recovery = control.start()
    account = control.account()
    worker.tell("started_test" if account.test_mode else "started", account=account.account)
    if recovery.unclear:
        worker.tell("recovered", count=recovery.unclear)


class _Worker:
    """Watches the sender: wakes it for a colleague's changes and tells what becomes of it."""

    def __init__(
        self, database: Database, control: SendingControl, tell: Teller, words: Words
    ) -> None:
        self.tell = tell
        self._database = database
        self._control = control
        self._words = words
        self._versions = dict(database.versions())
        self._moved_s = time.monotonic()
        self._seen = Remaining(())
        self._told: dict[str, tuple[DispatchProgress, float]] = {}

    def run(self, ending: Ending, *, once: bool) -> int:
        """Watch until the end is asked for or, with ``once``, nothing can go out any more."""
        while not ending.wait(_LOOK_EVERY_S):
            try:
                self._hear_others()
                remaining = self.look()
            except StorageError as error:
                self.tell("trouble", sentence=sentence_of(error, self._words))
                continue
            if once and self._is_over(remaining):
                self.tell("waits" if remaining.waiting else "nothing_left", count=remaining.waiting)
                return SOMETHING_WAITS if remaining.waiting else 0
        return 0

    def look(self, *, at_once: bool = False) -> Remaining:
        """Look at what is left, and tell what has changed: a state at once, counts now and then."""
        account = self._control.account()
        remaining = remaining_of(
            self._database, account.account, test_mode=account.test_mode, also=self._told
        )
        now_s = time.monotonic()
        if remaining != self._seen:
            self._seen, self._moved_s = remaining, now_s
        for one in remaining.dispatches:
            before, told_s = self._told.get(one.dispatch_no, (None, 0.0))
            is_due = at_once or now_s - told_s >= _TELL_EVERY_S
            if before is None or before.state is not one.state or (before != one and is_due):
                self._told[one.dispatch_no] = one, now_s
                self._tell(one)
        if remaining.paused_reason:
            self.tell("paused", reason=remaining.paused_reason, code=remaining.paused_code)
        other = self._control.waits_for
        if other is not None:
            self.tell("other", host=other.host)
        trouble = self._control.trouble
        if trouble is not None:
            self.tell("trouble", sentence=sentence_of(trouble, self._words))
        return remaining

    def _hear_others(self) -> None:
        """Another desk releases and pauses, and may change the settings, in the same database."""
        versions = dict(self._database.versions())
        changed = {kind for kind in versions if versions[kind] != self._versions.get(kind)}
        self._versions = versions
        if Change.SETTINGS in changed:
            self._control.restart()
        elif Change.DISPATCHES in changed:
            self._control.wake()

    def _is_over(self, remaining: Remaining) -> bool:
        if not remaining.is_any_going or remaining.paused_reason:
            return True
        if any(one.count(SmsState.SENDING) for one in remaining.dispatches):
            return False
        next_at = self._control.next_at
        if next_at is not None and next_at - self._database.clock() > _WORTH_WAITING:
            return True
        return time.monotonic() - self._moved_s > _NO_PROGRESS_S

    def _tell(self, one: DispatchProgress) -> None:
        self.tell(
            "dispatch",
            dispatch=one.dispatch_no,
            state=self._words(f"status.states.{one.state.value}"),
            recipients=one.recipients,
            waiting=one.count(*OPEN),
            accepted=one.count(SmsState.ACCEPTED),
            delivered=one.count(SmsState.DELIVERED),
            failed=one.count(SmsState.FAILED, SmsState.UNDELIVERABLE),
            unclear=one.count(SmsState.UNCLEAR),
        )
