"""The columns of the audit log: when, who, what and why, on whose case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.models.records.audit import AuditRow
from desktop.views.act_words import act_word
from desktop.views.audit.fact_words import why
from desktop.views.desk import Desk
from desktop.views.formats import MISSING
from desktop.views.widgets.columns import CellKind, Column


def log_columns(desk: Desk) -> Sequence[Column[AuditRow]]:
    """Return the columns of the page."""
    return (
        Column(
            "at",
            QCoreApplication.translate("AuditColumns", "When"),
            lambda row: desk.formats.date(row.at),
            CellKind.TWO_LINES,
            second=lambda row: desk.formats.time(row.at, seconds=True),
            width=112,
        ),
        Column(
            "act",
            QCoreApplication.translate("AuditColumns", "What and why"),
            lambda row: act_word(row.act),
            CellKind.TWO_LINES,
            second=lambda row: why(row, desk.formats),
            stretch=True,
        ),
        Column(
            "actor",
            QCoreApplication.translate("AuditColumns", "Who"),
            actor_word,
            CellKind.MUTED,
            width=144,
        ),
        Column(
            "customer",
            QCoreApplication.translate("AuditColumns", "Customer and case"),
            lambda row: row.customer or MISSING,
            CellKind.TWO_LINES,
            second=lambda row: row.case_no,
            width=200,
        ),
    )


def actor_word(row: AuditRow) -> str:
    """Return who it was; what the desk does by itself nobody has signed."""
    return person_word(row.actor)


def person_word(actor: str) -> str:
    """Return what somebody who acts is called."""
    if actor == "sender":
        return QCoreApplication.translate("AuditColumns", "Sender (by itself)")
    if actor in {"", "desk"}:
        return QCoreApplication.translate("AuditColumns", "The desk itself")
    return actor
