from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time

import pytest
from sqlalchemy import select

from desktop.errors import InvalidValueError, NotFoundError
from desktop.models.changes import Change
from desktop.models.eligibility import ReminderRules
from desktop.models.field_problems import Problem
from desktop.models.send_window import SendWindow
from desktop.models.settings import (
    GatewayKind,
    GatewaySettings,
    LimitSettings,
    ProviderSettings,
    RejectedSetting,
)
from desktop.models.tables import AuditEntry, Setting
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.settings import SettingsStore

_NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    database = Database(migrated_url, clock=lambda: _NOW)
    yield database
    database.close()


def _write_by_hand(database: Database, section: str, value: object) -> None:
    with database.write() as session:
        session.merge(Setting(key=section, value=value, changed_at=_NOW, changed_by="test"))


def _stored(database: Database, section: str) -> dict[str, object] | None:
    with database.read() as session:
        row = session.get(Setting, section)
        return None if row is None else dict(row.value)


def test_that_a_fresh_database_gives_the_defaults(database: Database) -> None:
    settings = SettingsStore(database).load()

    assert settings.provider == ProviderSettings()
    assert settings.rejected == ()


def test_that_a_saved_section_is_read_back(database: Database) -> None:
    store = SettingsStore(database)
    gateway = GatewaySettings(kind=GatewayKind.WEBSMS, username="desk", test_mode=False)

    store.save("gateway", gateway, "Anna")

    assert store.load().gateway == gateway


def test_that_saving_is_published_and_written_to_the_audit_log(database: Database) -> None:
    told: list[Change] = []
    database.publish = told.append

    SettingsStore(database).save("limits", LimitSettings(stock_warning=7), "Anna")

    assert told == [Change.SETTINGS]
    with database.read() as session:
        entry = session.scalars(select(AuditEntry)).one()
        assert (entry.actor, entry.act) == ("Anna", "settings.saved")
        assert entry.payload is not None
        assert entry.payload["changed"]["stock_warning"] == [None, 7]
        assert audit.first_broken_entry(session) is None


def test_that_a_bad_value_is_not_saved(database: Database) -> None:
    with pytest.raises(InvalidValueError) as caught:
        SettingsStore(database).save("limits", LimitSettings(countdown_s=0), "Anna")

    assert caught.value.field == "countdown_s"
    assert _stored(database, "limits") is None


def test_that_an_unknown_section_is_refused(database: Database) -> None:
    with pytest.raises(NotFoundError):
        SettingsStore(database).save("colours", LimitSettings(), "Anna")


def test_that_keys_of_a_newer_program_survive_a_save(database: Database) -> None:
    _write_by_hand(database, "limits", {"stock_warning": 3, "from_the_future": [1, 2]})

    SettingsStore(database).save("limits", LimitSettings(stock_warning=9), "Anna")

    stored = _stored(database, "limits")
    assert stored is not None
    assert stored["from_the_future"] == [1, 2]
    assert SettingsStore(database).load().limits.stock_warning == 9


@pytest.mark.parametrize(
    ("value", "problem"),
    [("ten", Problem.NOT_A_VALUE), (True, Problem.NOT_A_VALUE), (0, Problem.OUT_OF_RANGE)],
)
def test_that_a_bad_stored_value_leaves_the_default_and_a_note(
    database: Database, value: object, problem: Problem
) -> None:
    _write_by_hand(database, "limits", {"countdown_s": value, "stock_warning": 8})

    settings = SettingsStore(database).load()

    assert settings.limits == LimitSettings(stock_warning=8)
    assert settings.rejected == (RejectedSetting("limits", "countdown_s", problem),)


def test_that_an_unknown_kind_of_gateway_leaves_the_simulator(database: Database) -> None:
    _write_by_hand(database, "gateway", {"kind": "pigeon"})

    settings = SettingsStore(database).load()

    assert settings.gateway.kind is GatewayKind.SIMULATOR
    assert settings.rejected == (RejectedSetting("gateway", "kind", Problem.NOT_A_VALUE),)


def test_that_a_section_that_is_no_object_is_passed_over(database: Database) -> None:
    _write_by_hand(database, "provider", "nonsense")

    assert SettingsStore(database).load().provider == ProviderSettings()


def test_that_reminder_rules_and_window_are_read_back(database: Database) -> None:
    store = SettingsStore(database)
    rules = ReminderRules(max_per_signup=1, gap_days=10, countries=("AT",))
    window = SendWindow(opens=time(10, 30), closes=time(18), last_weekday=4)

    store.save("reminders", rules, "Anna")
    store.save("window", window, "Anna")

    settings = store.load()
    assert (settings.reminders, settings.window) == (rules, window)
    assert settings.rejected == ()


def test_that_looser_rules_than_the_house_allows_are_refused(database: Database) -> None:
    with pytest.raises(InvalidValueError):
        SettingsStore(database).save("reminders", ReminderRules(gap_days=1), "Anna")
