"""A case's draft as JSON, for its column in the database.

    to_json(draft) -> dict[str, object]
    from_json(data) -> CaseDraft

Tolerant by design: a draft of an older or newer program, or one that somebody touched by hand, is
read as far as it makes sense. What is unknown is left out, what cannot be read is as if it had not
been answered yet; a case must always open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum

from desktop.models.case_flow import AddressForm, CaseDraft, CaseStep
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

VERSION = 1


def to_json(draft: CaseDraft) -> dict[str, object]:
    """Return a draft as what JSON can hold, with the version of its form."""
    values = {field.name: _plain(getattr(draft, field.name)) for field in fields(draft)}
    return {"version": VERSION, **values}


def from_json(data: Mapping[str, object]) -> CaseDraft:
    """Return the draft that was written; what cannot be read is not answered yet."""
    answers = {}
    for name, read in _READERS.items():
        if name in data:
            try:
                answers[name] = read(data[name])
            except (TypeError, ValueError, OverflowError):
                continue
    return CaseDraft(**answers)  # type: ignore[arg-type] # each reader gives its field's type


def _plain(value: object) -> object:
    """Return a value as JSON holds it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _text(value: object) -> str:
    """Read a text."""
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    """Read a whole number that is not negative."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    if value < 0:
        raise ValueError
    return value


def _flag(value: object) -> bool:
    """Read yes or no."""
    if not isinstance(value, bool):
        raise TypeError
    return value


def _moment(value: object) -> datetime:
    """Read an aware moment."""
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError
    return moment


def _day(value: object) -> date:
    """Read a day."""
    return date.fromisoformat(_text(value))


def _numbers(value: object) -> tuple[int, ...]:
    """Read a list of whole numbers."""
    if not isinstance(value, list):
        raise TypeError
    return tuple(_number(each) for each in value)


def _steps(value: object) -> tuple[CaseStep, ...]:
    """Read a list of steps."""
    if not isinstance(value, list):
        raise TypeError
    return tuple(CaseStep(_text(each)) for each in value)


def _sms(text: str) -> SmsFilter | ExclusionReason:
    """Read whether an SMS is possible, or the one reason why not."""
    return SmsFilter(text) if text in set(SmsFilter) else ExclusionReason(text)


def _or_none(read: Callable[[object], object]) -> Callable[[object], object]:
    """Return a reader that takes nothing for an answer, too."""
    return lambda value: None if value is None else read(value)


_READERS: dict[str, Callable[[object], object]] = {
    "kind": lambda value: CaseKind(_text(value)),
    "requester": _text,
    "caller_number": _text,
    "verification_method": lambda value: VerificationMethod(_text(value)),
    "verification_result": lambda value: VerificationResult(_text(value)),
    "verified_at": _or_none(_moment),
    "channel": _or_none(lambda value: RequestChannel(_text(value))),
    "requested_at": _or_none(_moment),
    "wish": _text,
    "reference": _text,
    "old_number": _text,
    "new_number": _text,
    "notice": _or_none(_flag),
    "notice_reason": _text,
    "curve_told": _flag,
    "agreed": _or_none(_flag),
    "agreed_often": _or_none(lambda value: Often(_text(value))),
    "agreed_on": _or_none(_day),
    "service_id": _or_none(_number),
    "min_age_days": _number,
    "reminded": lambda value: RemindedFilter(_text(value)),
    "sms": lambda value: _sms(_text(value)),
    "contact_ids": _or_none(_numbers),
    "deselected": _numbers,
    "listed": _number,
    "recipients": _number,
    "recipients_agreed": _flag,
    "template_key": _text,
    "template_version": _number,
    "language": _text,
    "address_form": lambda value: AddressForm(_text(value)),
    "template": _text,
    "text_agreed": _flag,
    "skipped": _steps,
    "outcome": _text,
    "outcome_code": _or_none(lambda value: CaseOutcome(_text(value))),
    "call_s": _number,
    "follow_up": _text,
    "due_at": _or_none(_moment),
}
