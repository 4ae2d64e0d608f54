"""What stands in the books after an import, in a form that is easily compared."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from desktop.models.records.importing import ImportReport, ImportTable
from desktop.models.tables import Contact, ContactEvent, NewsletterService, SimAssignment, SimCard
from desktop.services.importing.load import Importing
from desktop.services.storage.database import Database


def run(database: Database, *paths: Path) -> ImportReport:
    return Importing(database).run(list(paths), agent="test", language="en")


def states(database: Database) -> dict[str, str]:
    """Return each contact's state, by service and number."""
    with database.read() as session:
        rows = session.execute(
            select(NewsletterService.service_no, Contact.e164, Contact.state).join(
                NewsletterService, NewsletterService.id == Contact.service_id
            )
        )
        return {f"{service_no} {e164}": state.value for service_no, e164, state in rows}


def contact(database: Database, e164: str) -> Contact:
    with database.read() as session:
        return session.scalars(select(Contact).where(Contact.e164 == e164)).one()


def events(database: Database) -> list[tuple[str, str, datetime]]:
    with database.read() as session:
        rows = session.execute(
            select(Contact.e164, ContactEvent.kind, ContactEvent.at)
            .join(Contact, Contact.id == ContactEvent.contact_id)
            .order_by(Contact.e164, ContactEvent.kind, ContactEvent.at)
        )
        return [(e164, kind.value, at) for e164, kind, at in rows]


def spans(database: Database) -> list[tuple[str, str, datetime | None, datetime | None]]:
    """Return who used which number when: SIM, service, from, until."""
    with database.read() as session:
        rows = session.execute(
            select(
                func.coalesce(SimCard.iccid, ""),
                NewsletterService.service_no,
                SimAssignment.from_at,
                SimAssignment.until_at,
            )
            .join(SimAssignment, SimAssignment.sim_id == SimCard.id)
            .join(NewsletterService, NewsletterService.id == SimAssignment.service_id)
        )
        return sorted(rows.all(), key=str)


def ledger(report: ImportReport, table: ImportTable) -> tuple[int, int, int, int]:
    """Return inserted, updated, unchanged, rejected, after a look whether they add up."""
    entry = report.tables[table]
    assert entry.adds_up
    return entry.inserted, entry.updated, entry.unchanged, entry.rejected
