"""The columns of the tables on the customers' pages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.customers import (
    CustomerLine,
    DispatchBrief,
    HistoryLine,
    RequestLine,
)
from desktop.views.act_words import act_word
from desktop.views.desk import Desk
from desktop.views.theme import StateKind
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.words import heading, state_kind, word

REQUESTER, CHANNEL = "requester", "channel"
ROOM_FOR = {REQUESTER: 1100, CHANNEL: 1100}
"""From which width of the list on, in px at 100 %, a column is shown."""


def request_columns(desk: Desk) -> list[Column[RequestLine]]:
    """Return the columns of *requests and cases*."""
    return [*_what_was_asked(desk), *_what_was_done()]


def _what_was_asked(desk: Desk) -> list[Column[RequestLine]]:
    return [
        Column(
            "requested_at",
            QCoreApplication.translate("CustomerTables", "Requested"),
            lambda line: desk.formats.moment(line.requested_at),
            width=152,
        ),
        Column(
            "kind",
            QCoreApplication.translate("CustomerTables", "Request"),
            lambda line: heading(line.kind),
            CellKind.STRONG,
            width=160,
        ),
        Column(
            "service",
            QCoreApplication.translate("CustomerTables", "Service"),
            lambda line: line.service,
            width=144,
        ),
        Column(
            REQUESTER,
            QCoreApplication.translate("CustomerTables", "By"),
            lambda line: line.requester,
            width=120,
        ),
        Column(
            CHANNEL,
            QCoreApplication.translate("CustomerTables", "Channel"),
            lambda line: heading(line.channel) if line.channel else "–",
            width=80,
        ),
    ]


def _what_was_done() -> list[Column[RequestLine]]:
    return [
        Column(
            "case_no",
            QCoreApplication.translate("CustomerTables", "Case"),
            lambda line: line.case_no,
            CellKind.MUTED,
            width=112,
        ),
        Column(
            "state",
            QCoreApplication.translate("CustomerTables", "State"),
            lambda line: word(line.standing),
            CellKind.STATE,
            width=152,
            state=lambda line: state_kind(line.standing),
        ),
        Column(
            "outcome",
            QCoreApplication.translate("CustomerTables", "Outcome"),
            _request_outcome,
            stretch=True,
        ),
    ]


def _request_outcome(line: RequestLine) -> str:
    """Return what came of a request, in a few words."""
    if line.sent:
        sent = QCoreApplication.translate("CustomerTables", "%n SMS", None, line.sent)
        started = QCoreApplication.translate(
            "CustomerTables", "%n completed the sign-up", None, line.started_after or 0
        )
        return f"{sent}, {started}"
    return line.outcome or line.paused_reason or "–"


def dispatch_columns(desk: Desk) -> list[Column[DispatchBrief]]:
    """Return the columns of the customer's dispatches."""
    return [*_which_dispatch(desk), *_dispatch_counts(desk)]


def _which_dispatch(desk: Desk) -> list[Column[DispatchBrief]]:
    return [
        Column(
            "released_at",
            QCoreApplication.translate("CustomerTables", "Released"),
            lambda line: desk.formats.moment(line.released_at),
            width=152,
        ),
        Column(
            "kind",
            QCoreApplication.translate("CustomerTables", "Kind"),
            lambda line: heading(line.kind),
            CellKind.STRONG,
            width=160,
        ),
        Column(
            "dispatch_no",
            QCoreApplication.translate("CustomerTables", "Number"),
            lambda line: line.dispatch_no,
            CellKind.MUTED,
            width=112,
        ),
        Column(
            "service",
            QCoreApplication.translate("CustomerTables", "Service"),
            lambda line: line.service,
            stretch=True,
        ),
        Column(
            "state",
            QCoreApplication.translate("CustomerTables", "State"),
            lambda line: word(line.state),
            CellKind.STATE,
            width=128,
            state=lambda line: state_kind(line.state),
        ),
    ]


def _dispatch_counts(desk: Desk) -> list[Column[DispatchBrief]]:
    return [
        Column(
            "recipients",
            QCoreApplication.translate("CustomerTables", "SMS"),
            lambda line: desk.formats.number(line.recipients),
            CellKind.NUMBER,
            width=72,
        ),
        Column(
            "accepted",
            QCoreApplication.translate("CustomerTables", "handed over"),
            lambda line: desk.formats.number(line.accepted),
            CellKind.NUMBER,
            width=104,
        ),
        Column(
            "failed",
            QCoreApplication.translate("CustomerTables", "refused"),
            lambda line: desk.formats.number(line.failed),
            CellKind.NUMBER,
            width=88,
            muted=lambda line: not line.failed,
        ),
        Column(
            "unclear",
            QCoreApplication.translate("CustomerTables", "unclear"),
            lambda line: desk.formats.number(line.unclear),
            CellKind.NUMBER,
            width=80,
            muted=lambda line: not line.unclear,
        ),
    ]


def history_columns(desk: Desk) -> list[Column[HistoryLine]]:
    """Return the columns of the timeline."""
    return [
        Column(
            "at",
            QCoreApplication.translate("CustomerTables", "When"),
            lambda line: desk.formats.moment(line.at),
            width=152,
        ),
        Column(
            "act",
            QCoreApplication.translate("CustomerTables", "What"),
            lambda line: act_word(line.act),
            stretch=True,
        ),
        Column(
            "actor",
            QCoreApplication.translate("CustomerTables", "Who"),
            lambda line: line.actor,
            width=200,
        ),
        Column(
            "case_no",
            QCoreApplication.translate("CustomerTables", "Case"),
            lambda line: line.case_no,
            CellKind.MUTED,
            width=120,
        ),
    ]


def customer_columns(desk: Desk) -> list[Column[CustomerLine]]:
    """Return the columns of the list of customers."""
    return [*_who_it_is(), *_what_they_have(desk)]


def _who_it_is() -> list[Column[CustomerLine]]:
    return [
        Column(
            "name",
            QCoreApplication.translate("CustomerTables", "Customer"),
            lambda line: line.name,
            CellKind.STRONG,
            stretch=True,
            sort=lambda line: line.name.casefold(),
        ),
        Column(
            "customer_no",
            QCoreApplication.translate("CustomerTables", "Number"),
            lambda line: line.customer_no,
            CellKind.MUTED,
            width=104,
            sort=lambda line: line.customer_no,
        ),
        Column(
            "city",
            QCoreApplication.translate("CustomerTables", "Place"),
            lambda line: f"{line.city}, {line.country}" if line.city else line.country,
            width=168,
            sort=lambda line: line.city.casefold(),
        ),
        Column(
            "person",
            QCoreApplication.translate("CustomerTables", "Contact person"),
            lambda line: line.contact_person,
            width=168,
            sort=lambda line: line.contact_person.casefold(),
        ),
    ]


def _what_they_have(desk: Desk) -> list[Column[CustomerLine]]:
    return [
        Column(
            "services",
            QCoreApplication.translate("CustomerTables", "Services"),
            lambda line: desk.formats.number(line.services),
            CellKind.NUMBER,
            width=88,
            sort=lambda line: line.services,
        ),
        Column(
            "active",
            QCoreApplication.translate("CustomerTables", "active"),
            lambda line: desk.formats.number(line.active),
            CellKind.NUMBER,
            width=96,
            sort=lambda line: line.active,
        ),
        Column(
            "incomplete",
            QCoreApplication.translate("CustomerTables", "incomplete"),
            lambda line: desk.formats.number(line.incomplete),
            CellKind.NUMBER,
            width=112,
            sort=lambda line: line.incomplete,
        ),
        Column(
            "numbers",
            QCoreApplication.translate("CustomerTables", "Sender numbers"),
            _numbers_word,
            CellKind.STATE,
            width=144,
            state=lambda line: StateKind.BAD if line.blocked_services else StateKind.GOOD,
            sort=lambda line: -line.blocked_services,
        ),
    ]


def _numbers_word(line: CustomerLine) -> str:
    if line.blocked_services:
        return QCoreApplication.translate(
            "CustomerTables", "%n blocked", None, line.blocked_services
        )
    return QCoreApplication.translate("CustomerTables", "none blocked")
