"""The list of incomplete sign-ups, on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from threading import Event

import pytest

from desktop.errors import CancelledError
from desktop.models.changes import Change
from desktop.models.eligibility import ReminderRules
from desktop.models.records.signups import (
    RemindedFilter,
    SignupColumn,
    SignupFilter,
    SignupQuery,
    SignupRow,
    SignupSelection,
    SignupSort,
    SmsFilter,
)
from desktop.models.states import ContactState, ExclusionReason
from desktop.services import signups_query
from desktop.services.signups import Signups
from desktop.services.storage.database import Database
from tests.support.signups import add_contacts, fill_signups

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_SIGNUPS = 400
_FILTERS = (
    SignupFilter(),
    SignupFilter(customer_id=1),
    SignupFilter(service_id=1),
    SignupFilter(min_age_days=7),
    SignupFilter(service_id=1, min_age_days=2, reminded=RemindedFilter.ONCE),
    SignupFilter(reminded=RemindedFilter.NEVER),
    SignupFilter(reminded=RemindedFilter.MORE_THAN_ONCE),
    SignupFilter(sms=SmsFilter.POSSIBLE),
    SignupFilter(customer_id=1, sms=SmsFilter.NOT_POSSIBLE),
    *(SignupFilter(sms=reason) for reason in ExclusionReason),
)
_SORTS = tuple(SignupSort(*sort) for sort in product(SignupColumn, (False, True)))


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    database = Database(migrated_url, clock=lambda: NOW)
    fill_signups(database, NOW, _SIGNUPS)
    yield database
    database.close()


@pytest.fixture
def signups(database: Database) -> Signups:
    return Signups(database, ReminderRules)


def _everything(signups: Signups) -> tuple[SignupRow, ...]:
    return signups.page(signups.query(SignupFilter()), rows=10_000)


def _is_meant(row: SignupRow, wanted: SignupFilter) -> bool:
    sent = row.reminders_sent
    reminded = {
        RemindedFilter.ALL: True,
        RemindedFilter.NEVER: sent == 0,
        RemindedFilter.ONCE: sent == 1,
        RemindedFilter.MORE_THAN_ONCE: sent > 1,
    }[wanted.reminded]
    sms: dict[str, bool] = {
        SmsFilter.ALL: True,
        SmsFilter.POSSIBLE: row.reason is None,
        SmsFilter.NOT_POSSIBLE: row.reason is not None,
        **{reason: row.reason is reason for reason in ExclusionReason},
    }
    return bool(
        reminded
        and sms[wanted.sms]
        and wanted.customer_id in (None, row.customer_id)
        and wanted.service_id in (None, row.service_id)
        and row.age_days >= wanted.min_age_days
    )


_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def _value(row: SignupRow, column: SignupColumn) -> str | int | datetime:
    if column is SignupColumn.NUMBER:
        return row.e164
    if column is SignupColumn.REMINDERS:
        return row.reminders_sent
    if column is SignupColumn.LAST_REMINDER:
        return row.last_reminder_at or _LONG_AGO
    return row.entered_at


def _in_order(rows: list[SignupRow], sort: SignupSort) -> list[int]:
    backwards = sort.descending != (sort.column is SignupColumn.AGE)
    found = sorted(
        rows, key=lambda row: (_value(row, sort.column), row.contact_id), reverse=backwards
    )
    return [row.contact_id for row in found]


def _ids(rows: tuple[SignupRow, ...]) -> list[int]:
    return [row.contact_id for row in rows]


@pytest.mark.parametrize("short_list", [0, 10_000])
def test_that_the_pages_give_each_sign_up_once_in_every_order_of_every_filter(
    signups: Signups, monkeypatch: pytest.MonkeyPatch, short_list: int
) -> None:
    monkeypatch.setattr(signups_query, "SHORT_LIST", short_list)
    everything = _everything(signups)
    assert len(everything) == _SIGNUPS
    for wanted, sort in product(_FILTERS, _SORTS):
        query = signups.query(wanted, sort)
        anchors = signups.anchors(query, Event(), rows=150)
        read = [one for key in anchors.keys for one in _ids(signups.page(query, key, rows=150))]
        expected = _in_order([row for row in everything if _is_meant(row, wanted)], sort)
        assert read == expected, query
        assert anchors.total == len(expected)
        assert _ids(signups.page(query, rows=150)) == expected[:150]


def test_that_the_counts_by_reason_give_the_length_of_the_list(signups: Signups) -> None:
    for wanted in _FILTERS:
        counts = signups.reason_counts(wanted, NOW, Event())
        anchors = signups.anchors(signups.query(wanted.without_sms()), Event())
        possible = SignupFilter(
            wanted.customer_id,
            wanted.service_id,
            wanted.min_age_days,
            wanted.reminded,
            SmsFilter.POSSIBLE,
        )
        assert counts.listed == counts.recipients + counts.excluded == anchors.total
        assert signups.anchors(signups.query(possible), Event()).total == counts.recipients


def test_that_a_selection_is_counted_as_its_rows_say(signups: Signups) -> None:
    everything = _everything(signups)
    chosen = everything[::3]
    without = frozenset(_ids(everything[:50]))
    possible = SignupFilter(service_id=1, sms=SmsFilter.POSSIBLE)
    for selection, rows in (
        (SignupSelection(chosen=frozenset(_ids(chosen))), chosen),
        (SignupSelection(SignupFilter()), everything),
        (SignupSelection(SignupFilter(), deselected=without), everything[50:]),
        (SignupSelection(possible), [row for row in everything if _is_meant(row, possible)]),
        (SignupSelection(chosen=frozenset()), ()),
    ):
        counts = signups.selection_counts(selection, NOW, Event())
        reasons = [row.reason for row in rows]
        services = {row.service_id for row in rows}
        assert counts.reasons.listed == len(reasons)
        assert counts.reasons.recipients == reasons.count(None)
        assert counts.reasons.by_reason == {
            one: reasons.count(one) for one in ExclusionReason if one in reasons
        }
        assert (len(counts.service_ids) > 1) == (len(services) > 1)
        assert set(counts.service_ids) <= services


def test_that_the_pages_of_an_export_hold_what_is_selected(signups: Signups) -> None:
    query = signups.query(SignupFilter(min_age_days=2), SignupSort(SignupColumn.LAST_REMINDER))
    expected = _ids(signups.page(query, rows=10_000))
    for selection, ids in (
        (SignupSelection(query.filter), expected),
        (SignupSelection(query.filter, frozenset(expected[:7])), expected[7:]),
        (SignupSelection(chosen=frozenset(expected[5:60:2])), expected[5:60:2]),
    ):
        read = [one for page in signups.pages(query, selection, 25) for one in _ids(page)]
        assert read == ids


def test_that_counts_are_kept_until_contacts_change(database: Database, signups: Signups) -> None:
    before = signups.reason_counts(SignupFilter(), NOW, Event())
    assert signups.reason_counts(SignupFilter(), NOW, Event()) == before

    add_contacts(database, [{"e164": "+436601234567", "entered_at": NOW - timedelta(days=3)}])
    assert signups.reason_counts(SignupFilter(), NOW, Event()) == before

    with database.write(Change.CONTACTS):
        pass
    after = signups.reason_counts(SignupFilter(), NOW, Event())
    assert (after.listed, after.recipients) == (before.listed + 1, before.recipients + 1)


def test_that_only_incomplete_contacts_are_listed(database: Database, signups: Signups) -> None:
    add_contacts(
        database,
        [
            {"e164": f"+4366012345{n}", "entered_at": NOW, "state": state, "name": "Neu"}
            for n, state in enumerate(ContactState, start=10)
        ],
    )

    assert [row.e164 for row in _everything(signups) if row.name == "Neu"] == ["+436601234510"]


def test_that_a_row_says_from_when_a_reminder_is_possible(
    database: Database, signups: Signups
) -> None:
    entered, reminded = NOW - timedelta(days=8, hours=1), NOW - timedelta(days=5)
    add_contacts(
        database,
        [
            {
                "e164": "+436601234567",
                "entered_at": entered,
                "reminders_sent": 1,
                "last_reminder_at": reminded,
                "name": "Neu",
            }
        ],
    )

    row = next(row for row in _everything(signups) if row.name == "Neu")

    assert row.reason is ExclusionReason.REMINDED_RECENTLY
    assert row.possible_from == reminded + timedelta(days=7)
    assert (row.age_days, row.reminders_sent, row.max_reminders) == (8, 1, 2)


def test_that_the_scope_names_customer_and_service_and_who_is_never_listed(
    signups: Signups,
) -> None:
    everywhere = signups.scope(SignupFilter())
    one = signups.scope(SignupFilter(service_id=2))
    both = signups.scope(SignupFilter(customer_id=1))

    assert (everywhere.customer, everywhere.service) == (None, None)
    assert everywhere.incomplete == _SIGNUPS
    assert one.service is not None
    assert one.customer == one.service.customer == both.customer
    assert [service.id for service in both.services] == [1, 2]
    assert everywhere.services == ()
    assert (both.unsubscribed, both.suppressed) == (71 + 72, 10)
    assert everywhere.anything_imported


def test_that_an_empty_database_says_that_nothing_was_imported(migrated_url: str) -> None:
    database = Database(migrated_url)
    signups = Signups(database, ReminderRules)

    assert not signups.scope(SignupFilter()).anything_imported
    assert signups.page(signups.query(SignupFilter())) == ()
    assert signups.anchors(signups.query(SignupFilter()), Event()).total == 0
    assert signups.reason_counts(SignupFilter(), NOW, Event()).listed == 0
    database.close()


def test_that_work_nobody_wants_any_more_stops(signups: Signups) -> None:
    stop = Event()
    stop.set()
    query: SignupQuery = signups.query(SignupFilter())

    with pytest.raises(CancelledError):
        signups.anchors(query, stop)
    with pytest.raises(CancelledError):
        signups.reason_counts(SignupFilter(), NOW, stop)
    assert len(signups.page(query)) == 200
