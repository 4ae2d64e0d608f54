"""The states, kinds and reasons of the domain, one enum each, by the glossary's names.

The value of a member is what stands in the database and in JSON; it never changes. What a
person reads is translated in ``views``.
"""

from __future__ import annotations

from enum import StrEnum


class ContactState(StrEnum):
    """Where one contact of one service stands; a projection of its events."""

    INCOMPLETE = "incomplete"
    ACTIVE = "active"
    RE_REGISTRATION_PENDING = "re_registration_pending"
    UNSUBSCRIBED = "unsubscribed"
    SUPPRESSED = "suppressed"


class ContactEventKind(StrEnum):
    """What can happen to a contact. Events are appended, never edited."""

    ENTERED = "entered"
    STARTED = "started"
    STOPPED = "stopped"
    SUPPRESSED = "suppressed"


class SimStatus(StrEnum):
    """The life cycle of a SIM card."""

    IN_STOCK = "in_stock"
    ACTIVE = "active"
    WARNED = "warned"
    BLOCKED = "blocked"
    RETIRED = "retired"


class SimStage(StrEnum):
    """Where a sender number stands for a person: its status, and whether it is kept for a service.

    *Reserved* is no status of its own: the platform's exports know it as in stock.
    """

    IN_STOCK = "in_stock"
    RESERVED = "reserved"
    ACTIVE = "active"
    WARNED = "warned"
    BLOCKED = "blocked"
    RETIRED = "retired"


class NumberKind(StrEnum):
    """What carries a sender number."""

    SIM = "sim"
    PLATFORM = "platform"
    """A number of the WhatsApp Business Platform; it has no card and no ICCID."""


class CaseKind(StrEnum):
    """What a case is about."""

    SIGNUP_REMINDER = "signup_reminder"
    NUMBER_CHANGE = "number_change"
    FREQUENCY_QUESTION = "frequency_question"
    OTHER = "other"


class CaseState(StrEnum):
    """The life cycle of a case."""

    DRAFT = "draft"
    VERIFIED = "verified"
    PREPARED = "prepared"
    RELEASED = "released"
    SENDING = "sending"
    DONE = "done"
    PAUSED = "paused"
    ABANDONED = "abandoned"


class CaseStanding(StrEnum):
    """Where a case stands for a person: its state, and after the release that of its dispatch."""

    DRAFT = "draft"
    VERIFIED = "verified"
    PREPARED = "prepared"
    RELEASED = "released"
    SENDING = "sending"
    SENDING_PAUSED = "sending_paused"
    SENT = "sent"
    STOPPED = "stopped"
    DONE = "done"
    PAUSED = "paused"
    ABANDONED = "abandoned"
    FOLLOW_UP = "follow_up"
    """Closed, and to be looked at again."""


class CaseOutcome(StrEnum):
    """What came of a case, as one word that can be counted; the rest stands in its text."""

    SENT = "sent"
    ANSWERED = "answered"
    DECLINED = "declined"
    NOT_ALLOWED = "not_allowed"
    NOT_VERIFIED = "not_verified"
    NOT_REACHED = "not_reached"
    DUPLICATE = "duplicate"
    OTHER = "other"


class RequestChannel(StrEnum):
    """How the customer's request reached the provider."""

    PHONE = "phone"
    MAIL = "mail"
    SALES = "sales"


class VerificationMethod(StrEnum):
    """How the requester was checked. Name and birth date alone are no method."""

    CALL_BACK = "call_back"
    SMS_CODE = "sms_code"
    CUSTOMER_PIN = "customer_pin"
    KNOWN_ADDRESS = "known_address"
    NONE = "none"


class VerificationResult(StrEnum):
    """What the check of the requester gave."""

    VERIFIED = "verified"
    PARTLY = "partly"
    NOT_VERIFIED = "not_verified"


class DispatchKind(StrEnum):
    """The two service SMS that the desk sends, and nothing else."""

    SIGNUP_REMINDER = "signup_reminder"
    NUMBER_CHANGE = "number_change"


class DispatchState(StrEnum):
    """Where a released dispatch stands."""

    COUNTDOWN = "countdown"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"


GOING = (DispatchState.COUNTDOWN, DispatchState.SENDING)
"""Dispatches in these states send as soon as they may."""


class SmsState(StrEnum):
    """The state of one SMS to one recipient of one dispatch."""

    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    UNDELIVERABLE = "undeliverable"
    FAILED = "failed"
    UNCLEAR = "unclear"
    CANCELLED = "cancelled"
    EXCLUDED = "excluded"


class Verdict(StrEnum):
    """What a person decides about an SMS of which nobody knows whether it arrived."""

    SENT = "sent"
    """Take it as sent; it is not sent again."""
    SEND_AGAIN = "send_again"
    """Try once more, although it may arrive twice."""
    WRITTEN_OFF = "written_off"
    """Take it as failed; somebody can be called instead."""


class ReportState(StrEnum):
    """What has become of a delivery report that came in."""

    STORED = "stored"
    """Written down as it came; not read yet."""
    WAITING = "waiting"
    """No SMS fits yet: the send is not recorded, or it is none of ours."""
    SETTLED = "settled"
    OTHER = "other"
    """Readable, but nothing follows: a reply that asks for no stop, or an unknown status."""
    UNREADABLE = "unreadable"


class ExclusionReason(StrEnum):
    """Why somebody on the list gets no SMS. Listed in the order in which the rules are asked."""

    UNSUBSCRIBED = "unsubscribed"
    SUPPRESSED = "suppressed"
    NOT_INCOMPLETE = "not_incomplete"
    NOT_ACTIVE = "not_active"
    NUMBER_BLOCKED = "number_blocked"
    NO_SENDER_NUMBER = "no_sender_number"
    NOT_A_MOBILE_NUMBER = "not_a_mobile_number"
    OTHER_COUNTRY = "other_country"
    DUPLICATE_NUMBER = "duplicate_number"
    TOO_OLD = "too_old"
    TOO_YOUNG = "too_young"
    REMINDED_TOO_OFTEN = "reminded_too_often"
    REMINDED_RECENTLY = "reminded_recently"
    DESELECTED = "deselected"


class NumberProblem(StrEnum):
    """Why a text is not read as a mobile number."""

    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    SPREADSHEET = "spreadsheet"
    NO_COUNTRY = "no_country"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    INVALID = "invalid"
    LANDLINE = "landline"
    NOT_MOBILE = "not_mobile"
    AMBIGUOUS = "ambiguous"
