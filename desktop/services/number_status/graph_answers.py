"""The Graph API's JSON as records and failures. Unknown words are kept as they are.

Facts of the interface: phone numbers of a WhatsApp Business account, fields ``status``,
``quality_rating``, ``whatsapp_business_manager_messaging_limit`` (it replaces
``messaging_limit_tier``), ``name_status``, ``health_status``; an error is judged by its ``code``,
not by the HTTP status.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.phone import digits_of, plausible_readings
from desktop.models.states import SimStatus
from desktop.services.number_status.failures import (
    SourceAnswerError,
    SourceBusyError,
    SourceRefusedError,
    StatusSourceError,
)

SOURCE = "graph"

_OK = 200
_UNAUTHORIZED = frozenset({401, 403})
_TOO_MANY_REQUESTS = 429
_SERVER_ERRORS = range(500, 600)

_TOKEN_CODES = frozenset({0, 3, 10, 102, 190, 368, 131005, 131031})
_RIGHT_CODES = range(200, 300)
_BUSY_CODES = frozenset({1, 2, 4, 17, 32, 613, 80007, 130429, 131000, 131016, 131057, 133004})
UNKNOWN_FIELD_CODE = "100"
"""What the interface says when it does not know a field (any more), or the account."""

_STATUS_WORDS = {
    "CONNECTED": SimStatus.ACTIVE,
    "LINKED": SimStatus.ACTIVE,
    "FLAGGED": SimStatus.WARNED,
    "RATE_LIMITED": SimStatus.WARNED,
    "RESTRICTED": SimStatus.WARNED,
    "BANNED": SimStatus.BLOCKED,
}
_LOW_QUALITY = "RED"
_SHORTEST_NUMBER, _LONGEST_NUMBER = 7, 15
"""Digits of an international number (ITU-T E.164)."""
_SENDING_HINDERED = frozenset({"LIMITED", "BLOCKED"})


@dataclass(frozen=True, slots=True)
class PlatformReading:
    """One number as the platform tells it; ``number`` is E.164, "" where it cannot be read."""

    platform_id: str
    number: str
    shown_number: str
    name: str = ""
    status: str = ""
    quality: str = ""
    messaging_limit: str = ""
    name_status: str = ""
    can_send: str = ""
    hints: tuple[str, ...] = ()

    @property
    def sim_status(self) -> SimStatus | None:
        """What it means for the life cycle; None where the platform's word says nothing of it."""
        status = _STATUS_WORDS.get(self.status.upper())
        hindered = self.quality.upper() == _LOW_QUALITY or self.can_send.upper() in (
            _SENDING_HINDERED
        )
        return SimStatus.WARNED if status is SimStatus.ACTIVE and hindered else status

    @property
    def reason(self) -> str:
        """The platform's words, for the history of the number."""
        parts = [self.status]
        if self.quality:
            parts.append(f"quality {self.quality}")
        if self.can_send.upper() in _SENDING_HINDERED:
            parts.append(f"can_send_message {self.can_send}")
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of numbers, and where the next one begins ("" at the end)."""

    readings: tuple[PlatformReading, ...]
    after: str


def read_page(status: int, body: bytes) -> Answer:
    """Return the numbers of one answer.

    Raises:
        SourceRefusedError: token, right or account are not accepted.
        SourceBusyError: asked too often, or out of order for a while.
        SourceAnswerError: this is no answer of the Graph API.

    """
    answer = _json(body)
    error = answer.get("error")
    if isinstance(error, Mapping):
        raise _failure(error)
    if status != _OK:
        raise _failure_by_status(status)
    numbers = answer.get("data")
    if not isinstance(numbers, list):
        raise SourceAnswerError(SOURCE, str(status), "no data")
    return Answer(tuple(_readings(numbers)), _after(answer))


def _readings(numbers: list[Any]) -> Iterator[PlatformReading]:
    for number in numbers:
        if isinstance(number, Mapping) and _word(number.get("id")):
            yield _reading(number)


def _reading(number: Mapping[str, Any]) -> PlatformReading:
    shown = _word(number.get("display_phone_number"))
    limit = number.get("whatsapp_business_manager_messaging_limit") or number.get(
        "messaging_limit_tier"
    )
    health = number.get("health_status")
    health = health if isinstance(health, Mapping) else {}
    return PlatformReading(
        platform_id=_word(number.get("id")),
        number=_e164(shown),
        shown_number=shown,
        name=_word(number.get("verified_name")),
        status=_word(number.get("status")),
        quality=_word(number.get("quality_rating")) or _word(number.get("quality_score")),
        messaging_limit=_word(limit),
        name_status=_word(number.get("name_status")),
        can_send=_word(health.get("can_send_message")),
        hints=tuple(_hints(health.get("entities"))),
    )


def _e164(shown: str) -> str:
    """Return a number as the platform shows it, landlines and unheard-of ones too, as E.164."""
    digits = digits_of(shown)
    if not _SHORTEST_NUMBER <= len(digits) <= _LONGEST_NUMBER:
        return ""
    readings = plausible_readings(f"+{digits}", "", ())
    return readings[0].e164 if readings else f"+{digits}"


def _hints(entities: object) -> Iterator[str]:
    """Yield the platform's own sentences on what hinders sending and what would help."""
    for entity in entities if isinstance(entities, list) else ():
        if not isinstance(entity, Mapping):
            continue
        for error in entity.get("errors") or ():
            if isinstance(error, Mapping):
                words = (
                    _word(error.get("error_description")),
                    _word(error.get("possible_solution")),
                )
                told = " ".join(word for word in words if word)
                if told:
                    yield told


def _word(value: object) -> str:
    """Return a word of the platform; of an object that wraps one, the first word in it."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return next((word for one in value.values() if (word := _word(one))), "")
    return ""


def _after(answer: Mapping[str, Any]) -> str:
    paging = answer.get("paging")
    if not isinstance(paging, Mapping) or not paging.get("next"):
        return ""
    cursors = paging.get("cursors")
    return _word(cursors.get("after")) if isinstance(cursors, Mapping) else ""


def _json(body: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(body)
    except ValueError:
        return {}
    return answer if isinstance(answer, Mapping) else {}


def _failure(error: Mapping[str, Any]) -> StatusSourceError:
    code = error.get("code")
    detail = _word(error.get("message"))
    if isinstance(code, int):
        if code in _TOKEN_CODES or code in _RIGHT_CODES:
            return SourceRefusedError(SOURCE, str(code), detail)
        if code in _BUSY_CODES or error.get("is_transient") is True:
            return SourceBusyError(SOURCE, str(code), detail)
    return SourceAnswerError(SOURCE, _word(code), detail)


def _failure_by_status(status: int) -> StatusSourceError:
    if status in _UNAUTHORIZED:
        return SourceRefusedError(SOURCE, str(status))
    if status == _TOO_MANY_REQUESTS or status in _SERVER_ERRORS:
        return SourceBusyError(SOURCE, str(status))
    return SourceAnswerError(SOURCE, str(status))
