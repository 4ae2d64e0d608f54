"""Makes small exports for tests."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

CUSTOMERS = [["customer_no", "name", "country"], ["K1", "Bakery", "AT"], ["K2", "Radio", "DE"]]
SERVICES = [
    ["service_no", "customer_no", "name", "timezone"],
    ["D1", "K1", "Morning news", "Europe/Vienna"],
    ["D2", "K2", "Evening news", "Europe/Berlin"],
]
SIM_HEADER = ["iccid", "msisdn", "status", "status_since", "service_no", "assigned_at"]
CONTACT_HEADER = [
    "service_no",
    "phone",
    "name",
    "entered_at",
    "started_at",
    "started_on",
    "stopped_at",
]
TRAFFIC_HEADER = ["service_no", "day", "contacts_at_risk", "messages_sent", "opt_outs", "read"]

SENDER = "+436605550001"
NEXT_SENDER = "+436605550002"
SIMS = [SIM_HEADER, ["8943010000000000001", SENDER, "active", "2026-01-01", "D1", "2026-01-01"]]

Rows = Sequence[Sequence[str]]


def write_csv(path: Path, rows: Iterable[Sequence[str]], delimiter: str = ";") -> Path:
    """Write one table as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    return path


def write_xlsx(path: Path, rows: Rows, sheet: str = "Export") -> Path:
    """Write one table as a workbook whose cells are all text."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(sheet)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                page.write_string(at, column, cell)
    return path


def write_export(
    folder: Path, contacts: Rows = (), *, sims: Rows = SIMS, traffic: Rows = ()
) -> Path:
    """Write a folder of tables; ``contacts`` and ``traffic`` come without their headers."""
    folder.mkdir(exist_ok=True)
    write_csv(folder / "customers.csv", CUSTOMERS)
    write_csv(folder / "services.csv", SERVICES)
    write_csv(folder / "sims.csv", sims)
    if contacts:
        write_csv(folder / "contacts.csv", [CONTACT_HEADER, *contacts])
    if traffic:
        write_csv(folder / "traffic.csv", [TRAFFIC_HEADER, *traffic])
    return folder
