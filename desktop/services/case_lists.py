"""The lists of cases: which each holds, in which order, and how many."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from desktop.models.records.cases import CaseCounts
from desktop.models.records.overview import CaseLine
from desktop.models.states import CaseState
from desktop.models.tables import Case
from desktop.services.case_rows import CLOSED, case_line, case_lines

LONGEST_LIST = 500


class CaseChoice(StrEnum):
    """Which cases a list shows."""

    MINE = "mine"
    OPEN = "open"
    DUE = "due"
    FOLLOW_UP = "follow_up"
    """Closed ones whose follow-up is due; they stand among those that are due, too."""
    PAUSED = "paused"
    CLOSED = "closed"


def lines_of(
    session: Session,
    choice: CaseChoice,
    agent: str,
    *,
    due_before: datetime,
    customer_id: int | None = None,
) -> tuple[CaseLine, ...]:
    """Return the cases of a list: what is due first, then what changed last."""
    statement = _chosen(case_lines(), choice, agent, due_before)
    if customer_id is not None:
        statement = statement.where(Case.customer_id == customer_id)
    statement = statement.order_by(
        Case.due_at.is_(None), Case.due_at, Case.changed_at.desc(), Case.id.desc()
    ).limit(LONGEST_LIST)
    return tuple(case_line(row) for row in session.execute(statement))


def counts_of(session: Session, agent: str, due_before: datetime) -> CaseCounts:
    """Return how many cases each list holds."""
    is_open, is_due = Case.state.not_in(CLOSED), Case.due_at < due_before
    statement = select(
        _sum_if(is_open & (Case.owner == agent)),
        _sum_if(is_open),
        _sum_if(is_due),
        _sum_if(is_due & Case.state.in_(CLOSED)),
        _sum_if(Case.state == CaseState.PAUSED),
        _sum_if(Case.state.in_(CLOSED)),
    )
    return CaseCounts(*(int(count or 0) for count in session.execute(statement).one()))


def _sum_if(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    return func.sum(case((condition, 1), else_=0))


def _chosen(
    statement: Select[*tuple[Any, ...]], choice: CaseChoice, agent: str, due_before: datetime
) -> Select[*tuple[Any, ...]]:
    if choice is CaseChoice.DUE:
        return statement.where(Case.due_at < due_before)
    if choice is CaseChoice.FOLLOW_UP:
        return statement.where(Case.due_at < due_before, Case.state.in_(CLOSED))
    if choice is CaseChoice.CLOSED:
        return statement.where(Case.state.in_(CLOSED))
    statement = statement.where(Case.state.not_in(CLOSED))
    if choice is CaseChoice.MINE:
        return statement.where(Case.owner == agent)
    if choice is CaseChoice.PAUSED:
        return statement.where(Case.state == CaseState.PAUSED)
    return statement
