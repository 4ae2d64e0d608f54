"""Both sample exports give exactly what their truth says, also when they are read twice."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from desktop.models.records.importing import ImportReport, ImportTable, Rejection
from desktop.models.states import ContactState
from desktop.models.tables import (
    Contact,
    Customer,
    ImportRun,
    NewsletterService,
    ServiceCount,
    TrafficDay,
)
from desktop.paths import resources_dir
from desktop.services.importing.load import Importing
from desktop.services.projections import wrong_contacts
from desktop.services.sims.listing import Sims
from desktop.services.storage.audit import first_broken_entry
from desktop.services.storage.database import Database

EXPORTS = ("export-en", "export-de")
_TRUTH_NAME = {
    "incomplete": ContactState.INCOMPLETE,
    "active": ContactState.ACTIVE,
    "unsubscribed": ContactState.UNSUBSCRIBED,
    "pending": ContactState.RE_REGISTRATION_PENDING,
}
_TRUTH_REASON = {
    "unknown service": Rejection.UNKNOWN_SERVICE,
    "bad date": Rejection.BAD_DATE,
}


def _folder(export: str) -> Path:
    return resources_dir() / "sample" / export


def _truth(export: str) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads((_folder(export) / "truth.json").read_text("utf-8"))
    return truth


def _import(database: Database, export: str, error_dir: Path) -> ImportReport:
    return Importing(database).run([_folder(export)], agent="test", error_dir=error_dir)


def _services(database: Database) -> dict[str, dict[str, Any]]:
    with database.read() as session:
        found: dict[str, dict[str, Any]] = {}
        for service, customer_no in session.execute(
            select(NewsletterService, Customer.customer_no).join(
                Customer, Customer.id == NewsletterService.customer_id
            )
        ):
            exposure, opt_outs = session.execute(
                select(func.sum(TrafficDay.contacts_at_risk), func.sum(TrafficDay.opt_outs)).where(
                    TrafficDay.service_id == service.id
                )
            ).one()
            counted = dict(
                session.execute(
                    select(Contact.state, func.count())
                    .where(Contact.service_id == service.id)
                    .group_by(Contact.state)
                ).all()
            )
            kept = dict(
                session.execute(
                    select(ServiceCount.state, ServiceCount.contacts).where(
                        ServiceCount.service_id == service.id
                    )
                ).all()
            )
            assert {state: contacts for state, contacts in kept.items() if contacts} == counted
            found[service.service_no] = {
                "customer": customer_no,
                "number": service.sender_number,
                "sim_status": service.sim_status.value if service.sim_status else None,
                "exposure": exposure,
                "opt_outs": opt_outs,
                **{word: counted.get(state, 0) for word, state in _TRUTH_NAME.items()},
            }
        return found


@pytest.mark.parametrize("export", EXPORTS)
def test_that_a_sample_gives_its_truth_twice_in_a_row(
    database: Database, export: str, tmp_path: Path
) -> None:
    truth = _truth(export)
    expected = {
        service_no: {key: value for key, value in service.items() if key != "hazard"}
        for service_no, service in truth["services"].items()
    }
    reasons = Counter(
        _TRUTH_REASON.get(entry["why"]) or Rejection(entry["why"]) for entry in truth["rejected"]
    )

    first = _import(database, export, tmp_path)
    assert _services(database) == expected
    assert {table.value: ledger.read for table, ledger in first.tables.items()} == truth["rows"]
    assert first.rejections[ImportTable.CONTACTS] == reasons
    contacts = first.tables[ImportTable.CONTACTS]
    assert contacts.adds_up
    assert contacts.inserted == sum(
        service[word] for service in truth["services"].values() for word in _TRUTH_NAME
    )
    assert contacts.updated + contacts.unchanged >= truth["duplicates"]

    second = _import(database, export, tmp_path)
    assert _services(database) == expected
    for table, ledger in second.tables.items():
        assert ledger.adds_up
        assert ledger.rejected == first.tables[table].rejected
        assert ledger.unchanged == ledger.read - ledger.rejected
    assert second.conflicts == ()
    assert second.unknown_columns == {}


def test_that_an_import_is_written_down_and_its_states_follow_from_the_events(
    database: Database, tmp_path: Path
) -> None:
    report = _import(database, "export-de", tmp_path)

    with database.read() as session:
        run = session.scalars(select(ImportRun)).one()
        assert run.agent == "test"
        assert run.report["tables"] == report.as_json()["tables"]
        assert first_broken_entry(session) is None
        assert list(wrong_contacts(session)) == []


@pytest.mark.parametrize("export", ["export-de", "export-en"])
def test_that_reading_the_sample_twice_leaves_the_histories_of_numbers_as_they_were(
    database: Database, tmp_path: Path, export: str
) -> None:
    _import(database, export, tmp_path)
    sims = Sims(database)
    before = {row.sim_id: sims.card(row.sim_id) for row in sims.list().rows}
    assert before

    report = _import(database, export, tmp_path)

    assert {row.sim_id: sims.card(row.sim_id) for row in sims.list().rows} == before
    assert report.conflicts == ()
    assert sims.list().conflicts == 0
