"""The import as a use case: preview, and run."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from threading import Event

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.changes import Change
from desktop.models.records.importing import (
    ImportPhase,
    ImportPreview,
    ImportReport,
    ImportTable,
    PastImport,
    SimConflict,
)
from desktop.models.tables import Customer, ImportRun, NewsletterService
from desktop.services.importing import files
from desktop.services.importing.files import TableFile
from desktop.services.importing.merge_contacts import ContactMerge
from desktop.services.importing.merge_masters import merge_customers, merge_services
from desktop.services.importing.merge_sims import SimMerge
from desktop.services.importing.merge_traffic import merge_traffic
from desktop.services.importing.reading import (
    READING_SHARE,
    Harvest,
    Pulse,
    Report,
    read_files,
)
from desktop.services.importing.rows import DEFAULT_COUNTRY, Books
from desktop.services.importing.spool import Spool
from desktop.services.importing.tally import Tally
from desktop.services.projections import renew_counts, renew_services
from desktop.services.sims.entering import lock_numbers
from desktop.services.storage import audit
from desktop.services.storage.bulk import bulk_work
from desktop.services.storage.database import Database

_CHANGES = {
    ImportTable.CUSTOMERS: Change.CUSTOMERS,
    ImportTable.SERVICES: Change.CUSTOMERS,
    ImportTable.SIMS: Change.SIMS,
    ImportTable.CONTACTS: Change.CONTACTS,
    ImportTable.TRAFFIC: Change.TRAFFIC,
}


def no_report(_progress: object) -> None:
    """Stand in where nobody watches the progress."""


class Importing:
    """Reads the platform's exports into the books."""

    def __init__(
        self,
        database: Database,
        default_country: str = DEFAULT_COUNTRY,
        *,
        rehearsal: bool = False,
    ) -> None:
        """Take the books and the country of customers for whom none is given.

        With ``rehearsal`` (demonstration) SMS in test mode count as reminders.
        """
        self._database = database
        self._default_country = default_country
        self._rehearsal = rehearsal

    def preview(self, paths: Sequence[Path]) -> ImportPreview:
        """Return what an import of files, folders or ZIP files would read.

        Raises:
            UnknownTableError: a named file is no table, or there is none at all.
            FileUnreadableError: a file cannot be read.
            FileTooLargeError: a file is over a limit.

        """
        return files.preview(paths)

    def past(self, most: int = 5) -> tuple[PastImport, ...]:
        """Return the last imports, the newest first.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            runs = session.scalars(select(ImportRun).order_by(ImportRun.id.desc()).limit(most))
            return tuple(_past(run) for run in runs)

    def run(
        self,
        paths: Sequence[Path],
        *,
        agent: str,
        progress: Report = no_report,
        stop: Event | None = None,
        error_dir: Path | None = None,
        language: str = "de",
    ) -> ImportReport:
        """Import files, folders or ZIP files: all that is good in them, or nothing at all.

        Error files go to ``error_dir`` (else beside the source, else into the user's own folder)
        and speak ``language``.

        Raises:
            CancelledError: ``stop`` was set; nothing was changed.
            InputError: a file cannot be read; nothing was changed.
            StorageError: the database or a disk cannot take it; nothing was changed.

        """
        pulse = Pulse(progress, stop or Event())
        tables, skipped = files.find_tables(paths, pulse.look_up)
        with closing(Harvest(Spool(), self._books())) as harvest:
            read_files(tables, harvest, pulse, error_dir, language)
            return self._write(tables, skipped, harvest, pulse, agent)

    def _books(self) -> Books:
        """Read what must be known of the house to read rows."""
        books = Books(self._default_country)
        with self._database.read() as session:
            for customer_no, country in session.execute(
                select(Customer.customer_no, Customer.country)
            ):
                books.add_customer(customer_no, country)
            for service_no, customer_no, zone in session.execute(
                select(
                    NewsletterService.service_no, Customer.customer_no, NewsletterService.timezone
                ).join(Customer, Customer.id == NewsletterService.customer_id)
            ):
                books.add_service(service_no, customer_no, zone)
        return books

    def _write(
        self,
        tables: Sequence[TableFile],
        skipped: tuple[str, ...],
        harvest: Harvest,
        pulse: Pulse,
        agent: str,
    ) -> ImportReport:
        """Compare what was read with the books in one transaction, and report."""
        taken: set[Path] = set()
        error_files = tuple(filter(None, (errors.path(taken) for errors in harvest.error_files)))
        changes = dict.fromkeys(_CHANGES[table] for table in harvest.tallies)
        with self._database.write(*changes) as session:
            with bulk_work(session):
                conflicts = _Merge(
                    session,
                    harvest,
                    pulse,
                    agent,
                    self._database.clock(),
                    rehearsal=self._rehearsal,
                ).merge_all()
            report = ImportReport(
                tables=harvest.ledgers(),
                rejections={table: dict(counts) for table, counts in harvest.reasons.items()},
                error_files=error_files,
                unknown_columns={
                    file.source.name: file.header.unknown for file in tables if file.header.unknown
                },
                skipped=skipped,
                conflicts=conflicts,
                seconds=pulse.seconds,
            )
            self._write_down(session, report, agent)
        for errors in harvest.error_files:
            errors.publish()
        return report

    def _write_down(self, session: Session, report: ImportReport, agent: str) -> None:
        now = self._database.clock()
        session.add(ImportRun(at=now, agent=agent, report=report.as_json()))
        facts = {"tables": report.as_json()["tables"], "conflicts": len(report.conflicts)}
        audit.record(session, audit.Act("import", agent, now, facts))


def _past(run: ImportRun) -> PastImport:
    ledgers = list(run.report["tables"].values())
    return PastImport(
        run.at,
        run.agent,
        sum(ledger["read"] for ledger in ledgers),
        sum(ledger["rejected"] for ledger in ledgers),
    )


class _Merge:
    """The writing half of one import, in the order in which the tables need each other."""

    def __init__(
        self,
        session: Session,
        harvest: Harvest,
        pulse: Pulse,
        agent: str,
        now: datetime,
        *,
        rehearsal: bool,
    ) -> None:
        self._session = session
        self._now = now
        self._rehearsal = rehearsal
        self._harvest = harvest
        self._pulse = pulse
        self._agent = agent
        self._written = 0

    def merge_all(self) -> tuple[SimConflict, ...]:
        """Merge everything that was read; return the conflicts."""
        harvest, session, books = self._harvest, self._session, self._harvest.books
        if harvest.services or harvest.sims:
            # First, as whoever gives a service a number does: else each waits for the other.
            lock_numbers(session)
        merge_customers(session, harvest.customers, books, self._tally(ImportTable.CUSTOMERS))
        merge_services(session, harvest.services, books, self._tally(ImportTable.SERVICES))
        service_ids = self._service_ids()
        sims = SimMerge(session, service_ids, self._agent, self._now)
        sims.merge(harvest.sims, self._tally(ImportTable.SIMS))
        self._done(len(harvest.customers) + len(harvest.services) + len(harvest.sims))
        renew_services(session, sims.touched)
        contacts = ContactMerge(
            session,
            service_ids,
            self._tally(ImportTable.CONTACTS),
            rehearsal=self._rehearsal,
        )
        contacts.merge(harvest.spool, self._done)
        merge_traffic(
            session, harvest.spool, service_ids, self._tally(ImportTable.TRAFFIC), self._done
        )
        renew_counts(session, contacts.touched)
        return tuple(sims.conflicts)

    def _tally(self, table: ImportTable) -> Tally:
        """Return where the rows of a table are counted, also if there are none."""
        return self._harvest.tallies.get(table) or Tally()

    def _service_ids(self) -> dict[str, int]:
        rows = self._session.execute(select(NewsletterService.service_no, NewsletterService.id))
        return {service_no: service_id for service_no, service_id in rows}  # noqa: C416 - typed

    def _done(self, rows: int) -> None:
        self._written += rows
        share = self._written / max(self._harvest.rows, 1)
        fraction = READING_SHARE + (1 - READING_SHARE) * share
        self._pulse.beat(ImportPhase.WRITING, "", self._written, fraction)
