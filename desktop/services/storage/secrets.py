"""Passwords and tokens: in the system's keyring, or in memory until the program ends.

The back end is named for each system, never searched for and never taken from the environment
(``PYTHON_KEYRING_BACKEND`` could point to one that writes plain text). Where the system has no
keyring, a person is asked once for each start.
"""

from __future__ import annotations

import logging
import sys
import threading
from typing import Protocol

from keyring.errors import KeyringError

from desktop.errors import SecretMissingError

log = logging.getLogger(__name__)

SERVICE = "solution-desk"

_FAILURES = (KeyringError, RuntimeError, OSError, ValueError)
"""What the keyrings of the systems raise when they are locked, gone or broken."""


class Keyring(Protocol):
    """What the desk needs of a keyring."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Remove the secret."""
        ...


class Secrets:
    """The secrets of this start. Keys are names such as ``websms:user``, never secrets."""

    def __init__(self, keyring: Keyring | None = None) -> None:
        """Take the system's keyring, or None where there is none."""
        self._keyring = keyring
        self._given: dict[str, str] = {}
        self._lock = threading.Lock()

    @property
    def are_kept(self) -> bool:
        """Whether what is stored survives the end of the program."""
        return self._keyring is not None

    def get(self, key: str) -> str:
        """Return the secret named ``key``.

        Raises:
            SecretMissingError: the keyring does not have it and nobody gave it in this start.

        """
        with self._lock:
            if key in self._given:
                return self._given[key]
        secret = self._ask_keyring(key)
        if not secret:
            raise SecretMissingError(key)
        return secret

    def give(self, key: str, secret: str, *, keep: bool = False) -> bool:
        """Take a secret from a person for this start, and with ``keep`` into the keyring.

        Returns whether the keyring has it now.
        """
        with self._lock:
            self._given[key] = secret
        if not keep or self._keyring is None:
            return False
        try:
            self._keyring.set_password(SERVICE, key, secret)
        except _FAILURES as error:
            log.info("the keyring did not keep %s: %s", key, type(error).__name__)
            return False
        return True

    def forget(self, key: str) -> None:
        """Remove a secret here and from the keyring, for instance because it is wrong."""
        with self._lock:
            self._given.pop(key, None)
        if self._keyring is None:
            return
        try:
            self._keyring.delete_password(SERVICE, key)
        except _FAILURES as error:
            log.info("the keyring had no %s: %s", key, type(error).__name__)

    def _ask_keyring(self, key: str) -> str | None:
        if self._keyring is None:
            return None
        try:
            return self._keyring.get_password(SERVICE, key)
        except _FAILURES as error:
            # Locked, or the person closed its window: the same as not having it.
            log.info("the keyring did not give %s: %s", key, type(error).__name__)
            return None


def system_keyring() -> Keyring | None:
    """Return this system's own keyring, or None where none is running."""
    try:
        kind = _kind()
        if not getattr(kind, "priority", 0):
            return None
    except _FAILURES as error:
        log.info("no keyring on this system: %s", type(error).__name__)
        return None
    return kind()


def _kind() -> type[Keyring]:
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring

        return WinVaultKeyring
    if sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as MacKeyring

        return MacKeyring
    from keyring.backends.SecretService import Keyring as SecretServiceKeyring

    return SecretServiceKeyring
