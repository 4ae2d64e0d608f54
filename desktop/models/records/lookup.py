"""What a look-up finds: hits, each with the reason why it matched."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.models.phone import PlausibleReading
from desktop.models.states import CaseKind, CaseStanding, ContactState, SimStatus


class HitKind(StrEnum):
    """What was found."""

    CUSTOMER = "customer"
    SERVICE = "service"
    CONTACT = "contact"
    SIM = "sim"
    CASE = "case"
    DISPATCH = "dispatch"


class HitReason(StrEnum):
    """Which field matched."""

    CUSTOMER_NO = "customer_no"
    SERVICE_NO = "service_no"
    CASE_NO = "case_no"
    DISPATCH_NO = "dispatch_no"
    ICCID = "iccid"
    PERSONS_PHONE = "persons_phone"
    CALLERS_PHONE = "callers_phone"
    SENDER_NUMBER = "sender_number"
    SIM_NUMBER = "sim_number"
    CONTACT_NUMBER = "contact_number"
    LAST_DIGITS = "last_digits"
    FIRST_DIGITS = "first_digits"
    NAME = "name"
    PERSON = "person"
    PLACE = "place"


class HitGroup(StrEnum):
    """How sure a hit is: exactly what was typed, or perhaps what was meant."""

    EXACT = "exact"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    ``number`` is the number or code that matched (E.164, ICCID, customer number), and
    ``matched`` the part of it that was typed. ``detail`` holds plain facts for the line beside
    the label. ``reading`` is set where the number was read in one of several plausible ways.
    """

    kind: HitKind
    id: int
    label: str
    number: str
    why: HitReason
    group: HitGroup
    matched: str = ""
    detail: tuple[str, ...] = ()
    person: str = ""
    customer_id: int | None = None
    service_id: int | None = None
    state: ContactState | SimStatus | CaseStanding | None = None
    case_kind: CaseKind | None = None
    reading: PlausibleReading | None = None


@dataclass(frozen=True, slots=True)
class LookUpResult:
    """All hits of one look-up, exact ones first; ``more`` says that some were left out."""

    text: str
    readings: tuple[PlausibleReading, ...]
    hits: tuple[Hit, ...]
    more: bool = False
