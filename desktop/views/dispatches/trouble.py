"""What keeps a dispatch from going on, in one sentence with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.errors import StorageError
from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import DispatchState
from desktop.services.sending.lease import AccountState
from desktop.views.dispatches.situation import Situation
from desktop.views.error_text import error_text
from desktop.views.formats import Formats
from desktop.views.sms_words import reason_words
from desktop.views.theme import StateKind

_IN_THE_SETTINGS = frozenset(
    {"invalid_credentials", "invalid_account", "access_denied", "method_forbidden"}
)
"""Causes that lie in what this desk tells the gateway; others lie with the gateway."""

_BY_A_PERSON = frozenset({"paused", "window_closed"})


class Remedy(StrEnum):
    """What the button of a banner does."""

    NONE = ""
    GO_ON = "go_on"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A banner: its kind, its sentence, and its button where one helps."""

    kind: StateKind
    sentence: str
    action: str = ""
    remedy: Remedy = Remedy.NONE


def trouble_of(record: DispatchRecord, situation: Situation, formats: Formats) -> Trouble | None:
    """Return what is most pressing, or None."""
    if not record.balance.adds_up:
        return _unbalanced(record, formats)
    if record.state is DispatchState.PAUSED:
        return _paused(record)
    if record.state not in {DispatchState.COUNTDOWN, DispatchState.SENDING}:
        return None
    if situation.trouble is not None:
        return _unwritable(situation.trouble)
    if situation.frozen:
        return Trouble(
            StateKind.BAD,
            QCoreApplication.translate(
                "DispatchTrouble", "Nothing is sent: sending is frozen until it is released above."
            ),
        )
    held = _held_by_account(record, situation.accounts, formats)
    return held or _elsewhere(record, situation, formats) or _outside(record, situation, formats)


def is_held(record: DispatchRecord, situation: Situation) -> bool:
    """Tell whether the account of a dispatch waits for a person to let it go on."""
    return any(one.account == record.gateway and one.is_paused for one in situation.accounts)


def _held_by_account(
    record: DispatchRecord, accounts: Sequence[AccountState], formats: Formats
) -> Trouble | None:
    account = next((one for one in accounts if one.account == record.gateway), None)
    return _held(account, formats) if account is not None else None


def _unwritable(error: StorageError) -> Trouble:
    """Say why nothing can be written down: what is not written down first does not go out."""
    return Trouble(
        StateKind.BAD,
        QCoreApplication.translate(
            "DispatchTrouble",
            "Nothing is sent. {reason} It goes on by itself when that is put right.",
        ).format(reason=error_text(error).sentence),
    )


def _elsewhere(record: DispatchRecord, situation: Situation, formats: Formats) -> Trouble | None:
    """Say who should send instead of this desk."""
    if situation.account and record.gateway != situation.account:
        return Trouble(
            StateKind.WARNING,
            QCoreApplication.translate(
                "DispatchTrouble",
                "This dispatch goes out by {account}, but here SMS go out by {own}. It waits.",
            ).format(account=record.gateway, own=situation.account),
            QCoreApplication.translate("DispatchTrouble", "Settings"),
            Remedy.SETTINGS,
        )
    if situation.other is None:
        return None
    return Trouble(
        StateKind.NEUTRAL,
        QCoreApplication.translate(
            "DispatchTrouble",
            "The desk on {host} sends for this account. If nothing more is heard of it, this one "
            "goes on at {time}.",
        ).format(
            host=situation.other.host,
            time=formats.time(situation.other.until, seconds=True),
        ),
    )


def _outside(record: DispatchRecord, situation: Situation, formats: Formats) -> Trouble | None:
    """Say until when the sending hours hold it back."""
    if situation.opens_at is None or record.test_mode:
        return None
    return Trouble(
        StateKind.NEUTRAL,
        QCoreApplication.translate(
            "DispatchTrouble",
            "Outside the sending hours. It goes on by itself on {time}.",
        ).format(time=formats.moment(situation.opens_at)),
    )


def _unbalanced(record: DispatchRecord, formats: Formats) -> Trouble:
    rows = ", ".join(str(row) for row in record.balance.wrong_rows[:10])
    if rows:
        rows = QCoreApplication.translate("DispatchTrouble", "SMS number {rows}").format(rows=rows)
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
            *_remedy(account.paused_reason),
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
            Remedy.GO_ON,
        )
    return None


def _remedy(reason: str) -> tuple[str, Remedy]:
    """Return the button that leads to where the cause is put right."""
    if reason in _IN_THE_SETTINGS:
        return QCoreApplication.translate("DispatchTrouble", "Settings"), Remedy.SETTINGS
    return QCoreApplication.translate("DispatchTrouble", "Go on"), Remedy.GO_ON
