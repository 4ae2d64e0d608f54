"""What a gateway's delivery report says, or a reply. Pure: bytes in, a record out.

Forgiving where gateways differ (fields that are missing, statuses that are new), strict with what
goes into the database. Sources: the notifications of websms (LINK Mobility) as its public clients
read them, and the report address that our own requests hand to Kannel.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from desktop.models.phone import read_number
from desktop.services.sending.reports import Delivery

_LONGEST_ID = 200
_MOST_FIELDS = 20
_HOME = "AT"
"""The country of websms, whose national numbers begin with 0."""


class UnreadableReportError(ValueError):
    """What came in is not what this gateway sends."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An SMS that somebody wrote: ``sender`` is that person's number in E.164."""

    sender: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read; without a ``delivery`` it is no delivery report, or says nothing yet known.

    One of the two ids leads to the SMS. ``at`` is the gateway's time, None where it gives none.
    ``reply`` is what somebody wrote.
    """

    client_message_id: str | None = None
    gateway_id: str | None = None
    delivery: Delivery | None = None
    reason: str = ""
    at: datetime | None = None
    reply: Reply | None = None


Read = Callable[[bytes], Reading]

_WEBSMS = {
    "delivered": (Delivery.DELIVERED, ""),
    "accepted": (Delivery.ON_ITS_WAY, ""),
    # Not yet: the network goes on trying.
    "undelivered": (Delivery.ON_ITS_WAY, ""),
    "expired": (Delivery.UNDELIVERABLE, "expired"),
    "deleted": (Delivery.UNDELIVERABLE, "deleted"),
    "rejected": (Delivery.UNDELIVERABLE, "refused_by_network"),
}

_KANNEL = {
    "1": (Delivery.DELIVERED, ""),
    "2": (Delivery.UNDELIVERABLE, "not_delivered"),
    "4": (Delivery.ON_ITS_WAY, ""),
    "8": (Delivery.ON_ITS_WAY, ""),
    "16": (Delivery.UNDELIVERABLE, "refused_by_network"),
}


def read_websms(body: bytes) -> Reading:
    """Read the JSON that websms posts: a delivery report, or an SMS that somebody wrote.

    What is "binary" was not typed by a person, and is no reply.

    Raises:
        UnreadableReportError: it is no JSON object.

    """
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableReportError(type(error).__name__) from error
    if not isinstance(found, dict):
        raise UnreadableReportError(type(found).__name__)
    if _word(found.get("messageType")) == "text":
        return Reading(reply=_reply(found.get("senderAddress"), found.get("textMessageContent")))
    ids = (_id(found.get("clientMessageId")), _id(found.get("transferId")))
    known = _WEBSMS.get(_word(found.get("deliveryReportMessageStatus")))
    if known is None or ids == (None, None):
        return Reading(*ids)
    return Reading(*ids, *known, _moment(found.get("deliveredOn")) or _moment(found.get("sentOn")))


def read_kannel(query: bytes) -> Reading:
    """Read the query of the address that Kannel asks for.

    Raises:
        UnreadableReportError: it does not say which SMS and what became of it.

    """
    try:
        pairs = parse_qsl(query.decode("latin-1"), max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise UnreadableReportError(type(error).__name__) from error
    found = dict(pairs)
    sms, kind = _id(found.get("id")), found.get("type", "")
    if sms is None or not (kind.isascii() and kind.isdecimal()):
        raise UnreadableReportError("id or type")
    known = _KANNEL.get(kind)
    if known is None:
        return Reading(sms)
    return Reading(sms, None, *known, _unix_moment(found.get("time")))


READERS: dict[str, Read] = {"websms": read_websms, "kannel": read_kannel}
"""How the reports of each gateway are read, by its name."""


def _word(value: Any) -> str:  # noqa: ANN401  whatever stood in somebody's JSON
    return value.strip().lower() if isinstance(value, str) else ""


def _reply(sender: Any, text: Any) -> Reply | None:  # noqa: ANN401  whatever stood in somebody's JSON
    if not isinstance(sender, str) or not isinstance(text, str):
        return None
    dialled = sender.strip()
    # International numbers come as bare digits.
    number = dialled if dialled.startswith(("+", "0")) else "+" + dialled
    e164 = read_number(number, _HOME).e164
    return Reply(e164, text) if e164 else None


def _id(value: Any) -> str | None:  # noqa: ANN401  whatever stood in somebody's JSON
    """Return an id that can be looked for; other things never are one."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_ID or not value.isprintable():
        return None
    return value


def _moment(value: Any) -> datetime | None:  # noqa: ANN401  whatever stood in somebody's JSON
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        # Without an offset nobody knows which clock was meant.
        return moment.astimezone(UTC) if moment is not None and moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _unix_moment(value: str | None) -> datetime | None:
    if value is None or not (value.isascii() and value.isdecimal()):
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError):
        return None
