"""The columns of the list of cases, in the order and widths of the start page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.models.records.overview import CaseLine
from desktop.models.states import CaseState
from desktop.views.desk import Desk
from desktop.views.step_words import step_word
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.words import heading, state_kind, word

_CLOSED = (CaseState.DONE, CaseState.ABANDONED)
SERVICE, OWNER, AGE = "service", "owner", "age"
ROOM_FOR = {SERVICE: 1180, OWNER: 1000, AGE: 900}
"""From which width of the page on, in px at 100 %, a column is shown."""


def case_columns(desk: Desk) -> Sequence[Column[CaseLine]]:
    """Return the columns: which case, where it stands, whose it is, and when it is due."""
    return [*_which(), *_where_it_stands(), *_whose(desk)]


def _which() -> list[Column[CaseLine]]:
    return [
        Column(
            "case_no",
            QCoreApplication.translate("CaseColumns", "Case"),
            lambda case: case.case_no,
            CellKind.MUTED,
            width=120,
            sort=lambda case: case.case_no,
        ),
        Column(
            "customer",
            QCoreApplication.translate("CaseColumns", "Customer"),
            lambda case: case.customer,
            CellKind.STRONG,
            stretch=True,
            sort=lambda case: case.customer.casefold(),
        ),
        Column(
            SERVICE,
            QCoreApplication.translate("CaseColumns", "Service"),
            lambda case: case.service or "–",
            width=144,
            sort=lambda case: case.service.casefold(),
        ),
        Column(
            "kind",
            QCoreApplication.translate("CaseColumns", "Request"),
            lambda case: heading(case.kind),
            width=160,
            sort=lambda case: case.kind,
        ),
    ]


def _where_it_stands() -> list[Column[CaseLine]]:
    return [
        Column(
            "step",
            QCoreApplication.translate("CaseColumns", "Step"),
            lambda case: step_word(case.step),
            width=112,
        ),
        Column(
            "state",
            QCoreApplication.translate("CaseColumns", "State"),
            lambda case: word(case.standing),
            CellKind.STATE,
            width=152,
            state=lambda case: state_kind(case.standing),
            sort=lambda case: case.standing,
        ),
    ]


def _whose(desk: Desk) -> list[Column[CaseLine]]:
    clock, formats = desk.services.database.clock, desk.formats
    return [
        Column(
            OWNER,
            QCoreApplication.translate("CaseColumns", "Agent"),
            lambda case: _whose_now(case, clock()),
            width=128,
            sort=lambda case: case.owner.casefold(),
        ),
        Column(
            AGE,
            QCoreApplication.translate("CaseColumns", "Opened"),
            lambda case: formats.recent(case.opened_at, clock()),
            CellKind.MUTED,
            right=True,
            width=88,
            sort=lambda case: case.opened_at,
        ),
        Column(
            "due",
            QCoreApplication.translate("CaseColumns", "Due, closed"),
            lambda case: _end_of(desk, case),
            right=True,
            width=112,
            gap=0,
            strong=lambda case: _is_today(desk, case),
            sort=lambda case: (case.due_at is None, case.due_at or case.opened_at),
        ),
    ]


def held_by(case: CaseLine, now: datetime) -> str:
    """Return the agent who has a case open now; "" if nobody has."""
    return case.lease.agent if case.lease is not None and case.lease.is_live(now) else ""


def _whose_now(case: CaseLine, now: datetime) -> str:
    """Return whose case it is; who has it open at this moment is named with a "now"."""
    holder = held_by(case, now)
    if not holder:
        return case.owner
    return QCoreApplication.translate("CaseColumns", "{}, now").format(holder)


def _end_of(desk: Desk, case: CaseLine) -> str:
    """Return when it is due, or when it was closed for good."""
    now = desk.services.database.clock()
    if case.state in _CLOSED and case.due_at is None:
        return desk.formats.recent(case.closed_at, now)
    return desk.formats.due(case.due_at, now)


def _is_today(desk: Desk, case: CaseLine) -> bool:
    now = desk.services.database.clock()
    return case.due_at is not None and desk.formats.days_between(now, case.due_at) <= 0
