"""Turns the cells of a row into values, or into the reason why the row is rejected. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter

import phonenumbers

from desktop.models.phone import read_number
from desktop.models.records.importing import ImportTable, Rejection
from desktop.services.importing.columns import Header
from desktop.services.importing.rows import (
    Books,
    ContactRow,
    CustomerRow,
    ServiceRow,
    SimRow,
    TrafficRow,
)
from desktop.services.importing.values import (
    plain,
    read_count,
    read_day,
    read_mean,
    read_sim_status,
    read_zone,
)

Cells = Sequence[str]

_ICCID_DIGITS = range(17, 23)
"""ITU-T E.118 allows 19 with the check digit; carriers print 18 to 20 and some pad."""


def pick_of(header: Header) -> Callable[[Cells], tuple[str, ...]]:
    """Return a function that puts the cells of a row in the order of the format's fields.

    The cells must have one empty cell more than the header; a missing column reads that one.
    """
    return itemgetter(*(header.width if at is None else at for at in header.positions))


class CustomerReader:
    """Reads rows of customers."""

    def __init__(self, header: Header, books: Books) -> None:
        self._pick = pick_of(header)
        self._there = [at is not None for at in header.positions]
        self._books = books

    def read(self, cells: Cells) -> CustomerRow | Rejection:
        """Return a customer, and let the books know it."""
        values = _present(self._pick(cells), self._there)
        row = CustomerRow(values[0] or "", values[1] or "", *values[2:])
        if not row.customer_no or not row.name:
            return Rejection.REQUIRED_EMPTY
        country = (row.country or "").upper() or None
        if country is not None and country not in phonenumbers.SUPPORTED_REGIONS:
            return Rejection.UNKNOWN_COUNTRY
        self._books.add_customer(row.customer_no, country)
        return row


class ServiceReader:
    """Reads rows of services; their customers must be known."""

    def __init__(self, header: Header, books: Books) -> None:
        self._pick = pick_of(header)
        self._there = [at is not None for at in header.positions]
        self._books = books

    def read(self, cells: Cells) -> ServiceRow | Rejection:
        """Return a service, and let the books know it."""
        values = _present(self._pick(cells), self._there)
        row = ServiceRow(values[0] or "", values[1] or "", values[2] or "", *values[3:])
        if not row.service_no or not row.customer_no or not row.name:
            return Rejection.REQUIRED_EMPTY
        if row.customer_no not in self._books.countries:
            return Rejection.UNKNOWN_CUSTOMER
        if row.timezone and read_zone(row.timezone) is None:
            return Rejection.UNKNOWN_TIME_ZONE
        self._books.add_service(row.service_no, row.customer_no, row.timezone or None)
        return row


class SimReader:
    """Reads rows of SIM cards; a service that is named must be known."""

    def __init__(self, header: Header, books: Books) -> None:
        self._pick = pick_of(header)
        self._there = [at is not None for at in header.positions]
        self._nowhere = books.nowhere()
        self._surroundings = books.surroundings()

    def read(self, cells: Cells) -> SimRow | Rejection:
        """Return a SIM card."""
        raw_iccid, raw_number, *rest = self._pick(cells)
        status_text, since_text, carrier, service_no, assigned_text, note = map(plain, rest)
        iccid = _iccid(plain(raw_iccid))
        if iccid is None:
            return Rejection.BAD_ICCID
        around = self._surroundings.get(service_no) if service_no else self._nowhere
        if around is None:
            return Rejection.UNKNOWN_SERVICE
        number = read_number(plain(raw_number), around.country)
        status = read_sim_status(status_text)
        since = around.moments.read(since_text)
        assigned_at = around.moments.read(assigned_text) if assigned_text else None
        if number.problem is not None:
            return Rejection(number.problem.value)
        if status is None:
            return Rejection.UNKNOWN_STATUS
        if since is None or (assigned_text and assigned_at is None):
            return Rejection.BAD_DATE
        there = self._there
        return SimRow(
            iccid,
            number.e164,
            status,
            since,
            carrier if there[4] else None,
            service_no if there[5] else None,
            assigned_at,
            note if there[7] else None,
        )


class ContactReader:
    """Reads rows of contacts: the quick one, as there are a million of them."""

    def __init__(self, header: Header, books: Books) -> None:
        self._pick = pick_of(header)
        self._surroundings = books.surroundings()
        self._sender_numbers: dict[tuple[str, str], str | None] = {}

    def read(self, cells: Cells) -> ContactRow | Rejection:
        """Return a contact's row with its moments in UTC."""
        service_no, phone, entered, name, started, started_on, stopped, source = self._pick(cells)
        service_no = service_no if service_no in self._surroundings else plain(service_no)
        around = self._surroundings.get(service_no)
        if around is None:
            return Rejection.UNKNOWN_SERVICE if service_no else Rejection.REQUIRED_EMPTY
        number = read_number(plain(phone) if phone.startswith("'") else phone, around.country)
        if number.problem is not None:
            return Rejection(number.problem.value)
        moments = around.moments
        entered_at = moments.read(entered)
        started_at = moments.read(started) if started else None
        stopped_at = moments.read_latest(stopped) if stopped else None
        if entered_at is None:
            return Rejection.BAD_DATE if entered.strip() else Rejection.REQUIRED_EMPTY
        if (started_at is None and started.strip()) or (stopped_at is None and stopped.strip()):
            return Rejection.BAD_DATE
        number_of_start = None
        if started_at and started_on.strip():
            number_of_start = self._sender_number(started_on, around.country)
            if number_of_start is None:
                return Rejection.BAD_STARTED_ON
        return (
            service_no,
            number.e164,
            number.region,
            phone,
            plain(name),
            plain(source),
            entered_at,
            started_at,
            number_of_start,
            stopped_at,
        )

    def _sender_number(self, text: str, country: str) -> str | None:
        """Read a sender number; there are few of them, so each is read once."""
        key = (text, country)
        if key not in self._sender_numbers:
            self._sender_numbers[key] = read_number(plain(text), country).e164 or None
        return self._sender_numbers[key]


class TrafficReader:
    """Reads rows of traffic."""

    def __init__(self, header: Header, books: Books) -> None:
        self._pick = pick_of(header)
        self._surroundings = books.surroundings()

    def read(self, cells: Cells) -> TrafficRow | Rejection:
        """Return one day of one service."""
        service_no, day_text, at_risk, messages, opt_outs, *rest = self._pick(cells)
        service_no = plain(service_no)
        if not service_no or not day_text.strip():
            return Rejection.REQUIRED_EMPTY
        if service_no not in self._surroundings:
            return Rejection.UNKNOWN_SERVICE
        day = read_day(day_text)
        if day is None:
            return Rejection.BAD_DATE
        contacts, mean, stops = read_count(at_risk), read_mean(messages), read_count(opt_outs)
        others = tuple(read_count(text) if text.strip() else None for text in rest)
        if contacts is None or mean is None or stops is None:
            return Rejection.BAD_COUNT
        if any(text.strip() and other is None for text, other in zip(rest, others, strict=True)):
            return Rejection.BAD_COUNT
        delivered, read, clicked, new_starts = others
        return service_no, day, contacts, mean, stops, delivered, read, clicked, new_starts


Reader = CustomerReader | ServiceReader | SimReader | ContactReader | TrafficReader

READERS: Mapping[ImportTable, type[Reader]] = {
    ImportTable.CUSTOMERS: CustomerReader,
    ImportTable.SERVICES: ServiceReader,
    ImportTable.SIMS: SimReader,
    ImportTable.CONTACTS: ContactReader,
    ImportTable.TRAFFIC: TrafficReader,
}


def _present(values: Sequence[str], there: Sequence[bool]) -> list[str | None]:
    """Return plain texts, and None for columns that the file does not have."""
    return [plain(value) if exists else None for value, exists in zip(values, there, strict=True)]


def _iccid(text: str) -> str | None:
    digits = text.replace(" ", "").rstrip("Ff")
    return (
        digits if digits.isascii() and digits.isdigit() and len(digits) in _ICCID_DIGITS else None
    )
