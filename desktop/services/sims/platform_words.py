"""What the Business Platform said last about a number, as a record."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.models.records.platform import PlatformState
from desktop.models.tables import PlatformNumber


def platform_state(session: Session, sim_id: int) -> PlatformState | None:
    """Return the platform's own words on a number, None where it is carried by a SIM card."""
    row = session.get(PlatformNumber, sim_id)
    if row is None:
        return None
    return PlatformState(
        platform_id=row.platform_id,
        name=row.name,
        status=row.status,
        quality=row.quality,
        messaging_limit=row.messaging_limit,
        name_status=row.name_status,
        can_send=row.can_send,
        hints=tuple(str(hint) for hint in row.hints),
        read_at=row.read_at,
    )
