"""Running numbers that people say aloud: a letter, the year, a count that starts anew each year."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.services.storage.dialect import lock_for_transaction

_LOCK = 0x4E_75_6D_62


def next_number(
    session: Session, column: InstrumentedAttribute[str], letter: str, moment: datetime
) -> str:
    """Return the number after the highest in ``column``, for instance ``A-2026-0042``.

    Belongs into the write transaction that uses the number: until its commit no other session
    gets one. Above 9999 in a year the numbers grow longer.
    """
    lock_for_transaction(session, _LOCK)
    beginning = f"{letter}-{moment.year}-"
    in_year = column.between(beginning, beginning + "~")
    longest = select(func.max(func.length(column))).where(in_year).scalar_subquery()
    highest = session.scalar(
        select(func.max(column)).where(in_year, func.length(column) == longest)
    )
    count = int(highest.removeprefix(beginning)) if highest else 0
    return f"{beginning}{count + 1:04d}"
