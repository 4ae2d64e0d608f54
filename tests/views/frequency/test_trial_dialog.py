"""The dialog that plans a frequency test."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel

from desktop.models.changes import Change
from desktop.models.states import ContactEventKind, ContactState
from desktop.models.tables import Contact, ContactEvent, ServiceCount
from desktop.services.storage.database import Database
from tests.support.numbers import add_days, add_service, days_ago
from tests.support.window import Person

CONTACTS = 400


def fill(database: Database) -> None:
    with database.write(Change.TRAFFIC) as session:
        service = add_service(session, "A")
        add_days(session, service, 60, first=days_ago(60).date())
        for number in range(CONTACTS):
            e164 = f"+43650{number:07}"
            contact = Contact(
                service_id=service.id,
                e164=e164,
                reversed_digits=e164[::-1],
                raw_phone="",
                state=ContactState.ACTIVE,
                entered_at=days_ago(90),
            )
            session.add(contact)
            session.flush()
            started = ContactEvent(
                contact_id=contact.id,
                kind=ContactEventKind.STARTED,
                at=days_ago(89) + timedelta(minutes=number),
            )
            session.add(started)
        session.add(
            ServiceCount(service_id=service.id, state=ContactState.ACTIVE, contacts=CONTACTS)
        )


def text(person: Person, name: str) -> str:
    found = person.window.findChild(QLabel, name)
    return found.text() if found is not None else ""


def toggle(person: Person, name: str) -> None:
    box = person.sees(name)
    assert isinstance(box, QAbstractButton)
    box.click()


def test_that_a_test_is_planned_begun_and_its_allocation_saved(
    database: Database, person: Person, tmp_path: Path
) -> None:
    fill(database)
    person.app.desk.navigator.page_wanted.emit("frequency")
    person.clicks("frequency_trial_plan")
    person.waits_until(lambda: "200 in each of 2 groups" in text(person, "trial_offer"))
    assert "would show in 4 of 5 tests" in text(person, "trial_offer")
    toggle(person, "trial_twice_a_month")
    person.waits_until(lambda: "133 in each of 3 groups" in text(person, "trial_offer"))
    toggle(person, "trial_daily")
    toggle(person, "trial_weekly")
    person.waits_until(lambda: text(person, "trial_offer") == "Choose at least two groups.")
    begin = person.sees("trial_begin")
    assert isinstance(begin, QAbstractButton)
    assert not begin.isEnabled()
    toggle(person, "trial_weekly")

    person.clicks("trial_begin")

    person.waits_until(lambda: "once a week: 200" in text(person, "trial_latest"))
    person.waits_until(lambda: "until then nobody looks" in text(person, "trial_latest"))
    assert not begin.isEnabled()
    person.clicks("trial_save")
    dialog = person.window.findChild(QFileDialog, "trial_save_dialog")
    assert isinstance(dialog, QFileDialog)
    path = tmp_path / "test.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    person.waits_until(lambda: text(person, "trial_told") == "400 numbers saved.")
    assert len(path.read_text("utf-8-sig").splitlines()) == CONTACTS + 1
    person.clicks("trial_save_messages")
    dialog = person.window.findChild(QFileDialog, "trial_save_dialog")
    assert isinstance(dialog, QFileDialog)
    messages = tmp_path / "messages.csv"
    dialog.fileSelected.emit(str(messages))
    dialog.close()
    person.waits_until(lambda: text(person, "trial_told").endswith("messages saved."))
    rows = messages.read_text("utf-8-sig").splitlines()
    assert rows[0] == "Message no.;Day;once a week;twice a month"
    assert all(row.split(";")[2] == "yes" for row in rows[1:])
    person.clicks("trial_close")
