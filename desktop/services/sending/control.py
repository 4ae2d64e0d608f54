"""The sender of this desk: built from the settings, started and stopped by the window.

control = SendingControl(database, settings_store, secrets)
control.start()       settles what a crash left, then sends; raises SecretMissingError
control.wake()        after a release, a resume, a stop, or a colleague's change
control.restart()     after the gateway's settings changed
control.waits_for     another desk that sends instead, and until when it is waited for
control.account()     which account a release goes to, and whether it is a test
control.stop()        bounded; call it before the database is closed
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime

from desktop.errors import StorageError
from desktop.models.changes import Change
from desktop.services.receiving.address import report_path
from desktop.services.sending.claims import Judge
from desktop.services.sending.freeze import FreezeGuard
from desktop.services.sending.gateways.base import Gateway
from desktop.services.sending.gateways.opening import (
    GatewayAccount,
    account_of,
    open_gateway,
    secret_key,
)
from desktop.services.sending.lease import OtherSender
from desktop.services.sending.options import SenderOptions
from desktop.services.sending.policy import Policy, Recovery
from desktop.services.sending.sender import Sender
from desktop.services.storage.database import Database
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore

log = logging.getLogger(__name__)


class SendingControl:
    """Holds at most one running sender."""

    def __init__(
        self,
        database: Database,
        settings: SettingsStore,
        secrets: Secrets,
        *,
        rehearsal: bool = False,
    ) -> None:
        """Prepare; with ``rehearsal`` (demonstration) test SMS count as reminders."""
        self._database = database
        self._settings = settings
        self._secrets = secrets
        self._rehearsal = rehearsal
        self.guard = FreezeGuard(database, rehearsal=rehearsal)
        self._sender: Sender | None = None
        self._trouble: StorageError | None = None
        self._lock = threading.Lock()

    @property
    def is_running(self) -> bool:
        """Whether a sender of this desk is at work or waiting for some."""
        return self._sender is not None

    @property
    def trouble(self) -> StorageError | None:
        """Why nothing can be written down, and so nothing is sent; None if all is well."""
        return self._trouble

    @property
    def waits_for(self) -> OtherSender | None:
        """Who sends for our account instead of this desk, and until when we wait for a sign of it.

        After a crash of another computer, or of this one where nothing proves it, that is the end
        of the dead sender's lease. None while it is this desk's turn, or nothing is running.
        """
        sender = self._sender
        return sender.waits_for if sender is not None else None

    @property
    def next_at(self) -> datetime | None:
        """When something is due next, as far as the sender knows; None if it does not."""
        sender = self._sender
        return sender.next_at if sender is not None else None

    def account(self) -> GatewayAccount:
        """Return the account of the settings.

        Raises:
            StorageError: the settings cannot be read.

        """
        return account_of(self._settings.load().gateway)

    def secret_key(self) -> str | None:
        """Return the name of the secret that the gateway needs, or None.

        Raises:
            StorageError: the settings cannot be read.

        """
        return secret_key(self._settings.load().gateway)

    def give_secret(self, secret: str, *, keep: bool) -> bool:
        """Take the gateway's secret from a person; return whether the keyring keeps it.

        Raises:
            StorageError: the settings cannot be read.

        """
        key = self.secret_key()
        return self._secrets.give(key, secret, keep=keep) if key else False

    def start(self) -> Recovery:
        """Settle what a crash left behind and begin to send; harmless when already begun.

        Raises:
            SecretMissingError: somebody has to give the gateway's secret first.
            InsecureGatewayError: its address has no TLS.
            StorageError: the database cannot be read or written.

        """
        with self._lock:
            if self._sender is not None:
                return Recovery({})
            self.guard.look()
            sender = self._build()
            recovery = sender.recover()
            sender.start()
            self._sender = sender
        if recovery.unclear:
            log.info("after a crash %d SMS are unclear", recovery.unclear)
        return recovery

    def stop(self) -> bool:
        """End between two SMS; return whether everything under way was written down in time."""
        with self._lock:
            sender, self._sender = self._sender, None
        if sender is None:
            return True
        in_time = sender.stop()
        try:
            self.guard.remember()
        except StorageError as error:
            log.info("how far sending came cannot be kept: %s", type(error).__name__)
        return in_time

    def restart(self) -> Recovery:
        """Take over changed settings.

        Raises:
            SecretMissingError: the new gateway needs a secret; nothing is sent until ``start``.
            StorageError: the database cannot be read or written.

        """
        self.stop()
        return self.start()

    def wake(self) -> None:
        """Let the sender look at once whether there is something to do; never waits."""
        # Without the lock: a start may hold it while it waits for the database.
        sender = self._sender
        if sender is not None:
            sender.wake()

    def check(self) -> None:
        """Ask the gateway without sending anything; for status and the settings page.

        Raises:
            GatewayError: it is not there, or does not let us in.
            SecretMissingError: somebody has to give its secret first.

        """
        settings = self._settings.load().gateway
        gateway = open_gateway(settings, self._secrets, self._database.clock)
        try:
            gateway.check()
        finally:
            gateway.close()

    def open_gateway(self) -> Gateway:
        """Return the gateway of the settings for a single SMS; whoever asks closes it.

        Raises:
            SecretMissingError: somebody has to give its secret first.
            InsecureGatewayError: its address has no TLS.
            StorageError: the settings cannot be read.

        """
        return open_gateway(self._settings.load().gateway, self._secrets, self._database.clock)

    def _build(self) -> Sender:
        settings = self._settings.load()
        path = report_path(self._database) if settings.gateway.callback_url else ""
        gateway = open_gateway(settings.gateway, self._secrets, self._database.clock, path)
        judge = Judge(settings.reminders, None if gateway.test_mode else settings.window)
        policy = Policy(judge, float(settings.gateway.per_second), self._rehearsal)
        options = SenderOptions(
            policy,
            settings.gateway.connections,
            on_trouble=self._note_trouble,
        )
        return Sender(self._database, gateway, options)

    def _note_trouble(self, error: StorageError | None) -> None:
        """Hear after each turn whether it could be written down; tell where that has changed."""
        before, self._trouble = self._trouble, error
        if type(before) is not type(error):
            self._database.publish(Change.DISPATCHES)
        if error is None:
            self.guard.remember_now_and_then()
