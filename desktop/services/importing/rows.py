"""Rows as values, and what must be known of the house to read them."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from desktop.models.phone import plausible_readings
from desktop.models.states import SimStatus
from desktop.services.importing.values import (
    Moments,
    read_zone,
)

DEFAULT_COUNTRY = "AT"
DEFAULT_LANGUAGE = "de"
DEFAULT_ZONE = "Europe/Vienna"
ZONE_OF_COUNTRY = {"AT": "Europe/Vienna", "DE": "Europe/Berlin", "CH": "Europe/Zurich"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What must be known of a service to read rows that belong to it."""

    country: str
    moments: Moments


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer as the file has it; None where the file has no such column."""

    customer_no: str
    name: str
    street: str | None
    zip: str | None
    city: str | None
    country: str | None
    language: str | None
    contact_person: str | None
    contact_phone_raw: str | None
    contact_email: str | None
    imported_notes: str | None


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service as the file has it; None where the file has no such column."""

    service_no: str
    customer_no: str
    name: str
    start_keyword: str | None
    stop_keyword: str | None
    signup_url: str | None
    timezone: str | None


@dataclass(frozen=True, slots=True)
class SimRow:
    """A SIM card as the file has it; moments as texts in UTC.

    ``service_no`` is empty for a SIM without a service, None where the file has no such column.
    """

    iccid: str
    msisdn: str
    status: SimStatus
    status_since: str
    carrier: str | None
    service_no: str | None
    assigned_at: str | None
    note: str | None


ContactRow = tuple[str, str, str, str, str, str, str, str | None, str | None, str | None]
"""service_no, e164, country, raw, name, source, entered_at, started_at, started_on, stopped_at."""

TrafficRow = tuple[str, str, int, float, int, int | None, int | None, int | None, int | None]
"""service_no, day, contacts_at_risk, messages_sent, opt_outs, delivered, read, clicked, starts."""


class Books:
    """What the row readers know of the house: customers' countries and services' time zones.

    It grows while the master data of a run are read, so that a service may stand in the same
    export as its contacts.
    """

    def __init__(self, default_country: str = DEFAULT_COUNTRY) -> None:
        self.default_country = default_country
        self.countries: dict[str, str] = {}
        self._services: dict[str, tuple[str, str]] = {}
        self._moments: dict[str, Moments] = {}

    def add_customer(self, customer_no: str, country: str | None) -> None:
        """Remember a customer; without a country the one that is known stays."""
        known = self.countries.get(customer_no, self.default_country)
        self.countries[customer_no] = country or known

    def add_service(self, service_no: str, customer_no: str, zone: str | None) -> None:
        """Remember a service; without a time zone the one that is known stays."""
        if zone is None and service_no in self._services:
            zone = self._services[service_no][1]
        self._services[service_no] = (customer_no, zone or self.zone_for(customer_no))

    def zone_for(self, customer_no: str) -> str:
        """Return the time zone of a service for which none is given."""
        return ZONE_OF_COUNTRY.get(self.countries.get(customer_no, ""), DEFAULT_ZONE)

    def surroundings(self) -> dict[str, Surroundings]:
        """Return what is known of each service now, by its number."""
        return {
            service_no: Surroundings(self.countries[customer_no], self.moments_in(zone))
            for service_no, (customer_no, zone) in self._services.items()
        }

    def nowhere(self) -> Surroundings:
        """Return what holds for a SIM card that belongs to no service."""
        return Surroundings(self.default_country, self.moments_in(DEFAULT_ZONE))

    def moments_in(self, zone: str) -> Moments:
        """Return the one reader of moments of a time zone."""
        if zone not in self._moments:
            self._moments[zone] = Moments(read_zone(zone) or ZoneInfo(DEFAULT_ZONE))
        return self._moments[zone]


def any_number(text: str, country: str) -> str | None:
    """Return a customer's own number, landlines too, or None: it is shown, never written to."""
    readings = plausible_readings(text, country, ())
    return readings[0].e164 if readings else None
