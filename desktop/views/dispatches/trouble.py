"""What keeps a dispatch from going on, in one sentence with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import DispatchState
from desktop.services.sending.lease import AccountState
from desktop.views.formats import Formats
from desktop.views.sms_words import reason_words
from desktop.views.theme import StateKind

_BY_A_PERSON = frozenset({"paused", "window_closed"})


@dataclass(frozen=True, slots=True)
class Trouble:
    """A banner: its kind, its sentence, and its button where one helps."""

    kind: StateKind
    sentence: str
    action: str = ""


def trouble_of(
    record: DispatchRecord, accounts: Sequence[AccountState], formats: Formats
) -> Trouble | None:
    """Return what is most pressing, or None."""
    if not record.balance.adds_up:
        return _unbalanced(record, formats)
    if record.state is DispatchState.PAUSED:
        return _paused(record)
    if record.state not in {DispatchState.COUNTDOWN, DispatchState.SENDING}:
        return None
    account = next((one for one in accounts if one.account == record.gateway), None)
    return _held(account, formats) if account is not None else None


def _unbalanced(record: DispatchRecord, formats: Formats) -> Trouble:
    rows = ", ".join(str(row) for row in record.balance.wrong_rows[:10])
    sums = ", ".join(
        f"{formats.number(one.found)} ≠ {formats.number(one.expected)}"
        for one in record.balance.imbalances
    )
    return Trouble(
        StateKind.BAD,
        QCoreApplication.translate(
            "DispatchTrouble", "The numbers of this dispatch do not add up: {facts}"
        ).format(facts="; ".join(fact for fact in (sums, rows) if fact)),
    )


def _paused(record: DispatchRecord) -> Trouble | None:
    if record.state_reason in _BY_A_PERSON or not record.state_reason:
        return None
    return Trouble(
        StateKind.WARNING,
        QCoreApplication.translate("DispatchTrouble", "Paused: {reason}").format(
            reason=reason_words(record.state_reason)
        ),
    )


def _held(account: AccountState, formats: Formats) -> Trouble | None:
    if account.is_paused:
        code = f" ({account.paused_code})" if account.paused_code else ""
        return Trouble(
            StateKind.BAD,
            QCoreApplication.translate(
                "DispatchTrouble", "Nothing is sent. {reason}. Put it right, then go on."
            ).format(reason=reason_words(account.paused_reason) + code),
            QCoreApplication.translate("DispatchTrouble", "Go on"),
        )
    if account.retry_reason and account.retry_at is not None:
        return Trouble(
            StateKind.WARNING,
            QCoreApplication.translate(
                "DispatchTrouble", "{reason}. Tried again by itself at {time}."
            ).format(
                reason=reason_words(account.retry_reason),
                time=formats.time(account.retry_at, seconds=True),
            ),
            QCoreApplication.translate("DispatchTrouble", "Try now"),
        )
    return None
