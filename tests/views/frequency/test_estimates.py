"""The curves, the sentence and the recommendation of the frequency page."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit
from sqlalchemy import select

from desktop.models.changes import Change
from desktop.models.states import ContactEventKind, ContactState
from desktop.models.tables import Contact, ContactEvent, TrafficDay
from desktop.services.storage.database import Database
from desktop.views.theme import Role
from desktop.views.widgets.chart import Chart
from tests.support.numbers import add_days, add_service, days_ago
from tests.support.window import Person

FIRST = days_ago(300).date()


def fill(database: Database, services: int = 1) -> None:
    """Services that send now rarely, now often, and lose more then; each at its own pace."""
    random = np.random.default_rng(3)
    with database.write(Change.TRAFFIC) as session:
        for number in range(services):
            service = add_service(session, chr(ord("A") + number))
            often = np.repeat(np.resize([1.0, 2 + number, 4 + number], 10), 30)
            for day in range(300):
                session.add(
                    TrafficDay(
                        service_id=service.id,
                        day=FIRST + timedelta(days=day),
                        contacts_at_risk=2_000,
                        messages_sent=float(often[day]),
                        opt_outs=int(random.poisson(1.2 * (1 + often[day]))),
                    )
                )


def open_page(person: Person) -> Chart:
    person.app.desk.navigator.page_wanted.emit("frequency")
    person.settles()
    chart = person.sees("frequency_scatter")
    assert isinstance(chart, Chart)
    return chart


def text_of(person: Person, name: str) -> str:
    found = person.sees(name)
    labels = [found] if isinstance(found, QLabel) else list(found.findChildren(QLabel))
    return " ".join(label.text() for label in labels)


def press(person: Person, name: str) -> None:
    button = person.sees(name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def roles(chart: Chart) -> list[Role]:
    return [curve.role for curve in chart.spec.curves]


def test_that_a_service_that_changed_its_frequency_has_a_curve_and_a_sentence(
    database: Database, person: Person
) -> None:
    fill(database)

    chart = open_page(person)

    person.waits_until(lambda: roles(chart) == [Role.CHART_OWN])
    curve = chart.spec.curves[0]
    assert (min(curve.xs), max(curve.xs)) == (1.0, 4.0)
    assert all(low < y < high for low, y, high in zip(curve.low, curve.ys, curve.high, strict=True))
    said = text_of(person, "frequency_say")
    assert "messages a day" in said
    assert "As often as now fits; in your data more messages went with more opt-outs." in said
    assert "At most" in text_of(person, "frequency_advice")
    assert "surely less than 5% leave in 30 days" in text_of(person, "frequency_reason")
    assert "high" in text_of(person, "frequency_totals")


def test_that_the_limit_of_the_settings_decides_without_reads(
    database: Database, person: Person
) -> None:
    fill(database)
    store = person.app.services.settings
    limits = replace(store.load().limits, opt_out_limit_percent=12)
    store.save("limits", limits, "Lena Moser")

    open_page(person)

    person.waits_until(lambda: "surely less than 12% leave" in text_of(person, "frequency_reason"))


def test_that_the_customer_s_own_limit_is_set_said_and_taken_back(
    database: Database, person: Person
) -> None:
    fill(database)
    open_page(person)
    link = person.sees("frequency_limit")
    assert isinstance(link, QAbstractButton)
    assert link.text() == "Limit 5% …"

    press(person, "frequency_limit")
    field = person.sees("limit_percent")
    assert isinstance(field, QLineEdit)
    field.setText("sixty")
    press(person, "limit_save")
    assert "number from 0.1" in text_of(person, "frequency_limit_dialog")
    field.setText("12,5")
    press(person, "limit_save")

    person.waits_until(lambda: link.text() == "Limit 12.5% …")
    person.waits_until(
        lambda: "Your limit is 12.5% in 30 days." in text_of(person, "frequency_say")
    )
    assert "surely less than 12.5% leave" in text_of(person, "frequency_reason")

    press(person, "undo")
    person.waits_until(lambda: link.text() == "Limit 5% …")
    assert "Your limit" not in text_of(person, "frequency_say")


def test_that_it_is_told_how_the_estimate_was_worked_out(
    database: Database, person: Person
) -> None:
    fill(database)
    chart = open_page(person)
    person.waits_until(lambda: bool(chart.spec.curves))

    press(person, "frequency_why")

    person.sees("frequency_explanation")
    bins = text_of(person, "explanation_bins")
    assert "once a day" in bins
    assert "send days" in bins
    told = text_of(person, "frequency_explanation")
    assert "seven days before" in told
    assert "1,1" in told
    press(person, "explanation_close")
    person.waits_until(lambda: person.window.findChild(QDialog, "frequency_explanation") is None)


def test_that_the_sentence_of_the_curve_names_no_cause(database: Database, person: Person) -> None:
    fill(database)

    chart = open_page(person)

    person.waits_until(lambda: bool(chart.spec.curves))
    said = text_of(person, "frequency_say").casefold()
    assert not any(word in said for word in ("because", "due to", "therefore", "too many"))


def test_that_the_own_curve_is_compared_with_all(database: Database, person: Person) -> None:
    fill(database, services=8)

    chart = open_page(person)

    person.waits_until(lambda: roles(chart) == [Role.CHART_PEERS, Role.CHART_OWN])
    assert [entry.text for entry in chart.spec.legend][:2] == [
        "own, 95 % range",
        "peers, 8 services",
    ]
    press(person, "segment_own")
    person.waits_until(lambda: roles(chart) == [Role.CHART_OWN])
    press(person, "segment_peers")
    person.waits_until(lambda: roles(chart) == [Role.CHART_PEERS])
    press(person, "segment_both")
    person.waits_until(lambda: len(chart.spec.curves) == 2)


def test_that_a_chosen_span_has_its_own_curve(database: Database, person: Person) -> None:
    fill(database)
    chart = open_page(person)
    person.waits_until(lambda: bool(chart.spec.curves))
    whole = chart.spec.curves[0]

    press(person, "segment_days_90")

    person.settles()
    person.waits_until(lambda: bool(chart.spec.curves) and chart.spec.curves[0] != whole)


@pytest.mark.parametrize("days", [1, 8])
def test_that_hardly_any_days_say_that_it_is_not_enough(
    database: Database, person: Person, days: int
) -> None:
    with database.write(Change.TRAFFIC) as session:
        add_days(session, add_service(session, "A"), days, opt_outs=0, first=FIRST)

    chart = open_page(person)

    person.waits_until(lambda: text_of(person, "frequency_advice") == "Not enough data")
    assert chart.spec.curves == ()
    assert text_of(person, "frequency_reason")


def test_that_a_service_that_everybody_leaves_is_told_to_send_less(
    database: Database, person: Person
) -> None:
    with database.write(Change.TRAFFIC) as session:
        add_days(session, add_service(session, "A"), 60, opt_outs=100, first=FIRST)

    open_page(person)

    person.waits_until(lambda: text_of(person, "frequency_advice") == "Less often than so far")


def test_that_what_was_read_is_drawn_against_the_frequency_where_it_was_counted(
    database: Database, person: Person
) -> None:
    fill(database)
    with database.write(Change.TRAFFIC) as session:
        rows = session.scalars(select(TrafficDay).order_by(TrafficDay.day))
        for number, row in enumerate(rows):
            row.read = int(row.messages_sent * (900 + 50 * (number % 5)))

    open_page(person)

    reads = person.sees("frequency_read")
    assert isinstance(reads, Chart)
    person.waits_until(lambda: bool(reads.spec.curves))
    assert all(40 < dot.y < 60 for dot in reads.spec.dots)
    assert "2 to 3 a day: " in reads.accessibleDescription()
    clicks = person.window.findChild(Chart, "frequency_clicked")
    assert clicks is not None
    assert not clicks.isVisible()


def test_that_without_traffic_the_contacts_own_stops_tell_the_rate(
    database: Database, person: Person
) -> None:
    with database.write(Change.TRAFFIC) as session:
        service = add_service(session, "A")
        contact = Contact(
            service_id=service.id,
            e164="+436500000001",
            reversed_digits="100000005634+",
            raw_phone="",
            state=ContactState.UNSUBSCRIBED,
            entered_at=days_ago(60),
        )
        session.add(contact)
        session.flush()
        for kind, days in ((ContactEventKind.STARTED, 60), (ContactEventKind.STOPPED, 10)):
            session.add(ContactEvent(contact_id=contact.id, kind=kind, at=days_ago(days)))
    person.app.desk.navigator.page_wanted.emit("frequency")
    page = person.sees("frequency_page")

    def told() -> bool:
        texts = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
        return any(text.startswith("From the contacts' own stops: ") for text in texts)

    person.waits_until(told)
