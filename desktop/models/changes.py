"""What kinds of data a use case can change; pages that care read again."""

from __future__ import annotations

from enum import StrEnum


class Change(StrEnum):
    """One kind of data that was changed. Coarse on purpose: hearing it twice is harmless."""

    CUSTOMERS = "customers"
    CONTACTS = "contacts"
    SIMS = "sims"
    TRAFFIC = "traffic"
    CASES = "cases"
    DISPATCHES = "dispatches"
    NOTES = "notes"
    SETTINGS = "settings"
    TEMPLATES = "templates"
