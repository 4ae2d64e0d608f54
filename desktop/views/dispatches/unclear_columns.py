"""The columns of unclear SMS: on their own page, and on the page of a dispatch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.models.records.unclear import UnclearRow, UnclearSort
from desktop.models.states import DispatchState, SmsState, Verdict
from desktop.views.desk import Desk
from desktop.views.sms_words import reason_words
from desktop.views.theme import StateKind
from desktop.views.widgets.columns import CellKind, Column, RowButton
from desktop.views.words import heading, word

Masked = Callable[[UnclearRow], bool]
ROOM_FOR: dict[str, int] = {UnclearSort.SINCE: 1140}
"""From which width of the page on, in px at 100 %, a column is shown."""


def page_columns(desk: Desk, masked: Masked) -> Sequence[Column[UnclearRow]]:
    """Return the columns of the page over all dispatches."""
    return (
        Column("check", "", kind=CellKind.CHECK, width=48),
        Column(
            "number",
            QCoreApplication.translate("UnclearColumns", "Number"),
            lambda sms: desk.formats.phone(sms.e164, masked=masked(sms)),
            width=152,
        ),
        Column(
            UnclearSort.DISPATCH,
            QCoreApplication.translate("UnclearColumns", "Customer and dispatch"),
            lambda sms: sms.customer,
            CellKind.TWO_LINES,
            second=lambda sms: f"{heading(sms.kind)} · {sms.dispatch_no}",
            width=240,
            sortable=True,
        ),
        Column(
            UnclearSort.SINCE,
            QCoreApplication.translate("UnclearColumns", "Unclear since"),
            lambda sms: _since(desk, sms),
            CellKind.MUTED,
            width=128,
            sortable=True,
        ),
        _cause(desk),
        _buttons(desk),
    )


def block_columns(desk: Desk, masked: Masked) -> Sequence[Column[UnclearRow]]:
    """Return the columns of the block on a dispatch's page."""
    return (
        Column(
            "state",
            QCoreApplication.translate("UnclearColumns", "State"),
            lambda _sms: word(SmsState.UNCLEAR),
            CellKind.STATE,
            state=lambda _sms: StateKind.UNCLEAR,
            width=144,
        ),
        Column(
            "number",
            QCoreApplication.translate("UnclearColumns", "Number"),
            lambda sms: desk.formats.phone(sms.e164, masked=masked(sms)),
            width=160,
        ),
        Column(
            "time",
            QCoreApplication.translate("UnclearColumns", "Time"),
            lambda sms: desk.formats.time(sms.sent_at or sms.since, seconds=True),
            CellKind.MUTED,
            width=96,
        ),
        _cause(desk),
        _buttons(desk),
    )


def _cause(desk: Desk) -> Column[UnclearRow]:
    return Column(
        UnclearSort.REASON,
        QCoreApplication.translate("UnclearColumns", "What is known"),
        lambda sms: _known(desk, sms),
        stretch=True,
        sortable=True,
    )


def _buttons(desk: Desk) -> Column[UnclearRow]:
    sent = QCoreApplication.translate("UnclearColumns", "Take as sent …")
    again = QCoreApplication.translate("UnclearColumns", "Send again …")

    def offered(sms: UnclearRow) -> list[RowButton]:
        ready = _may_go_again(desk, sms)
        return [
            RowButton(Verdict.SENT.value, sent),
            RowButton(Verdict.SEND_AGAIN.value, again, enabled=ready),
        ]

    return Column("decide", "", kind=CellKind.BUTTONS, width=368, right=True, buttons=offered)


def _may_go_again(desk: Desk, sms: UnclearRow) -> bool:
    stopped = sms.dispatch_state is DispatchState.STOPPED
    return not stopped and sms.ready_at <= desk.services.database.clock()


def _since(desk: Desk, sms: UnclearRow) -> str:
    return desk.formats.short(sms.since, desk.services.database.clock())


def _known(desk: Desk, sms: UnclearRow) -> str:
    """Return the cause in words, and what stands in the way of a second attempt."""
    said = [reason_words(sms.reason)]
    if sms.gateway_code:
        said[0] += f" ({sms.gateway_code})"
    if sms.attempt > 1:
        said.append(
            QCoreApplication.translate("UnclearColumns", "attempt {number}").format(
                number=sms.attempt
            )
        )
    if sms.dispatch_state is DispatchState.STOPPED:
        said.append(QCoreApplication.translate("UnclearColumns", "dispatch was stopped"))
    elif sms.ready_at > desk.services.database.clock():
        said.append(
            QCoreApplication.translate("UnclearColumns", "news until {time}").format(
                time=desk.formats.time(sms.ready_at)
            )
        )
    return " · ".join(said)
