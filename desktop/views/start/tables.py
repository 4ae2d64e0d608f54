"""The columns of the tables on the start page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.customers import Visit
from desktop.models.records.overview import CaseLine
from desktop.views.desk import Desk
from desktop.views.step_words import step_word
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.words import heading, state_kind, word


def case_columns(desk: Desk) -> list[Column[CaseLine]]:
    """Return the columns of *my open cases*."""
    return [*_which_case(), *_where_it_stands(desk)]


def _which_case() -> list[Column[CaseLine]]:
    return [
        Column(
            "case_no",
            QCoreApplication.translate("StartTables", "Case"),
            lambda case: case.case_no,
            CellKind.MUTED,
            width=112,
        ),
        Column(
            "customer",
            QCoreApplication.translate("StartTables", "Customer"),
            lambda case: case.customer,
            CellKind.STRONG,
            stretch=True,
        ),
        Column(
            "kind",
            QCoreApplication.translate("StartTables", "Request"),
            lambda case: heading(case.kind),
            width=160,
        ),
        Column(
            "step",
            QCoreApplication.translate("StartTables", "Step"),
            lambda case: step_word(case.step),
            width=112,
        ),
    ]


def _where_it_stands(desk: Desk) -> list[Column[CaseLine]]:
    return [
        Column(
            "state",
            QCoreApplication.translate("StartTables", "State"),
            lambda case: word(case.standing),
            CellKind.STATE,
            width=152,
            state=lambda case: state_kind(case.standing),
        ),
        Column(
            "due",
            QCoreApplication.translate("StartTables", "Due"),
            lambda case: desk.formats.due(case.due_at, desk.services.database.clock()),
            right=True,
            width=104,
            strong=lambda case: _is_today(desk, case),
        ),
    ]


def _is_today(desk: Desk, case: CaseLine) -> bool:
    now = desk.services.database.clock()
    return case.due_at is not None and desk.formats.days_between(now, case.due_at) <= 0


def visit_columns(desk: Desk) -> list[Column[Visit]]:
    """Return the columns of *last customers*."""
    return [
        Column(
            "customer",
            QCoreApplication.translate("StartTables", "Customer"),
            lambda visit: visit.name,
            CellKind.STRONG,
            stretch=True,
        ),
        Column(
            "city",
            QCoreApplication.translate("StartTables", "Place"),
            lambda visit: visit.city,
            CellKind.MUTED,
            width=96,
        ),
        Column(
            "visited_at",
            QCoreApplication.translate("StartTables", "Opened"),
            lambda visit: desk.formats.recent(visit.visited_at, desk.services.database.clock()),
            CellKind.MUTED,
            right=True,
            width=80,
        ),
    ]
