"""What the steps of a guided case collect, and what can be missing in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.models.records.frequency import Often
from desktop.models.records.signups import RemindedFilter, SmsFilter
from desktop.models.states import (
    CaseKind,
    CaseOutcome,
    ExclusionReason,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)


class CaseStep(StrEnum):
    """The steps, in their order."""

    CALLER = "caller"
    REQUEST = "request"
    NUMBER = "number"
    NOTICE = "notice"
    CURVE = "curve"
    AGREEMENT = "agreement"
    RECIPIENTS = "recipients"
    TEXT = "text"
    RELEASE = "release"
    SENDING = "sending"
    WRAP_UP = "wrap_up"


class AddressForm(StrEnum):
    """How the text speaks to its readers."""

    SIE = "sie"
    DU = "du"


class DraftProblem(StrEnum):
    """What keeps a step from being done."""

    REQUESTER_MISSING = "requester_missing"
    METHOD_MISSING = "method_missing"
    NOT_VERIFIED = "not_verified"
    CHANNEL_MISSING = "channel_missing"
    REQUESTED_AT_MISSING = "requested_at_missing"
    WISH_MISSING = "wish_missing"
    SERVICE_MISSING = "service_missing"
    NUMBER_NOT_REPLACED = "number_not_replaced"
    NOTICE_NOT_DECIDED = "notice_not_decided"
    NOTICE_REASON_MISSING = "notice_reason_missing"
    CURVE_NOT_TOLD = "curve_not_told"
    AGREEMENT_MISSING = "agreement_missing"
    AGREED_OFTEN_MISSING = "agreed_often_missing"
    AGREED_ON_MISSING = "agreed_on_missing"
    NOBODY_GETS_ONE = "nobody_gets_one"
    RECIPIENTS_NOT_AGREED = "recipients_not_agreed"
    TEXT_MISSING = "text_missing"
    TEXT_BROKEN = "text_broken"
    TEXT_NOT_AGREED = "text_not_agreed"
    NOT_RELEASED = "not_released"
    STILL_SENDING = "still_sending"
    OUTCOME_MISSING = "outcome_missing"


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """Everything that the steps of a case collect. Nothing is asked twice.

    *Caller*: ``requester`` to ``verified_at``. *Request*: ``channel`` to ``reference``.
    *Number*: the two numbers (E.164) of a change. *Notice*: whether the contacts are told, and why
    it is offered in this case. *Curve*: whether the caller heard what the own curve says.
    *Agreement*: whether a change was agreed, how often it is to be from now on, and from which day.
    *Recipients*: ``service_id`` to ``recipients_agreed``; without ``contact_ids`` all sign-ups of
    the service that ``min_age_days``, ``reminded`` and ``sms`` fit are meant; ``listed`` and
    ``recipients`` are the numbers that were read to the caller. *Text*: ``template_key`` (a
    ``TemplateRef``) to ``text_agreed``; the text that was taken over stays, whatever becomes of
    the template.
    *Wrap-up*: ``outcome`` and its code, ``follow_up`` and when that is due, and how long the call
    lasted. ``skipped`` names steps whose read-back was left out; the reason stands in a note.
    """

    kind: CaseKind = CaseKind.SIGNUP_REMINDER
    requester: str = ""
    caller_number: str = ""
    verification_method: VerificationMethod = VerificationMethod.NONE
    verification_result: VerificationResult = VerificationResult.NOT_VERIFIED
    verified_at: datetime | None = None
    channel: RequestChannel | None = None
    requested_at: datetime | None = None
    wish: str = ""
    reference: str = ""
    old_number: str = ""
    new_number: str = ""
    notice: bool | None = None
    notice_reason: str = ""
    curve_told: bool = False
    agreed: bool | None = None
    agreed_often: Often | None = None
    agreed_on: date | None = None
    service_id: int | None = None
    min_age_days: int = 0
    reminded: RemindedFilter = RemindedFilter.ALL
    sms: SmsFilter | ExclusionReason = SmsFilter.ALL
    contact_ids: tuple[int, ...] | None = None
    deselected: tuple[int, ...] = ()
    listed: int = 0
    recipients: int = 0
    recipients_agreed: bool = False
    template_key: str = ""
    template_version: int = 0
    language: str = "de"
    address_form: AddressForm = AddressForm.SIE
    template: str = ""
    text_agreed: bool = False
    skipped: tuple[CaseStep, ...] = ()
    outcome: str = ""
    outcome_code: CaseOutcome | None = None
    call_s: int = 0
    follow_up: str = ""
    due_at: datetime | None = None
