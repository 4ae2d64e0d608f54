"""What a gateway says later about an SMS that it took: delivered, or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Delivery(StrEnum):
    """What a delivery report says in the end. Steps in between are no report here."""

    DELIVERED = "delivered"
    UNDELIVERABLE = "undeliverable"


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """One final report. ``reason`` is a short word that ``views`` translates."""

    client_message_id: str
    delivery: Delivery
    at: datetime
    reason: str = ""
