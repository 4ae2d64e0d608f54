"""What the import promises about rows, on both engines."""

from __future__ import annotations

import csv
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from desktop.models.changes import Change
from desktop.models.records.importing import ImportTable, Rejection
from desktop.models.states import SmsState
from desktop.models.tables import Contact, Customer, NewsletterService, TrafficDay
from desktop.services.importing.load import Importing
from desktop.services.projections import wrong_contacts
from desktop.services.storage.database import Database
from tests.services.importing.books import contact, events, ledger, run, states
from tests.services.importing.exports import (
    CONTACT_HEADER,
    CUSTOMERS,
    NEXT_SENDER,
    SENDER,
    SERVICES,
    SIM_HEADER,
    SIMS,
    TRAFFIC_HEADER,
    write_csv,
    write_export,
)

ANNA, BERT = "+436605550101", "+436605550102"
FIRST, SECOND, THIRD = "2026-02-01T10:00:00", "2026-03-01T10:00:00", "2026-04-01T10:00:00"


def _row(phone: str, *moments: str, name: str = "", on: str = SENDER) -> list[str]:
    entered, started, stopped = (*moments, "", "", "")[:3]
    return ["D1", phone, name, entered, started, on if started else "", stopped]


def test_that_events_become_states(database: Database, tmp_path: Path) -> None:
    folder = write_export(
        tmp_path / "export",
        [
            _row("0660 555 0101", FIRST),
            _row("0660 555 0102", FIRST, SECOND),
            _row("0660 555 0103", FIRST, SECOND, THIRD),
            _row("0660 555 0104", FIRST, THIRD, SECOND),
            _row("0660 555 0105", FIRST, SECOND, on=NEXT_SENDER),
            _row("0660 555 0106", FIRST, "", SECOND),
        ],
    )

    report = run(database, folder)

    assert ledger(report, ImportTable.CONTACTS) == (6, 0, 0, 0)
    assert states(database) == {
        "D1 +436605550101": "incomplete",
        "D1 +436605550102": "active",
        "D1 +436605550103": "unsubscribed",
        "D1 +436605550104": "active",
        "D1 +436605550105": "re_registration_pending",
        "D1 +436605550106": "unsubscribed",
    }


def test_that_the_same_file_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    folder = write_export(
        tmp_path / "export",
        [
            _row("0660 555 0101", FIRST, name="Anna"),
            _row("+43 660 5550101", FIRST, SECOND, name="Anna Maria"),
            _row("0660/5550101", FIRST, name=""),
            _row("0660 555 0102", FIRST, SECOND, THIRD),
            _row("12345", FIRST),
        ],
        traffic=[["D1", "2026-02-01", "3", "1", "0", ""], ["D1", "2026-02-01", "4", "1", "0", "2"]],
    )
    first = run(database, folder)
    before = (states(database), events(database), contact(database, ANNA).name)
    second = run(database, folder)

    assert ledger(first, ImportTable.CONTACTS) == (2, 1, 1, 1)
    assert ledger(second, ImportTable.CONTACTS) == (0, 0, 4, 1)
    assert ledger(first, ImportTable.TRAFFIC) == (1, 0, 1, 0)
    for table in set(second.tables) - {ImportTable.CONTACTS}:
        inserted, updated, _, rejected = ledger(second, table)
        assert (inserted, updated, rejected) == (0, 0, 0)
    assert (states(database), events(database), contact(database, ANNA).name) == before


def test_that_several_spellings_are_one_contact_with_all_events(
    database: Database, tmp_path: Path
) -> None:
    run(
        database,
        write_export(
            tmp_path / "export",
            [
                _row("+43 (0) 660 5550101", SECOND, THIRD, name="Anna"),
                _row("\u200e00436605550101", FIRST),
            ],
        ),
    )

    anna = contact(database, ANNA)
    assert (anna.raw_phone, anna.name) == ("+43 (0) 660 5550101", "Anna")
    assert anna.reversed_digits == "101055506634"
    assert anna.entered_at == datetime(2026, 3, 1, 9, tzinfo=UTC)
    assert [kind for _, kind, _ in events(database)] == ["entered", "entered", "started"]


def test_that_a_later_export_adds_and_never_takes_away(database: Database, tmp_path: Path) -> None:
    run(database, write_export(tmp_path / "a", [_row(ANNA, FIRST, SECOND), _row(BERT, FIRST)]))
    before = events(database)
    report = run(database, write_export(tmp_path / "b", [_row(ANNA, FIRST, "", THIRD)]))

    assert ledger(report, ImportTable.CONTACTS) == (0, 1, 0, 0)
    assert set(before) < set(events(database))
    assert states(database) == {f"D1 {ANNA}": "unsubscribed", f"D1 {BERT}": "incomplete"}


def test_that_an_unsubscribed_contact_needs_a_later_start_to_come_back(
    database: Database, tmp_path: Path
) -> None:
    run(database, write_export(tmp_path / "a", [_row(ANNA, FIRST, FIRST, SECOND)]))
    run(database, write_export(tmp_path / "b", [_row(ANNA, THIRD)]))
    run(database, write_export(tmp_path / "c", [_row(ANNA, FIRST, FIRST)]))
    assert states(database) == {f"D1 {ANNA}": "unsubscribed"}

    run(database, write_export(tmp_path / "d", [_row(ANNA, FIRST, THIRD)]))
    assert states(database) == {f"D1 {ANNA}": "active"}


def test_that_a_stop_in_the_hour_shown_twice_counts_as_after_the_start(
    database: Database, tmp_path: Path
) -> None:
    row = _row(ANNA, FIRST, "2026-10-25T02:50:00", "2026-10-25T02:10:00")
    run(database, write_export(tmp_path / "export", [row]))

    assert states(database) == {f"D1 {ANNA}": "unsubscribed"}


def test_that_a_new_sign_up_begins_with_no_reminders(database: Database, tmp_path: Path) -> None:
    run(database, write_export(tmp_path / "a", [_row(ANNA, FIRST), _row(BERT, FIRST)]))
    with database.write() as session:
        session.execute(
            update(Contact).values(
                reminders_sent=2,
                last_reminder_at=datetime(2026, 2, 10, tzinfo=UTC),
                last_reminder_state=SmsState.DELIVERED,
            )
        )
    # The same entry, told to the minute only, is no new sign-up.
    same_minute = _row(BERT, "01.02.2026 10:00")
    run(database, write_export(tmp_path / "b", [_row(ANNA, SECOND), same_minute]))

    anna, bert = contact(database, ANNA), contact(database, BERT)
    assert (anna.reminders_sent, anna.last_reminder_at, anna.last_reminder_state) == (0, None, None)
    assert (bert.reminders_sent, bert.last_reminder_state) == (2, SmsState.DELIVERED)


def test_that_a_start_of_unrecorded_number_went_to_the_number_of_that_time(
    database: Database, tmp_path: Path
) -> None:
    sims = [
        SIM_HEADER,
        ["8943010000000000001", SENDER, "retired", "2026-03-15", "", "2026-01-01"],
        ["8943010000000000002", NEXT_SENDER, "active", "2026-03-15", "D1", "2026-03-15"],
    ]
    rows = [_row(ANNA, FIRST, SECOND, on=""), _row(BERT, FIRST, THIRD, on="")]
    run(database, write_export(tmp_path / "export", rows, sims=sims))

    assert states(database) == {
        f"D1 {ANNA}": "re_registration_pending",
        f"D1 {BERT}": "active",
    }


def test_that_a_sim_replaced_later_makes_its_contacts_pending(
    database: Database, tmp_path: Path
) -> None:
    rows = [_row(ANNA, FIRST, SECOND), _row(BERT, FIRST, SECOND, on="")]
    run(database, write_export(tmp_path / "a", rows))
    replaced = [
        SIM_HEADER,
        ["8943010000000000001", SENDER, "retired", "2026-03-15", "", "2026-01-01"],
        ["8943010000000000002", NEXT_SENDER, "active", "2026-03-15", "D1", "2026-03-15"],
    ]
    run(database, write_csv(tmp_path / "sims.csv", replaced))

    assert set(states(database).values()) == {"re_registration_pending"}
    with database.read() as session:
        services = session.execute(
            select(NewsletterService.service_no, NewsletterService.sender_number)
        )
        assert dict(services.all()) == {"D1": NEXT_SENDER, "D2": None}
        assert list(wrong_contacts(session)) == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["D9", ANNA, "", FIRST, "", "", ""], Rejection.UNKNOWN_SERVICE),
        (["", ANNA, "", FIRST, "", "", ""], Rejection.REQUIRED_EMPTY),
        (["D1", "", "", FIRST, "", "", ""], Rejection.MISSING),
        (["D1", ANNA, "", "", "", "", ""], Rejection.REQUIRED_EMPTY),
        (["D1", ANNA, "", "31.02.2026 10:00", "", "", ""], Rejection.BAD_DATE),
        (["D1", ANNA, "", FIRST, "soon", "", ""], Rejection.BAD_DATE),
        (["D1", ANNA, "", FIRST, SECOND, "", "later"], Rejection.BAD_DATE),
        (["D1", ANNA, "", FIRST, SECOND, "12345", ""], Rejection.BAD_STARTED_ON),
        (["D1", "+43 1 5321234", "", FIRST, "", "", ""], Rejection.LANDLINE),
        (["D1", ANNA, "", FIRST, "", "", "", "x"], Rejection.TOO_MANY_CELLS),
    ],
)
def test_that_a_row_is_rejected_with_its_reason_and_the_others_are_imported(
    sqlite: Database, tmp_path: Path, row: list[str], reason: Rejection
) -> None:
    report = run(sqlite, write_export(tmp_path / "export", [_row(BERT, FIRST), row]))

    assert ledger(report, ImportTable.CONTACTS) == (1, 0, 0, 1)
    assert report.rejections[ImportTable.CONTACTS] == {reason: 1}
    assert list(states(sqlite)) == [f"D1 {BERT}"]


def test_that_the_error_file_has_line_reason_and_row_as_it_was(
    sqlite: Database, tmp_path: Path
) -> None:
    rows = [_row(BERT, FIRST), _row("+43 1 5321234", FIRST, name='Ö "x"'), _row("=1+1", FIRST)]
    folder = write_export(tmp_path / "export", rows)

    report = run(sqlite, folder)

    assert report.error_files == (folder / "contacts.errors.csv",)
    text = report.error_files[0].read_text("utf-8-sig")
    assert list(csv.reader(text.splitlines(), delimiter=";")) == [
        ["line", "reason", *CONTACT_HEADER],
        [
            "3",
            "This is a landline number; only a mobile number can get messages.",
            *_row("+43 1 5321234", FIRST, name='Ö "x"'),
        ],
        ["4", "This is not a phone number.", *_row("'=1+1", FIRST)],
    ]
    assert sorted(path.name for path in folder.iterdir()) == [
        "contacts.csv",
        "contacts.errors.csv",
        "customers.csv",
        "services.csv",
        "sims.csv",
    ]


def test_that_a_corrected_error_file_can_be_imported(sqlite: Database, tmp_path: Path) -> None:
    report = run(sqlite, write_export(tmp_path / "export", [_row("0660 555 01O1", FIRST)]))
    path = report.error_files[0]
    path.write_text(path.read_text("utf-8-sig").replace("01O1", "0101"), "utf-8-sig")

    again = run(sqlite, path)

    assert ledger(again, ImportTable.CONTACTS) == (1, 0, 0, 0)
    assert again.unknown_columns == {}
    assert contact(sqlite, ANNA).state == "incomplete"


def test_that_two_files_of_one_name_get_two_error_files(sqlite: Database, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_export(tmp_path / name, [_row("12345", FIRST)])
    errors = tmp_path / "errors"
    errors.mkdir()

    report = Importing(sqlite).run(
        [tmp_path / "a", tmp_path / "b"], agent="test", error_dir=errors, language="de"
    )

    assert report.error_files == (errors / "contacts.errors.csv", errors / "contacts-2.errors.csv")
    assert all("Die Nummer ist" in path.read_text("utf-8-sig") for path in report.error_files)


def test_that_an_error_file_goes_to_the_users_own_folder_where_the_other_is_closed(
    sqlite: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    monkeypatch.setattr("desktop.services.importing.rejected.data_dir", lambda: own)
    folder = write_export(tmp_path / "export", [_row("12345", FIRST)])

    report = Importing(sqlite).run([folder], agent="test", error_dir=tmp_path / "missing")

    assert report.error_files == (own / "import-errors" / "contacts.errors.csv",)


def test_that_drafts_of_a_killed_import_are_removed_and_young_ones_stay(
    sqlite: Database, tmp_path: Path
) -> None:
    folder = write_export(tmp_path / "export", [_row("12345", FIRST)])
    old, young = folder / ".rejected-rows-1.part", folder / ".rejected-rows-2.part"
    for path in (old, young):
        path.touch()
    os.utime(old, (0, 0))

    run(sqlite, folder)

    assert (old.exists(), young.exists()) == (False, True)


def test_that_unknown_columns_and_skipped_files_are_named(sqlite: Database, tmp_path: Path) -> None:
    folder = write_export(tmp_path / "export")
    write_csv(
        folder / "contacts.csv",
        [[*CONTACT_HEADER, "Shoe size"], [*_row(ANNA, FIRST), "42"]],
    )
    (folder / "readme.txt").write_text("hello")

    report = run(sqlite, folder)

    assert report.unknown_columns == {"contacts.csv": ("Shoe size",)}
    assert report.skipped == ("readme.txt",)
    assert json.loads(json.dumps(report.as_json()))["tables"]["contacts"] == {
        "read": 1,
        "inserted": 1,
        "updated": 0,
        "unchanged": 0,
        "rejected": 0,
    }


def test_that_master_data_are_updated_and_a_missing_column_says_nothing(
    database: Database, tmp_path: Path
) -> None:
    full = ["customer_no", "name", "country", "city", "contact_phone", "notes"]
    run(
        database,
        write_csv(
            tmp_path / "customers.csv",
            [full, ["K1", "Bäckerei Öhler", "AT", "Wien", "01 5321234", "nice"]],
        ),
    )
    report = run(
        database,
        write_csv(tmp_path / "b.csv", [["Kundennummer", "Name", "Notizen"], ["K1", "Öhler", ""]]),
    )

    assert ledger(report, ImportTable.CUSTOMERS) == (0, 1, 0, 0)
    with database.read() as session:
        customer = session.scalars(select(Customer)).one()
    assert (customer.name, customer.city, customer.imported_notes) == ("Öhler", "Wien", "")
    assert (customer.contact_phone_raw, customer.contact_phone) == ("01 5321234", "+4315321234")
    assert customer.search_text == "k1 ohler wien"


@pytest.mark.parametrize(
    ("table", "rows", "reason"),
    [
        (ImportTable.CUSTOMERS, [["customer_no", "name"], ["K9", ""]], Rejection.REQUIRED_EMPTY),
        (
            ImportTable.CUSTOMERS,
            [["customer_no", "name", "country"], ["K9", "x", "Atlantis"]],
            Rejection.UNKNOWN_COUNTRY,
        ),
        (
            ImportTable.SERVICES,
            [["service_no", "customer_no", "name"], ["D9", "K9", "x"]],
            Rejection.UNKNOWN_CUSTOMER,
        ),
        (
            ImportTable.SERVICES,
            [SERVICES[0], ["D9", "K1", "x", "Europe/Atlantis"]],
            Rejection.UNKNOWN_TIME_ZONE,
        ),
        (
            ImportTable.SIMS,
            [SIM_HEADER, ["8.94301E+18", SENDER, "active", FIRST, "", ""]],
            Rejection.BAD_ICCID,
        ),
        (
            ImportTable.SIMS,
            [SIM_HEADER, ["8943010000000000009", SENDER, "broken", FIRST, "", ""]],
            Rejection.UNKNOWN_STATUS,
        ),
        (
            ImportTable.SIMS,
            [SIM_HEADER, ["8943010000000000009", "12345", "active", FIRST, "", ""]],
            Rejection.TOO_SHORT,
        ),
        (
            ImportTable.SIMS,
            [SIM_HEADER, ["8943010000000000009", SENDER, "active", "", "", ""]],
            Rejection.BAD_DATE,
        ),
        (
            ImportTable.TRAFFIC,
            [TRAFFIC_HEADER, ["D1", "2026-01-01", "many", "1", "0", ""]],
            Rejection.BAD_COUNT,
        ),
    ],
)
def test_that_every_table_rejects_what_it_cannot_read(
    sqlite: Database, tmp_path: Path, table: ImportTable, rows: list[list[str]], reason: Rejection
) -> None:
    run(sqlite, write_export(tmp_path / "export"))
    report = run(sqlite, write_csv(tmp_path / "rows.csv", rows))

    assert report.rejections[table] == {reason: 1}
    assert ledger(report, table) == (0, 0, 0, 1)


def test_that_traffic_is_updated_and_an_empty_cell_says_nothing(
    database: Database, tmp_path: Path
) -> None:
    run(database, write_export(tmp_path / "a", traffic=[["D1", "2026-02-01", "3", "1", "0", "2"]]))
    later = [["D1", "01.02.2026", "5", "1,5", "1", ""], ["D1", "2026-02-02", "5", "0", "0", ""]]
    report = run(database, write_export(tmp_path / "b", traffic=later))

    assert ledger(report, ImportTable.TRAFFIC) == (1, 1, 0, 0)
    with database.read() as session:
        days = session.scalars(select(TrafficDay).order_by(TrafficDay.day)).all()
    assert [(day.contacts_at_risk, day.messages_sent, day.read) for day in days] == [
        (5, 1.5, 2),
        (5, 0.0, None),
    ]


def test_that_an_import_tells_what_it_changed(sqlite: Database, tmp_path: Path) -> None:
    heard: list[Change] = []
    sqlite.publish = heard.append

    run(sqlite, write_export(tmp_path / "export", [_row(ANNA, FIRST)]))

    assert sorted(heard) == [Change.CONTACTS, Change.CUSTOMERS, Change.SIMS]


def test_that_one_row_of_each_master_table_counts_when_it_stands_twice(
    sqlite: Database, tmp_path: Path
) -> None:
    rows = [*CUSTOMERS, ["K1", "Bakery II", "AT"]]
    for _ in range(2):
        report = run(sqlite, write_csv(tmp_path / "customers.csv", rows))

    assert ledger(report, ImportTable.CUSTOMERS) == (0, 0, 3, 0)
    with sqlite.read() as session:
        assert session.scalars(select(Customer.name).order_by(Customer.customer_no)).all() == [
            "Bakery II",
            "Radio",
        ]
        assert session.scalar(select(func.count()).select_from(Customer)) == 2


def test_that_only_a_sim_file_is_enough(sqlite: Database, tmp_path: Path) -> None:
    sims = [SIMS[0], ["8943010000000000001", SENDER, "auf Lager", "2026-01-01", "", ""]]

    report = run(sqlite, write_csv(tmp_path / "sims.csv", sims))

    assert ledger(report, ImportTable.SIMS) == (1, 0, 0, 0)
