"""What the services that change cases share: the row, its revision, its line in the log."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.tables import Case
from desktop.services.storage import audit


def get_case(session: Session, case_id: int) -> Case:
    """Return the row of a case.

    Raises:
        NotFoundError: there is no such case.

    """
    found = session.get(Case, case_id)
    if found is None:
        raise NotFoundError("case", str(case_id))
    return found


def touch(found: Case, now: datetime) -> None:
    """Say that a case was changed: who holds an older revision has to read it anew."""
    found.changed_at = now
    found.revision += 1


def write_down(
    session: Session,
    found: Case,
    act: str,
    *,
    agent: str,
    at: datetime,
    facts: Mapping[str, Any],
) -> None:
    """Enter an act on a case into the audit log."""
    audit.record(session, audit.Act(act, agent, at, facts, found.customer_id, found.id))
