"""The list is read beside the window: the newest question wins, and a million rows need no room."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import DatabaseLockedError
from desktop.models.eligibility import ReasonCounts, ReminderRules
from desktop.models.records.paging import PAGE_ROWS, Anchors
from desktop.models.records.signups import (
    SignupFilter,
    SignupKey,
    SignupQuery,
    SignupRow,
    SignupScope,
)
from desktop.services.signups import Signups
from desktop.services.storage.database import Database
from desktop.views.desk import Desk
from desktop.views.signups.page import SignupsPage
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.paged_model import KEPT_PAGES, PagedTableModel
from tests.support.window import Person, opened_desk

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
MILLION = 1_000_000
PATIENCE_S = 15


class Rows(Signups):
    """As many rows as wanted, each made from its place in the list; notes which thread asks."""

    def __init__(self, database: Database, total: int) -> None:
        super().__init__(database, ReminderRules)
        self.total = total
        self.failure: Exception | None = None
        self.threads: set[str] = set()
        self.pages_read = 0

    def page(
        self, query: SignupQuery, start: SignupKey | None = None, rows: int = PAGE_ROWS
    ) -> tuple[SignupRow, ...]:
        self._work()
        self.pages_read += 1
        first = 0 if start is None else start[1]
        return tuple(self._row(query, n) for n in range(first, min(first + rows, self.total)))

    def anchors(self, query: SignupQuery, stop: Event, rows: int = PAGE_ROWS) -> Anchors[SignupKey]:
        self._work()
        return Anchors(self.total, tuple((n, n) for n in range(0, self.total, rows)))

    def reason_counts(self, wanted: SignupFilter, at: datetime, stop: Event) -> ReasonCounts:
        self._work()
        return ReasonCounts(self.total, self.total, {})

    def scope(self, wanted: SignupFilter) -> SignupScope:
        self._work()
        rules = ReminderRules()
        return SignupScope(rules, None, None, (), self.total, 0, 0, anything_imported=True)

    def _work(self) -> None:
        self.threads.add(threading.current_thread().name)
        if self.failure is not None:
            raise self.failure

    def _row(self, query: SignupQuery, number: int) -> SignupRow:
        return SignupRow(
            number + 1,
            1,
            "K1",
            "Gasthof Muster",
            1,
            "D1",
            f"age {query.filter.min_age_days}",
            f"+43660{number:07}",
            "",
            NOW - timedelta(days=2),
            2,
            0,
            2,
            None,
            None,
            None,
            None,
        )


class SlowFirst(Rows):
    """Answers for sign-ups of any age only when told to; a bound number of seconds at most."""

    def __init__(self, database: Database, total: int) -> None:
        super().__init__(database, total)
        self.begun, self.go_on = Event(), Event()

    def page(
        self, query: SignupQuery, start: SignupKey | None = None, rows: int = PAGE_ROWS
    ) -> tuple[SignupRow, ...]:
        if query.filter.min_age_days == 0:
            self.begun.set()
            assert self.go_on.wait(PATIENCE_S)
        return super().page(query, start, rows)


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url, clock=lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def person(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Person]:
    with opened_desk(qtbot, database, tmp_path) as somebody:
        yield somebody


def _page(person: Person, signups: Signups) -> SignupsPage:
    """Returns a page of its own that asks ``signups``."""
    services = replace(person.app.services, signups=signups)
    desk: Desk = replace(person.app.desk, services=services)
    page = SignupsPage(desk)
    person.qtbot.addWidget(page)
    page.resize(1240, 800)
    page.show()
    return page


def _model(page: SignupsPage) -> PagedTableModel[SignupRow]:
    model = _table(page).table_model()
    assert isinstance(model, PagedTableModel)
    return model


def _table(page: SignupsPage) -> DeskTable:
    table = page.findChild(DeskTable, "signups_table")
    assert table is not None
    return table


def _read(person: Person, model: PagedTableModel[SignupRow], row: int) -> SignupRow:
    """Waits until a row is there."""
    person.waits_until(lambda: model.record(row) is not None)
    record = model.record(row)
    assert record is not None
    return record


def _shown(page: SignupsPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None
    return found


def test_that_a_million_rows_are_scrolled_through_with_a_few_pages_in_hand(
    person: Person, database: Database
) -> None:
    signups = Rows(database, MILLION)
    page = _page(person, signups)
    page.open_filter(SignupFilter())
    person.settles()
    table, model = _table(page), _model(page)
    assert model.rowCount() == MILLION

    bar = table.verticalScrollBar()
    for place in range(101):
        bar.setValue(bar.maximum() * place // 100)
        row = table.rowAt(0)
        assert _read(person, model, row).contact_id == row + 1
        assert len(model._pages) <= KEPT_PAGES

    person.settles()
    assert table.rowAt(table.viewport().height() - 1) >= MILLION - PAGE_ROWS
    assert all(name.startswith("desk-worker") for name in signups.threads)


def test_that_pages_that_are_only_passed_are_not_read(person: Person, database: Database) -> None:
    signups = Rows(database, MILLION)
    page = _page(person, signups)
    page.open_filter(SignupFilter())
    person.settles()
    before = signups.pages_read
    bar = _table(page).verticalScrollBar()

    for place in range(1001):
        bar.setValue(bar.maximum() * place // 1000)
    person.waits_until(lambda: _model(page).record(MILLION - 1) is not None)
    person.settles()

    assert signups.pages_read - before <= 10


def test_that_an_old_answer_never_replaces_a_newer_one(person: Person, database: Database) -> None:
    signups = SlowFirst(database, 20)
    page = _page(person, signups)
    page.open_filter(SignupFilter())
    assert signups.begun.wait(PATIENCE_S)
    page.open_filter(SignupFilter(min_age_days=7))
    person.waits_until(lambda: _model(page).rowCount() == 20)
    signups.go_on.set()
    person.settles()

    record = _model(page).record(0)
    assert record is not None
    assert record.service_name == "age 7"


def test_that_a_list_that_cannot_be_read_says_so_and_is_read_again(
    person: Person, database: Database
) -> None:
    signups = Rows(database, 20)
    signups.failure = DatabaseLockedError("desk.sqlite", "database is locked")
    page = _page(person, signups)
    page.open_filter(SignupFilter())
    person.settles()
    error = _shown(page, "signups_error")
    assert error.isVisible()
    assert error.accessibleName() == "Another program is using the database."

    signups.failure = None
    retry = error.findChild(QAbstractButton, "errorRetry")
    assert retry is not None
    retry.click()
    person.settles()
    assert not error.isVisible()
    assert _model(page).rowCount() == 20


def test_that_rows_stay_when_news_cannot_be_read(person: Person, database: Database) -> None:
    signups = Rows(database, 20)
    page = _page(person, signups)
    page.open_filter(SignupFilter())
    person.settles()

    signups.failure = DatabaseLockedError("desk.sqlite", "database is locked")
    page.reload()
    person.settles()

    banner = _shown(page, "signups_banner")
    assert _model(page).rowCount() == 20
    assert banner.accessibleName().startswith("Another program is using the database.")
    signups.failure = None
    again = banner.findChild(QAbstractButton, "bannerAction")
    assert again is not None
    again.click()
    person.settles()
    assert not banner.isVisible()


def test_that_a_page_that_could_not_be_read_is_read_when_it_is_seen_again(
    person: Person, database: Database
) -> None:
    signups = Rows(database, 1_000)
    page = _page(person, signups)
    page.open_filter(SignupFilter())
    person.settles()
    model = _model(page)

    signups.failure = DatabaseLockedError("desk.sqlite", "database is locked")
    assert model.record(999) is None
    person.waits_until(_shown(page, "signups_banner").isVisible)
    signups.failure = None

    assert _read(person, model, 999).contact_id == 1_000
