"""What a gateway is to the desk: it takes one SMS for one number and says what became of it.

A gateway classifies; it raises nothing that networks or gateways do on an ordinary bad day. What
follows from an answer is the sender's business and depends on its scope alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from desktop.services.http_wire import MayLeave
from desktop.services.sending.reports import DeliveryReport


class Scope(StrEnum):
    """How far an answer reaches."""

    ACCEPTED = "accepted"
    """The gateway has taken the SMS. It is not delivered yet."""

    RECIPIENT = "recipient"
    """Refused for this number: go on with the next."""

    DISPATCH = "dispatch"
    """Every SMS of this dispatch would be refused alike: stop this dispatch."""

    ACCOUNT = "account"
    """Login, quota or rights: pause everything and say what to do."""

    NOT_ACCEPTED = "not_accepted"
    """Surely not taken: may be tried again later."""

    UNCLEAR = "unclear"
    """May have been taken. Never sent again by itself."""


@dataclass(frozen=True, slots=True)
class SmsRequest:
    """One SMS: ``recipient`` in E.164, ``max_parts`` as many as were released, no more."""

    recipient: str
    text: str
    client_message_id: str
    max_parts: int


@dataclass(frozen=True, slots=True)
class SendAnswer:
    """What became of one request.

    ``code`` is the gateway's own word, ``reason`` a short word of ours that ``views`` translates.
    ``parts`` is what the gateway counted, where it says so.
    """

    scope: Scope
    code: str = ""
    reason: str = ""
    gateway_id: str | None = None
    parts: int | None = None


class Gateway(Protocol):
    """One account at one gateway."""

    @property
    def name(self) -> str:
        """The gateway's name for people, e.g. ``websms``."""
        ...

    @property
    def account(self) -> str:
        """Which account this is; sending, pausing and limiting go by it. Holds no password."""
        ...

    @property
    def test_mode(self) -> bool:
        """Whether nothing of what is handed over reaches a phone."""
        ...

    def send(self, request: SmsRequest, may_leave: MayLeave | None = None) -> SendAnswer:
        """Hand over one SMS; ``may_leave`` is asked right before the first byte goes out."""
        ...

    def check(self) -> None:
        """Look whether the gateway is there and lets us in, without sending anything.

        Raises:
            GatewayUnreachableError: no connection came about.
            GatewayRefusedError: it does not let this account in.
            GatewayError: something else answered.

        """
        ...

    def collect_reports(self) -> tuple[DeliveryReport, ...]:
        """Return delivery reports that have come in by now, each once; never waits."""
        ...

    def next_report_at(self) -> datetime | None:
        """Return when it is worth asking for reports again, or None if they come elsewhere."""
        ...

    def close(self) -> None:
        """Give connections back; a request under way ends by itself."""
        ...
