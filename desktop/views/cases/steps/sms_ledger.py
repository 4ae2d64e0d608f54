"""The books of a dispatch as lines that add up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.dispatches import Balance
from desktop.models.states import SmsState
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.widgets.bars import DispatchCounts
from desktop.views.widgets.ledger import LedgerRow
from desktop.views.words import state_kind, word

_SHOWN: tuple[tuple[SmsState, tuple[SmsState, ...]], ...] = (
    (SmsState.QUEUED, (SmsState.QUEUED, SmsState.SENDING)),
    (SmsState.ACCEPTED, (SmsState.ACCEPTED,)),
    (SmsState.DELIVERED, (SmsState.DELIVERED,)),
    (SmsState.UNDELIVERABLE, (SmsState.UNDELIVERABLE,)),
    (SmsState.FAILED, (SmsState.FAILED,)),
    (SmsState.UNCLEAR, (SmsState.UNCLEAR,)),
    (SmsState.EXCLUDED, (SmsState.EXCLUDED,)),
    (SmsState.CANCELLED, (SmsState.CANCELLED,)),
)


def ledger_rows(balance: Balance, formats: Formats) -> list[LedgerRow]:
    """Return a line for each state and the sum; lines with 0 stay, so that nothing jumps."""
    rows = [
        LedgerRow(
            state.value,
            formats.number(balance.count(*states)),
            word(state),
            kind=state_kind(state),
            explanation=QCoreApplication.translate("SmsLedger", _EXPLANATIONS[state]),
            zero=balance.count(*states) == 0,
        )
        for state, states in _SHOWN
    ]
    total = LedgerRow(
        "recipients",
        formats.number(balance.recipients),
        QCoreApplication.translate("SmsLedger", "recipients"),
        strong=True,
    )
    return [*rows, total]


def bar_counts(balance: Balance) -> DispatchCounts:
    """Return the same numbers for the bar."""
    return DispatchCounts(
        total=balance.recipients,
        delivered=balance.count(SmsState.DELIVERED),
        gateway=balance.count(SmsState.ACCEPTED),
        bad=balance.count(SmsState.FAILED, SmsState.UNDELIVERABLE),
        unclear=balance.count(SmsState.UNCLEAR),
        excluded=balance.count(SmsState.EXCLUDED, SmsState.CANCELLED),
    )


_EXPLANATIONS = {
    SmsState.QUEUED: QT_TRANSLATE_NOOP("SmsLedger", "still on this computer"),
    SmsState.ACCEPTED: QT_TRANSLATE_NOOP("SmsLedger", "handed over, not delivered yet"),
    SmsState.DELIVERED: QT_TRANSLATE_NOOP("SmsLedger", "confirmed by the network"),
    SmsState.UNDELIVERABLE: QT_TRANSLATE_NOOP("SmsLedger", "by the network, with a reason"),
    SmsState.FAILED: QT_TRANSLATE_NOOP("SmsLedger", "by the gateway, with a reason"),
    SmsState.UNCLEAR: QT_TRANSLATE_NOOP("SmsLedger", "never repeated by itself"),
    SmsState.EXCLUDED: QT_TRANSLATE_NOOP("SmsLedger", "no longer allowed since the release"),
    SmsState.CANCELLED: QT_TRANSLATE_NOOP("SmsLedger", "stopped by a person"),
}
