"""The follow-ups of closed cases: each stands in the lists of what is due until it is settled.

A case that is closed with a follow-up date keeps it, whoever closes it, in ``Case.due_at``. Before
it is closed the date belongs to the wrap-up, and is part of the draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import ConflictError, InvalidValueError, TransitionError
from desktop.models.changes import Change
from desktop.models.records.cases import CaseRecord
from desktop.models.tables import Case
from desktop.services.case_rows import CLOSED, record_of
from desktop.services.case_writing import get_case, touch, write_down
from desktop.services.storage.database import Database

_A_DAY = timedelta(days=1)


class FollowUps:
    """Settles and moves the follow-ups of closed cases."""

    def __init__(self, database: Database) -> None:
        """Keep them in ``database``."""
        self._database = database

    def settle(self, case_id: int, *, seen: datetime, result: str, agent: str) -> CaseRecord:
        """Mark the follow-up that was ``seen`` as done, with what came of it.

        Raises:
            InvalidValueError: it is not said what came of it.
            ConflictError: a colleague settled or moved it meanwhile.
            TransitionError: the case is open; its wrap-up holds the date.
            NotFoundError: there is no such case.

        """
        result = _said("result", result)
        with self._database.write(Change.CASES) as session:
            found = _as_seen(session, case_id, seen)
            found.due_at = None
            facts = {"follow_up": seen.isoformat(), "result": result}
            return self._changed(session, found, "follow_up_done", agent, facts)

    def move(
        self, case_id: int, *, seen: datetime | None, due_at: datetime, reason: str, agent: str
    ) -> CaseRecord:
        """Look at a closed case on another day, or once more where nothing was left to do.

        ``seen`` is the date that the agent saw, None without one.

        Raises:
            InvalidValueError: the day lies in the past, or no reason is given.
            ConflictError: a colleague settled or moved it meanwhile.
            TransitionError: the case is open; its wrap-up holds the date.
            NotFoundError: there is no such case.

        """
        reason = _said("reason", reason)
        if due_at <= self._database.clock() - _A_DAY:
            raise InvalidValueError("due_at", "past")
        with self._database.write(Change.CASES) as session:
            found = _as_seen(session, case_id, seen)
            found.due_at = due_at
            facts = {"follow_up": due_at.isoformat(), "reason": reason}
            if seen is not None:
                facts["follow_up_before"] = seen.isoformat()
            return self._changed(session, found, "follow_up_moved", agent, facts)

    def _changed(
        self, session: Session, found: Case, act: str, agent: str, facts: Mapping[str, Any]
    ) -> CaseRecord:
        now = self._database.clock()
        touch(found, now)
        write_down(session, found, act, agent=agent, at=now, facts=facts)
        session.flush()
        return record_of(session, found)


def _as_seen(session: Session, case_id: int, seen: datetime | None) -> Case:
    """Return the row of a closed case whose follow-up is still the one that was seen."""
    found = get_case(session, case_id)
    if found.state not in CLOSED:
        raise TransitionError("follow_up", found.state, "settled")
    if found.due_at != seen:
        raise ConflictError(found.case_no)
    return found


def _said(field: str, text: str) -> str:
    """Return what was said, without the space around it."""
    if not text.strip():
        raise InvalidValueError(field, "missing")
    return text.strip()
