"""What the states, kinds and reasons of the domain are called on the screen, in one place.

The words are those of the glossary. ``word(value)`` gives the word, ``state_kind(value)`` the
colour and shape that go with it; no page invents its own.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.models.settings import GatewayKind
from desktop.models.states import (
    CaseKind,
    CaseOutcome,
    CaseStanding,
    ContactState,
    DispatchKind,
    DispatchState,
    ExclusionReason,
    NumberKind,
    RequestChannel,
    SimStage,
    SimStatus,
    SmsState,
    VerificationMethod,
    VerificationResult,
)
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.theme import StateKind


def word(value: StrEnum) -> str:
    """Return what ``value`` is called in the language of the moment, for the middle of a line."""
    return QCoreApplication.translate("Words", _WORDS[type(value)][value])


def heading(value: StrEnum) -> str:
    """Return the word for the beginning of a line."""
    text = word(value)
    return text[:1].upper() + text[1:]


def gateway_name(name: str) -> str:
    """Return what a gateway is called; those of a company keep their own name."""
    if name == GatewayKind.SIMULATOR:
        return QCoreApplication.translate("Words", "Simulator")
    return name


def state_kind(value: StrEnum) -> StateKind:
    """Return the colour and shape of a state."""
    return _KINDS[type(value)][value]


_WORDS: dict[type[StrEnum], dict[StrEnum, str]] = {
    ContactState: {
        ContactState.INCOMPLETE: QT_TRANSLATE_NOOP("Words", "incomplete"),
        ContactState.ACTIVE: QT_TRANSLATE_NOOP("Words", "active"),
        ContactState.RE_REGISTRATION_PENDING: QT_TRANSLATE_NOOP("Words", "re-registration pending"),
        ContactState.UNSUBSCRIBED: QT_TRANSLATE_NOOP("Words", "unsubscribed"),
        ContactState.SUPPRESSED: QT_TRANSLATE_NOOP("Words", "suppressed"),
    },
    SimStatus: {
        SimStatus.IN_STOCK: QT_TRANSLATE_NOOP("Words", "in stock"),
        SimStatus.ACTIVE: QT_TRANSLATE_NOOP("Words", "active"),
        SimStatus.WARNED: QT_TRANSLATE_NOOP("Words", "warned"),
        SimStatus.BLOCKED: QT_TRANSLATE_NOOP("Words", "blocked"),
        SimStatus.RETIRED: QT_TRANSLATE_NOOP("Words", "retired"),
    },
    SimStage: {
        SimStage.IN_STOCK: QT_TRANSLATE_NOOP("Words", "in stock"),
        SimStage.RESERVED: QT_TRANSLATE_NOOP("Words", "reserved"),
        SimStage.ACTIVE: QT_TRANSLATE_NOOP("Words", "active"),
        SimStage.WARNED: QT_TRANSLATE_NOOP("Words", "warned"),
        SimStage.BLOCKED: QT_TRANSLATE_NOOP("Words", "blocked"),
        SimStage.RETIRED: QT_TRANSLATE_NOOP("Words", "retired"),
    },
    NumberKind: {
        NumberKind.SIM: QT_TRANSLATE_NOOP("Words", "SIM card"),
        NumberKind.PLATFORM: QT_TRANSLATE_NOOP("Words", "Business Platform"),
    },
    CaseKind: {
        CaseKind.SIGNUP_REMINDER: QT_TRANSLATE_NOOP("Words", "sign-up reminder"),
        CaseKind.NUMBER_CHANGE: QT_TRANSLATE_NOOP("Words", "number change"),
        CaseKind.FREQUENCY_QUESTION: QT_TRANSLATE_NOOP("Words", "frequency question"),
        CaseKind.OTHER: QT_TRANSLATE_NOOP("Words", "other request"),
    },
    CaseStanding: {
        CaseStanding.DRAFT: QT_TRANSLATE_NOOP("Words", "open"),
        CaseStanding.VERIFIED: QT_TRANSLATE_NOOP("Words", "caller verified"),
        CaseStanding.PREPARED: QT_TRANSLATE_NOOP("Words", "prepared"),
        CaseStanding.RELEASED: QT_TRANSLATE_NOOP("Words", "released"),
        CaseStanding.SENDING: QT_TRANSLATE_NOOP("Words", "sending"),
        CaseStanding.SENDING_PAUSED: QT_TRANSLATE_NOOP("Words", "sending paused"),
        CaseStanding.SENT: QT_TRANSLATE_NOOP("Words", "sending ended"),
        CaseStanding.STOPPED: QT_TRANSLATE_NOOP("Words", "sending stopped"),
        CaseStanding.DONE: QT_TRANSLATE_NOOP("Words", "done"),
        CaseStanding.PAUSED: QT_TRANSLATE_NOOP("Words", "paused"),
        CaseStanding.ABANDONED: QT_TRANSLATE_NOOP("Words", "abandoned"),
        CaseStanding.FOLLOW_UP: QT_TRANSLATE_NOOP("Words", "follow-up"),
    },
    CaseOutcome: {
        CaseOutcome.SENT: QT_TRANSLATE_NOOP("Words", "SMS sent"),
        CaseOutcome.ANSWERED: QT_TRANSLATE_NOOP("Words", "question answered"),
        CaseOutcome.DECLINED: QT_TRANSLATE_NOOP("Words", "customer does not want it"),
        CaseOutcome.NOT_ALLOWED: QT_TRANSLATE_NOOP("Words", "not allowed by the rules"),
        CaseOutcome.NOT_VERIFIED: QT_TRANSLATE_NOOP("Words", "caller not verified"),
        CaseOutcome.NOT_REACHED: QT_TRANSLATE_NOOP("Words", "customer not reached"),
        CaseOutcome.DUPLICATE: QT_TRANSLATE_NOOP("Words", "asked for twice"),
        CaseOutcome.OTHER: QT_TRANSLATE_NOOP("Words", "something else"),
    },
    RequestChannel: {
        RequestChannel.PHONE: QT_TRANSLATE_NOOP("Words", "phone"),
        RequestChannel.MAIL: QT_TRANSLATE_NOOP("Words", "e-mail"),
        RequestChannel.SALES: QT_TRANSLATE_NOOP("Words", "sales"),
    },
    VerificationMethod: {
        VerificationMethod.CALL_BACK: QT_TRANSLATE_NOOP("Words", "call back on the stored number"),
        VerificationMethod.SMS_CODE: QT_TRANSLATE_NOOP("Words", "code by SMS"),
        VerificationMethod.CUSTOMER_PIN: QT_TRANSLATE_NOOP("Words", "customer PIN"),
        VerificationMethod.KNOWN_ADDRESS: QT_TRANSLATE_NOOP("Words", "known address"),
        VerificationMethod.NONE: QT_TRANSLATE_NOOP("Words", "not checked"),
    },
    VerificationResult: {
        VerificationResult.VERIFIED: QT_TRANSLATE_NOOP("Words", "verified"),
        VerificationResult.PARTLY: QT_TRANSLATE_NOOP("Words", "partly verified"),
        VerificationResult.NOT_VERIFIED: QT_TRANSLATE_NOOP("Words", "not verified"),
    },
    DispatchKind: {
        DispatchKind.SIGNUP_REMINDER: QT_TRANSLATE_NOOP("Words", "sign-up reminder"),
        DispatchKind.NUMBER_CHANGE: QT_TRANSLATE_NOOP("Words", "number change"),
    },
    DispatchState: {
        DispatchState.COUNTDOWN: QT_TRANSLATE_NOOP("Words", "countdown"),
        DispatchState.SENDING: QT_TRANSLATE_NOOP("Words", "sending"),
        DispatchState.PAUSED: QT_TRANSLATE_NOOP("Words", "paused"),
        DispatchState.STOPPED: QT_TRANSLATE_NOOP("Words", "stopped"),
        DispatchState.DONE: QT_TRANSLATE_NOOP("Words", "done"),
    },
    SmsState: {
        SmsState.QUEUED: QT_TRANSLATE_NOOP("Words", "waiting"),
        SmsState.SENDING: QT_TRANSLATE_NOOP("Words", "being handed over"),
        SmsState.ACCEPTED: QT_TRANSLATE_NOOP("Words", "at the gateway"),
        SmsState.DELIVERED: QT_TRANSLATE_NOOP("Words", "delivered"),
        SmsState.UNDELIVERABLE: QT_TRANSLATE_NOOP("Words", "not delivered"),
        SmsState.FAILED: QT_TRANSLATE_NOOP("Words", "refused"),
        SmsState.UNCLEAR: QT_TRANSLATE_NOOP("Words", "unclear"),
        SmsState.CANCELLED: QT_TRANSLATE_NOOP("Words", "cancelled"),
        SmsState.EXCLUDED: QT_TRANSLATE_NOOP("Words", "excluded"),
    },
    ExclusionReason: {
        ExclusionReason.UNSUBSCRIBED: QT_TRANSLATE_NOOP("Words", "unsubscribed"),
        ExclusionReason.SUPPRESSED: QT_TRANSLATE_NOOP("Words", "suppressed"),
        ExclusionReason.NOT_INCOMPLETE: QT_TRANSLATE_NOOP("Words", "registered meanwhile"),
        ExclusionReason.NOT_ACTIVE: QT_TRANSLATE_NOOP("Words", "not active"),
        ExclusionReason.NUMBER_BLOCKED: QT_TRANSLATE_NOOP("Words", "sender number is blocked"),
        ExclusionReason.NO_SENDER_NUMBER: QT_TRANSLATE_NOOP("Words", "no sender number"),
        ExclusionReason.NOT_A_MOBILE_NUMBER: QT_TRANSLATE_NOOP("Words", "not a mobile number"),
        ExclusionReason.OTHER_COUNTRY: QT_TRANSLATE_NOOP("Words", "other country"),
        ExclusionReason.DUPLICATE_NUMBER: QT_TRANSLATE_NOOP("Words", "number is in the list twice"),
        ExclusionReason.TOO_OLD: QT_TRANSLATE_NOOP("Words", "sign-up too old"),
        ExclusionReason.TOO_YOUNG: QT_TRANSLATE_NOOP("Words", "sign-up too recent"),
        ExclusionReason.REMINDED_TOO_OFTEN: QT_TRANSLATE_NOOP("Words", "reminded often enough"),
        ExclusionReason.REMINDED_RECENTLY: QT_TRANSLATE_NOOP("Words", "reminded recently"),
        ExclusionReason.DESELECTED: QT_TRANSLATE_NOOP("Words", "deselected"),
    },
}

_KINDS: dict[type[StrEnum], dict[StrEnum, StateKind]] = {
    ContactState: {
        ContactState.INCOMPLETE: StateKind.WAITING,
        ContactState.ACTIVE: StateKind.GOOD,
        ContactState.RE_REGISTRATION_PENDING: StateKind.WARNING,
        ContactState.UNSUBSCRIBED: StateKind.EXCLUDED,
        ContactState.SUPPRESSED: StateKind.EXCLUDED,
    },
    SimStatus: {
        SimStatus.IN_STOCK: StateKind.NEUTRAL,
        SimStatus.ACTIVE: StateKind.GOOD,
        SimStatus.WARNED: StateKind.WARNING,
        SimStatus.BLOCKED: StateKind.BAD,
        SimStatus.RETIRED: StateKind.EXCLUDED,
    },
    SimStage: {
        SimStage.IN_STOCK: StateKind.NEUTRAL,
        SimStage.RESERVED: StateKind.WAITING,
        SimStage.ACTIVE: StateKind.GOOD,
        SimStage.WARNED: StateKind.WARNING,
        SimStage.BLOCKED: StateKind.BAD,
        SimStage.RETIRED: StateKind.EXCLUDED,
    },
    CaseStanding: {
        CaseStanding.DRAFT: StateKind.WAITING,
        CaseStanding.VERIFIED: StateKind.WAITING,
        CaseStanding.PREPARED: StateKind.WAITING,
        CaseStanding.RELEASED: StateKind.GATEWAY,
        CaseStanding.SENDING: StateKind.GATEWAY,
        CaseStanding.SENDING_PAUSED: StateKind.PAUSED,
        CaseStanding.SENT: StateKind.WAITING,
        CaseStanding.STOPPED: StateKind.CANCELLED,
        CaseStanding.DONE: StateKind.GOOD,
        CaseStanding.PAUSED: StateKind.PAUSED,
        CaseStanding.ABANDONED: StateKind.CANCELLED,
        CaseStanding.FOLLOW_UP: StateKind.WAITING,
    },
    VerificationResult: {
        VerificationResult.VERIFIED: StateKind.GOOD,
        VerificationResult.PARTLY: StateKind.WARNING,
        VerificationResult.NOT_VERIFIED: StateKind.WARNING,
    },
    DispatchState: {
        DispatchState.COUNTDOWN: StateKind.WAITING,
        DispatchState.SENDING: StateKind.GATEWAY,
        DispatchState.PAUSED: StateKind.PAUSED,
        DispatchState.STOPPED: StateKind.CANCELLED,
        DispatchState.DONE: StateKind.GOOD,
    },
    SmsState: {
        SmsState.QUEUED: StateKind.WAITING,
        SmsState.SENDING: StateKind.WAITING,
        SmsState.ACCEPTED: StateKind.GATEWAY,
        SmsState.DELIVERED: StateKind.GOOD,
        SmsState.UNDELIVERABLE: StateKind.BAD,
        SmsState.FAILED: StateKind.BAD,
        SmsState.UNCLEAR: StateKind.UNCLEAR,
        SmsState.CANCELLED: StateKind.CANCELLED,
        SmsState.EXCLUDED: StateKind.EXCLUDED,
    },
}
