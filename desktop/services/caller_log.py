"""What both ways of checking a caller write down: who checked whom, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.services.storage import audit


def write_down(
    session: Session,
    act: str,
    customer_id: int,
    *,
    agent: str,
    at: datetime,
    facts: Mapping[str, object] | None = None,
) -> None:
    """Enter an act on a customer's caller into the audit log."""
    audit.record(session, audit.Act(act, agent, at, facts or {}, customer_id=customer_id))
