"""Tells pages and other desks what an outbox has changed, but not a hundred times a second."""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta

from desktop.errors import StorageError
from desktop.models.changes import Change
from desktop.services.sending.books import check_books
from desktop.services.sending.claims import Claim
from desktop.services.storage.database import Database

log = logging.getLogger(__name__)

_TELL_EVERY_S = 0.5


class News:
    """What one outbox has written and not yet told."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._told_s = 0.0
        self._untold = False
        self._ended: list[int] = []

    def due(self, *, answered: bool) -> tuple[Change, ...]:
        """Return what to tell with the transaction that begins now."""
        self._untold = self._untold or answered
        now_s = time.monotonic()
        if not self._untold or now_s - self._told_s < _TELL_EVERY_S:
            return ()
        self._told_s = now_s
        self._untold = False
        return (Change.DISPATCHES,)

    def tell_the_rest(self, claim: Claim, now: datetime) -> None:
        """Tell the end of a dispatch at once, with its books checked, and the rest a moment later.

        The claim is committed: whatever the database says now, its SMS have to be handed on.
        """
        self._ended += claim.ended
        self._untold |= claim.paused or claim.excluded > 0
        try:
            if self._ended:
                check_books(self._database, self._ended)
                self.tell(Change.DISPATCHES, Change.CONTACTS, Change.CASES)
                self._ended.clear()
                self._untold = False
        except StorageError as error:
            log.info("the end of a dispatch is told later: %s", type(error).__name__)
            self._untold = True
        except Exception:
            # A bug of whoever listens must not keep the SMS of this claim from going out.
            log.exception("the end of a dispatch could not be told")
            self._ended.clear()
        if self._untold:
            claim.tell_at = now + timedelta(seconds=_TELL_EVERY_S)

    def tell(self, *changes: Change) -> None:
        """Publish changes that are committed already."""
        with self._database.write(*changes):
            pass
