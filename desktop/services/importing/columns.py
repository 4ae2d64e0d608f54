"""Which table a file is, and which column is which: known from the header, in two languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.models.records.importing import ImportTable


@dataclass(frozen=True, slots=True)
class TableFormat:
    """One table of the exchange format: its fields, and each field's headers besides its own."""

    table: ImportTable
    required: tuple[str, ...]
    optional: tuple[str, ...]
    german: Mapping[str, str]

    @property
    def fields(self) -> tuple[str, ...]:
        """All fields, in the order in which the row readers expect them."""
        return self.required + self.optional

    def field_of(self, header: str) -> str | None:
        """Return the field that a normal header names."""
        return header if header in self.fields else self.german.get(header)


FORMATS: Mapping[ImportTable, TableFormat] = {
    form.table: form
    for form in (
        TableFormat(
            ImportTable.CUSTOMERS,
            ("customer_no", "name"),
            (
                "street",
                "zip",
                "city",
                "country",
                "language",
                "contact_person",
                "contact_phone",
                "contact_email",
                "notes",
            ),
            {
                "kundennummer": "customer_no",
                "strasse": "street",
                "plz": "zip",
                "ort": "city",
                "land": "country",
                "sprache": "language",
                "ansprechpartner": "contact_person",
                "telefon": "contact_phone",
                "e_mail": "contact_email",
                "notizen": "notes",
            },
        ),
        TableFormat(
            ImportTable.SERVICES,
            ("service_no", "customer_no", "name"),
            ("start_keyword", "stop_keyword", "signup_url", "timezone"),
            {
                "dienstnummer": "service_no",
                "kundennummer": "customer_no",
                "startwort": "start_keyword",
                "stoppwort": "stop_keyword",
                "anmeldelink": "signup_url",
                "zeitzone": "timezone",
            },
        ),
        TableFormat(
            ImportTable.SIMS,
            ("iccid", "msisdn", "status", "status_since"),
            ("carrier", "service_no", "assigned_at", "note"),
            {
                "rufnummer": "msisdn",
                "status_seit": "status_since",
                "anbieter": "carrier",
                "dienstnummer": "service_no",
                "zugewiesen_am": "assigned_at",
                "notiz": "note",
            },
        ),
        TableFormat(
            ImportTable.CONTACTS,
            ("service_no", "phone", "entered_at"),
            ("name", "started_at", "started_on", "stopped_at", "source"),
            {
                "dienstnummer": "service_no",
                "telefon": "phone",
                "eingetragen_am": "entered_at",
                "gestartet_am": "started_at",
                "gestartet_auf": "started_on",
                "gestoppt_am": "stopped_at",
                "quelle": "source",
            },
        ),
        TableFormat(
            ImportTable.TRAFFIC,
            ("service_no", "day", "contacts_at_risk", "messages_sent", "opt_outs"),
            ("delivered", "read", "clicked", "new_starts"),
            {
                "dienstnummer": "service_no",
                "tag": "day",
                "kontakte": "contacts_at_risk",
                "nachrichten": "messages_sent",
                "abmeldungen": "opt_outs",
                "zugestellt": "delivered",
                "gelesen": "read",
                "geklickt": "clicked",
                "neue_starts": "new_starts",
            },
        ),
    )
}

OWN_COLUMNS = frozenset({"line", "reason", "zeile", "grund"})
"""What our error files put in front of a row; a corrected error file can be read again."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header that was understood.

    ``positions`` has, for each field of the format, the index of its column or None.
    """

    table: ImportTable
    positions: tuple[int | None, ...]
    unknown: tuple[str, ...]
    width: int
    as_written: tuple[str, ...]


def normal(header: str) -> str:
    """Return a header without case, surrounding space, and kinds of separators."""
    return re.sub(r"[\s\-.]+", "_", header.strip().casefold())


def understand(cells: Sequence[str]) -> Header | None:
    """Return what a header means, or None: no table has all its required columns in it.

    Of several tables that fit, the one with the most columns is meant; a column that stands
    twice makes a header unusable, as nobody can say which of the two holds.
    """
    headers = [normal(cell) for cell in cells]
    fitting = [form for form in FORMATS.values() if not missing_columns(headers, form)]
    if not fitting:
        return None
    form = max(fitting, key=lambda form: (_known(headers, form), len(form.required)))
    fields = [form.field_of(header) for header in headers]
    known = [field for field in fields if field is not None]
    if len(known) != len(set(known)):
        return None
    unknown = tuple(
        cell.strip()
        for cell, header, field in zip(cells, headers, fields, strict=True)
        if field is None and header and header not in OWN_COLUMNS
    )
    positions = tuple(fields.index(name) if name in fields else None for name in form.fields)
    return Header(form.table, positions, unknown, len(cells), tuple(cells))


def missing_columns(headers: Sequence[str], form: TableFormat) -> tuple[str, ...]:
    """Return the required columns that normal headers lack."""
    there = {form.field_of(header) for header in headers}
    return tuple(name for name in form.required if name not in there)


def nearest_miss(cells: Sequence[str]) -> str:
    """Say, for the one who looks for the mistake, which columns the likeliest table lacks."""
    headers = [normal(cell) for cell in cells]
    form = max(FORMATS.values(), key=lambda form: _known(headers, form))
    if not _known(headers, form):
        return "no known column"
    missing = missing_columns(headers, form)
    return f"{form.table.value}: {', '.join(missing) or 'a column stands twice'}"


def _known(headers: Sequence[str], form: TableFormat) -> int:
    return sum(form.field_of(header) is not None for header in headers)
