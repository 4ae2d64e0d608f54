"""A gateway inside this program: nothing leaves the computer.

It takes its time, refuses, loses answers and reports deliveries as ``Behaviour`` says. What happens
to a number depends on the number and the seed alone, so that a demonstration can be repeated.
"""

from __future__ import annotations

import hashlib
import heapq
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from desktop.models.types import Clock, utc_now
from desktop.services.http_wire import MayLeave
from desktop.services.sending.gateways.base import Scope, SendAnswer, SmsRequest
from desktop.services.sending.reports import Delivery, DeliveryReport


@dataclass(frozen=True, slots=True)
class Behaviour:
    """How the simulator behaves: seconds, and shares between 0 and 1 of all numbers."""

    latency_s: float = 0.4
    delivery_s: float = 3.0
    refused: float = 0.01
    unclear: float = 0.01
    undeliverable: float = 0.02
    never_reported: float = 0.05
    seed: int = 1


class Simulator:
    """The gateway of the demonstration and of training."""

    name = "simulator"
    account = "simulator"
    test_mode = True

    def __init__(self, behaviour: Behaviour | None = None, clock: Clock = utc_now) -> None:
        """Take the behaviour; ``clock`` decides when a delivery is due."""
        self._behaviour = behaviour or Behaviour()
        self._clock = clock
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._coming: list[tuple[datetime, int, DeliveryReport]] = []

    def send(self, request: SmsRequest, may_leave: MayLeave | None = None) -> SendAnswer:
        """Take one SMS, or refuse it, or lose the answer."""
        if self._closing.wait(self._behaviour.latency_s):
            return SendAnswer(Scope.NOT_ACCEPTED, reason="kept_back")
        if may_leave is not None and not may_leave():
            return SendAnswer(Scope.NOT_ACCEPTED, reason="kept_back")
        draw = self._draw(request.recipient, "answer")
        if draw < self._behaviour.refused:
            return SendAnswer(Scope.RECIPIENT, "4031", "recipient_blacklisted")
        if draw < self._behaviour.refused + self._behaviour.unclear:
            return SendAnswer(Scope.UNCLEAR, "", "no_answer")
        self._will_report(request)
        gateway_id = self._digest(request.client_message_id, "id").hex()[:20]
        return SendAnswer(Scope.ACCEPTED, "2000", gateway_id=gateway_id)

    def check(self) -> None:
        """Do nothing: the simulator is always there."""

    def collect_reports(self) -> tuple[DeliveryReport, ...]:
        """Return the reports that are due by now, each once."""
        return tuple(self._due())

    def next_report_at(self) -> datetime | None:
        """Return when the next report will be due, or None."""
        with self._lock:
            return self._coming[0][0] if self._coming else None

    def close(self) -> None:
        """Let no request wait any longer."""
        self._closing.set()

    def _will_report(self, request: SmsRequest) -> None:
        draw = self._draw(request.recipient, "delivery")
        if draw < self._behaviour.never_reported:
            return
        fails = draw < self._behaviour.never_reported + self._behaviour.undeliverable
        wait_s = self._behaviour.delivery_s * (0.5 + self._draw(request.recipient, "time"))
        due = self._clock() + timedelta(seconds=wait_s)
        report = DeliveryReport(
            request.client_message_id,
            Delivery.UNDELIVERABLE if fails else Delivery.DELIVERED,
            due,
            "number_not_assigned" if fails else "",
        )
        with self._lock:
            heapq.heappush(self._coming, (due, next(self._numbers), report))

    def _due(self) -> Iterator[DeliveryReport]:
        now = self._clock()
        with self._lock:
            while self._coming and self._coming[0][0] <= now:
                yield heapq.heappop(self._coming)[2]

    def _draw(self, recipient: str, purpose: str) -> float:
        return int.from_bytes(self._digest(recipient, purpose)[:6], "big") / 2**48

    def _digest(self, text: str, purpose: str) -> bytes:
        whole = f"{self._behaviour.seed}/{purpose}/{text}"
        return hashlib.blake2b(whole.encode(), digest_size=16).digest()
