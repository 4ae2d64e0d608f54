"""How fast a list of a million incomplete sign-ups is read, sorted, filtered and counted.

Pages are bound; anchors and counts run beside the window and are only shown.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import product
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from sqlalchemy import text

from desktop.models.eligibility import ReminderRules
from desktop.models.records.signups import (
    SignupColumn,
    SignupFilter,
    SignupQuery,
    SignupSelection,
    SignupSort,
    SmsFilter,
)
from desktop.models.states import ExclusionReason
from desktop.services.signups import Signups
from desktop.services.storage.database import Database
from tests.support.signups import fill_signups

SIGNUPS, SERVICES = 1_000_000, 200
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MOST_MS = 50
DEPTHS = (0.0, 0.1, 0.5, 0.9, 0.999)

_FILTERS = {
    "all": SignupFilter(),
    "a large service": SignupFilter(service_id=1),
    "a small service": SignupFilter(service_id=50),
    "a customer": SignupFilter(customer_id=25),
    "SMS possible": SignupFilter(sms=SmsFilter.POSSIBLE),
    "SMS not possible": SignupFilter(sms=SmsFilter.NOT_POSSIBLE),
    "too old": SignupFilter(sms=ExclusionReason.TOO_OLD),
    "too young": SignupFilter(sms=ExclusionReason.TOO_YOUNG),
    "number blocked": SignupFilter(sms=ExclusionReason.NUMBER_BLOCKED),
    "reminded recently": SignupFilter(sms=ExclusionReason.REMINDED_RECENTLY),
}
_SORTS = tuple(SignupSort(*one) for one in product(SignupColumn, (False, True)))

pytestmark = pytest.mark.bench
T = TypeVar("T")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def signups(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Signups]:
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("migrated_sqlite")
        path = tmp_path_factory.mktemp("bench") / "desk.sqlite3"
        path.write_bytes(template.read_bytes())
        url = f"sqlite:///{path}"
    else:
        cluster = request.getfixturevalue("postgres_cluster")
        url = cluster.create_database(template=request.getfixturevalue("migrated_postgres"))
    database = Database(url, clock=lambda: NOW)
    fill_signups(database, NOW, SIGNUPS, services=SERVICES)
    if request.param == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as one:
            one.execute(text("VACUUM ANALYZE"))
    yield Signups(database, ReminderRules)
    database.close()


def _timed_ms(work: Callable[[], T]) -> tuple[float, T]:
    begin = time.perf_counter()
    result = work()
    return (time.perf_counter() - begin) * 1000, result


def _times_ms(signups: Signups, query: SignupQuery) -> tuple[float, list[float]]:
    """Return the time of the anchors, and the times of pages at several depths."""
    anchors_ms, anchors = _timed_ms(lambda: signups.anchors(query, Event()))
    places = sorted({int(len(anchors.keys) * depth) for depth in DEPTHS} if anchors.keys else ())
    first_ms, _ = _timed_ms(lambda: signups.page(query))
    return anchors_ms, [
        first_ms,
        *(_timed_ms(partial(signups.page, query, anchors.keys[at]))[0] for at in places),
    ]


def test_that_any_page_of_a_million_sign_ups_comes_at_once(signups: Signups) -> None:
    all_pages: list[float] = []
    for name, wanted in _FILTERS.items():
        for sort in _SORTS:
            anchors_ms, pages_ms = _times_ms(signups, signups.query(wanted, sort))
            all_pages += pages_ms
            print(
                f"{name:18} {sort.column.value:14}{'falling' if sort.descending else 'rising':8}"
                f" first {pages_ms[0]:6.1f} ms, slowest {max(pages_ms):6.1f} ms,"
                f" anchors {anchors_ms:6.0f} ms"
            )
    found = statistics.quantiles(all_pages, n=100)
    print(f"{len(all_pages)} pages: median {found[49]:.1f} ms, 95th {found[94]:.1f} ms,"
          f" 99th {found[98]:.1f} ms, slowest {max(all_pages):.1f} ms")  # fmt: skip

    assert found[94] < MOST_MS


def test_that_the_counts_of_a_million_sign_ups_come_in_seconds(signups: Signups) -> None:
    without = frozenset(range(1, 11))
    for name, work in {
        "counts by reason": lambda: signups.reason_counts(SignupFilter(), NOW, Event()),
        "the same, kept": lambda: signups.reason_counts(SignupFilter(), NOW, Event()),
        "all selected": lambda: signups.selection_counts(
            SignupSelection(SignupFilter()), NOW, Event()
        ),
        "all but ten selected": lambda: signups.selection_counts(
            SignupSelection(SignupFilter(), without), NOW, Event()
        ),
        "scope": lambda: signups.scope(SignupFilter()),
    }.items():
        taken_ms, _ = _timed_ms(work)
        print(f"{name:22} {taken_ms:8.1f} ms")
        assert taken_ms < 10_000
