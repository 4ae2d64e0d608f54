"""The columns of the tables on dispatches."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.models.records.dispatches import DispatchLine, SmsRow, SmsSort
from desktop.models.states import SmsState
from desktop.views.desk import Desk
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.sms_words import known_of, what_follows
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.words import heading, state_kind, word

NUMBER = "number"
ROOM_FOR = {NUMBER: 1140}
"""From which width of the page on, in px at 100 %, a column is shown."""

_STATE_PX, _NUMBER_PX, _TIME_PX = 144, 160, 96


def line_columns(desk: Desk) -> Sequence[Column[DispatchLine]]:
    """Return the columns of the list of dispatches."""
    return (
        *_what_columns(desk),
        Column(
            "recipients",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Recipients")),
            lambda one: desk.formats.number(one.recipients),
            CellKind.NUMBER,
            width=88,
        ),
        _count_column(
            desk,
            "delivered",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Delivered")),
            (SmsState.DELIVERED,),
            88,
        ),
        _count_column(
            desk,
            "not_arrived",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Not arrived")),
            (SmsState.FAILED, SmsState.UNDELIVERABLE),
            128,
        ),
        _count_column(
            desk,
            "unclear",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Unclear")),
            (SmsState.UNCLEAR,),
            64,
        ),
    )


def _what_columns(desk: Desk) -> tuple[Column[DispatchLine], ...]:
    return (
        Column(
            NUMBER,
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Dispatch")),
            lambda one: one.dispatch_no,
            CellKind.MUTED,
            width=120,
        ),
        Column(
            "customer",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Customer and service")),
            lambda one: one.customer,
            CellKind.TWO_LINES,
            second=lambda one: one.service,
            stretch=True,
        ),
        Column(
            "kind",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Kind")),
            lambda one: heading(one.kind),
            width=160,
        ),
        Column(
            "released",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Released")),
            lambda one: desk.formats.short(one.released_at, desk.services.database.clock()),
            width=112,
        ),
        Column(
            "state",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "State")),
            lambda one: word(one.state),
            CellKind.STATE,
            state=lambda one: state_kind(one.state),
            width=136,
        ),
    )


def _count_column(
    desk: Desk, key: str, words: str, states: tuple[SmsState, ...], width: int
) -> Column[DispatchLine]:
    def count(line: DispatchLine) -> int:
        return sum(line.states.get(state, 0) for state in states)

    return Column(
        key,
        words,
        lambda line: desk.formats.number(count(line)),
        CellKind.NUMBER,
        width=width,
        muted=lambda line: not count(line),
    )


def sms_columns(desk: Desk, masked: Callable[[], bool]) -> Sequence[Column[SmsRow]]:
    """Return the columns of the list of SMS."""
    return (
        *_first_columns(desk, masked),
        Column(
            SmsSort.REASON,
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Reason")),
            known_of,
            stretch=True,
            sortable=True,
        ),
        Column(
            "follows",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "What follows")),
            lambda sms: _follows(desk, sms),
            CellKind.MUTED,
            width=240,
            right=True,
        ),
    )


def _first_columns(desk: Desk, masked: Callable[[], bool]) -> tuple[Column[SmsRow], ...]:
    return (
        Column(
            "state",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "State")),
            lambda sms: word(sms.state),
            CellKind.STATE,
            state=lambda sms: state_kind(sms.state),
            width=_STATE_PX,
        ),
        Column(
            "number",
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Number")),
            lambda sms: desk.formats.phone(sms.e164, masked=masked()),
            width=_NUMBER_PX,
        ),
        Column(
            SmsSort.TIME,
            _say(QT_TRANSLATE_NOOP("DispatchColumns", "Time")),
            lambda sms: desk.formats.time(sms.at, seconds=True),
            CellKind.MUTED,
            width=_TIME_PX,
            sortable=True,
        ),
    )


def _follows(desk: Desk, sms: SmsRow) -> str:
    if sms.state is SmsState.QUEUED and sms.next_try_at is not None:
        return _say(QT_TRANSLATE_NOOP("DispatchColumns", "tried again at {time}")).format(
            time=desk.formats.time(sms.next_try_at)
        )
    return what_follows(sms)


def _say(text: str) -> str:
    return QCoreApplication.translate("DispatchColumns", text)
