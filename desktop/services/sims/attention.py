"""What on the sender numbers needs attention, beside blocks, warnings and the stock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.models.records.overview import Attention, AttentionKind
from desktop.models.settings import SimSettings
from desktop.services.sims.conflicts import open_conflicts
from desktop.services.sims.stalled import stalled_services


def to_decide(session: Session) -> Iterator[Attention]:
    """Yield one line for all reports that contradict the books, naming the first number."""
    conflicts = open_conflicts(session)
    if conflicts:
        first = conflicts[0]
        yield Attention(
            AttentionKind.NUMBERS_TO_DECIDE,
            count=len(conflicts),
            customer=first.customer,
            service=first.service,
            sim_id=first.sim_id,
            since=first.found_at,
        )


def stalled(session: Session, rules: SimSettings, now: datetime) -> Iterator[Attention]:
    """Yield a line for each service whose contacts do not come back."""
    for one in stalled_services(session, rules, now):
        yield Attention(
            AttentionKind.REGISTRATION_STALLED,
            count=one.pending,
            limit=one.before,
            customer_id=one.customer_id,
            customer=one.customer,
            service=one.service,
            sim_id=one.sim_id,
            since=one.replaced_at,
        )
