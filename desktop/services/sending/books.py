"""The books of a dispatch, counted when it ends: whoever does not add up is marked and told.

Every page counts the books anew when it shows them. Here a dispatch that ended with wrong ones is
marked for good, so that a list shows it too, and the audit log knows when it was found.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable

from sqlalchemy import update

from desktop.models.changes import Change
from desktop.models.tables import Dispatch
from desktop.services.sending.dispatch_lists import balance_of
from desktop.services.storage import audit
from desktop.services.storage.database import Database

log = logging.getLogger(__name__)

DOES_NOT_ADD_UP = "does_not_add_up"
"""The ``state_reason`` of a dispatch that ended with wrong books."""


def check_books(database: Database, dispatch_ids: Iterable[int]) -> None:
    """Count dispatches that have just ended and mark each whose books are wrong.

    Raises:
        StorageError: the database cannot be read or written.

    """
    for dispatch_id in dispatch_ids:
        with database.read() as session:
            dispatch = session.get_one(Dispatch, dispatch_id)
            balance = balance_of(session, dispatch)
        if not balance.adds_up:
            log.error("dispatch %s does not add up", dispatch.dispatch_no)
            _mark(database, dispatch, balance.wrong_rows)


def _mark(database: Database, dispatch: Dispatch, rows: tuple[int, ...]) -> None:
    facts = {"dispatch": dispatch.dispatch_no, "sms": list(rows)}
    with database.write(Change.DISPATCHES) as session:
        session.execute(
            update(Dispatch).where(Dispatch.id == dispatch.id).values(state_reason=DOES_NOT_ADD_UP)
        )
        act = audit.Act(
            DOES_NOT_ADD_UP,
            "sender",
            database.clock(),
            facts,
            dispatch.customer_id,
            dispatch.case_id,
        )
        audit.record(session, act)
