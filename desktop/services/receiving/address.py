"""The secret part of the address that gateways bring their reports to.

It is made once for a database and shared by all its desks and receivers: the desk that sends has
to name it to the gateway, the receiver, on another computer perhaps, has to know it. So it lies in
the database beside the numbers that it protects, not in the keyring of one computer.
"""

from __future__ import annotations

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.tables import Setting
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.dialect import upsert

_KEY = "receiver"
_BYTES = 32


def report_path(database: Database) -> str:
    """Return the secret path; it is made when it is asked for the first time.

    Raises:
        StorageError: the database cannot be read, or not be written the first time.

    """
    with database.read() as session:
        known = _known(session)
    return known or _make(database)


def _make(database: Database) -> str:
    now = database.clock()
    with database.write() as session:
        fresh = upsert(session, Setting).values(
            key=_KEY,
            value={"path": secrets.token_urlsafe(_BYTES)},
            changed_at=now,
            changed_by="",
        )
        session.execute(fresh.on_conflict_do_nothing())
        known = _known(session)
        if known is None:
            # Somebody put something else there; what is not readable protects nothing.
            known = secrets.token_urlsafe(_BYTES)
            session.merge(Setting(key=_KEY, value={"path": known}, changed_at=now, changed_by=""))
        audit.record(session, audit.Act("receiver.path_made", "", now, {}))
        return known


def _known(session: Session) -> str | None:
    value = session.scalar(select(Setting.value).where(Setting.key == _KEY))
    path = value.get("path") if isinstance(value, dict) else None
    return path if isinstance(path, str) and path else None
