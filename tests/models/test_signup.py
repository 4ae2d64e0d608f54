"""Where a contact stands, from what happened to it."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.phone import read_number
from desktop.models.signup import ContactEvent, project, project_tuples
from desktop.models.states import ContactEventKind, ContactState

OLD, NEW = "+436641110001", "+436641110002"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ENTERED, STARTED = ContactEventKind.ENTERED, ContactEventKind.STARTED
STOPPED, SUPPRESSED = ContactEventKind.STOPPED, ContactEventKind.SUPPRESSED


def event(kind: ContactEventKind, hour: int, number: str | None = None) -> ContactEvent:
    return ContactEvent(kind, NOON + timedelta(hours=hour), number)


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([event(ENTERED, 0)], ContactState.INCOMPLETE),
        ([event(ENTERED, 0), event(STARTED, 1, NEW)], ContactState.ACTIVE),
        ([event(ENTERED, 0), event(STARTED, 1, OLD)], ContactState.RE_REGISTRATION_PENDING),
        (
            [event(ENTERED, 0), event(STARTED, 1, OLD), event(STARTED, 2, NEW)],
            ContactState.ACTIVE,
        ),
        (
            [event(ENTERED, 0), event(STARTED, 1, OLD), event(STOPPED, 2)],
            ContactState.UNSUBSCRIBED,
        ),
        (
            [event(ENTERED, 0), event(STARTED, 1, OLD), event(STOPPED, 2), event(STARTED, 3, NEW)],
            ContactState.ACTIVE,
        ),
        ([event(ENTERED, 0), event(STOPPED, 1)], ContactState.UNSUBSCRIBED),
        ([event(ENTERED, 0), event(STOPPED, 1), event(ENTERED, 2)], ContactState.UNSUBSCRIBED),
        ([event(ENTERED, 0), event(SUPPRESSED, 1)], ContactState.SUPPRESSED),
        (
            [event(ENTERED, 0), event(SUPPRESSED, 1), event(STARTED, 2, NEW)],
            ContactState.SUPPRESSED,
        ),
        ([event(STARTED, 0, NEW)], ContactState.ACTIVE),
    ],
)
def test_that_the_state_follows_from_the_events(
    events: list[ContactEvent], state: ContactState
) -> None:
    for order in permutations(events):
        assert project(order, NEW).state is state


def test_that_a_stop_in_the_same_moment_as_a_start_counts_as_the_later() -> None:
    both = [event(ENTERED, 0), event(STARTED, 1, NEW), event(STOPPED, 1)]
    assert project(both, NEW).state is ContactState.UNSUBSCRIBED


def test_that_contacts_of_a_blocked_number_stay_active_until_it_is_replaced() -> None:
    events = [event(ENTERED, 0), event(STARTED, 1, OLD)]
    assert project(events, OLD).state is ContactState.ACTIVE
    assert project(events, None).state is ContactState.ACTIVE
    assert project(events, NEW).state is ContactState.RE_REGISTRATION_PENDING


def test_that_a_start_without_number_went_to_the_number_of_that_moment() -> None:
    events = [event(ENTERED, 0), event(STARTED, 5)]
    assert project(events, NEW).state is ContactState.ACTIVE
    at_five = NOON + timedelta(hours=5)
    assert project(events, NEW, at_five).state is ContactState.ACTIVE
    late = project(events, NEW, at_five + timedelta(microseconds=1))
    assert late.state is ContactState.RE_REGISTRATION_PENDING
    assert late.started_on is None


def test_that_a_second_entry_begins_the_signup_anew() -> None:
    twice = project([event(ENTERED, 0), event(ENTERED, 48)], NEW)
    assert twice.state is ContactState.INCOMPLETE
    assert twice.entered_at == NOON + timedelta(hours=48)


def test_that_a_stop_is_told_while_it_stands() -> None:
    stopped = [event(ENTERED, 0), event(STARTED, 1, NEW), event(STOPPED, 2)]
    assert project(stopped, NEW).stopped_at == NOON + timedelta(hours=2)
    back = project([*stopped, event(STARTED, 3, NEW)], NEW)
    assert (back.stopped_at, back.started_at) == (None, NOON + timedelta(hours=3))


def test_that_a_contact_nobody_entered_has_the_moment_of_its_first_event() -> None:
    assert project([event(STOPPED, 4), event(STARTED, 3, NEW)], NEW).entered_at == (
        NOON + timedelta(hours=3)
    )


def test_that_a_contact_without_events_is_refused() -> None:
    with pytest.raises(ValueError, match="without any event"):
        project([], NEW)


_events = st.lists(
    st.builds(
        event,
        st.sampled_from(ContactEventKind),
        st.integers(0, 4),
        st.sampled_from([OLD, NEW, "+436641110003", None]),
    ),
    min_size=1,
    max_size=7,
)


@given(
    events=_events,
    order=st.randoms(use_true_random=False),
    number=st.sampled_from([OLD, NEW, None]),
)
def test_that_the_order_of_arrival_does_not_matter(
    events: list[ContactEvent], order: Random, number: str | None
) -> None:
    shuffled = list(events)
    order.shuffle(shuffled)
    replaced_at = NOON + timedelta(hours=2)
    assert project(shuffled, number, replaced_at) == project(events, number, replaced_at)
    assert project([*events, events[0]], number, replaced_at) == project(
        events, number, replaced_at
    )


@given(events=_events, entry=st.integers(0, 9))
def test_that_no_entry_brings_an_unsubscribed_or_suppressed_contact_back(
    events: list[ContactEvent], entry: int
) -> None:
    before = project(events, NEW).state
    after = project([*events, event(ENTERED, entry)], NEW).state
    assert after is before


@given(events=_events)
def test_that_texts_that_sort_as_the_moments_give_the_same(events: list[ContactEvent]) -> None:
    texts = [(each.kind, each.at.isoformat(), each.number) for each in events]
    assert project_tuples(texts, NEW).state is project(events, NEW).state


# ---------------------------------------------------------------------------------- real exports

SAMPLES = Path(__file__).parents[2] / "resources" / "sample"
GERMAN = {
    "Dienstnummer": "service_no",
    "Kundennummer": "customer_no",
    "Land": "country",
    "Zeitzone": "timezone",
    "Rufnummer": "msisdn",
    "Telefon": "phone",
    "Eingetragen_am": "entered_at",
    "Gestartet_am": "started_at",
    "Gestartet_auf": "started_on",
    "Gestoppt_am": "stopped_at",
}
TRUTH_OF_STATE = {
    "incomplete": ContactState.INCOMPLETE,
    "active": ContactState.ACTIVE,
    "unsubscribed": ContactState.UNSUBSCRIBED,
    "pending": ContactState.RE_REGISTRATION_PENDING,
}


@pytest.mark.parametrize(
    ("export", "encoding"), [("export-en", "utf-8-sig"), ("export-de", "cp1252")]
)
def test_that_the_sample_exports_give_the_counts_of_their_truth(export: str, encoding: str) -> None:
    folder = SAMPLES / export
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    countries = {row["customer_no"]: row["country"] for row in _rows(folder, "customers", encoding)}
    services = {row["service_no"]: row for row in _rows(folder, "services", encoding)}
    current = {
        row["service_no"]: row["msisdn"]
        for row in _rows(folder, "sims", encoding)
        if row["service_no"]
    }
    events: dict[tuple[str, str], list[ContactEvent]] = defaultdict(list)
    for row in _rows(folder, "contacts", encoding):
        service = services.get(row["service_no"])
        if service is None or not _moment(row["entered_at"], service["timezone"]):
            continue
        reading = read_number(row["phone"], countries[service["customer_no"]])
        if reading.problem is None:
            events[row["service_no"], reading.e164] += _events_of(row, service["timezone"])
    counts = Counter(
        (service_no, project(happened, current[service_no]).state)
        for (service_no, _), happened in events.items()
    )
    expected = {
        (service_no, state): service[name]
        for service_no, service in truth["services"].items()
        for name, state in TRUTH_OF_STATE.items()
    }
    assert {key: counts[key] for key in expected} == expected
    assert set(counts) <= set(expected)


def _rows(folder: Path, table: str, encoding: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding=encoding, newline="") as file:
        return [
            {GERMAN.get(name, name): value for name, value in row.items()}
            for row in csv.DictReader(file, delimiter=";")
        ]


def _events_of(row: dict[str, str], zone: str) -> list[ContactEvent]:
    found = []
    for column, kind in (("entered_at", ENTERED), ("started_at", STARTED), ("stopped_at", STOPPED)):
        at = _moment(row[column], zone)
        if at is not None:
            number = row["started_on"] or None if kind is STARTED else None
            found.append(ContactEvent(kind, at, number))
    return found


def _moment(text: str, zone: str) -> datetime | None:
    for pattern in ("%Y-%m-%dT%H:%M:%S", "%d.%m.%Y %H:%M"):
        try:
            naive = datetime.strptime(text, pattern)  # noqa: DTZ007 - the zone is the service's
        except ValueError:
            continue
        return naive.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return None
