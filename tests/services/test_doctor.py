from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import update

from desktop.errors import (
    DatabaseDamagedError,
    GatewayRefusedError,
    GatewayUnreachableError,
    SecretMissingError,
)
from desktop.models.records.doctor import Examined, Finding, FindingKind, Level
from desktop.models.settings import DeskSettings, GatewayKind, GatewaySettings
from desktop.models.tables import AuditEntry, Customer
from desktop.services import doctor
from desktop.services.backup.backing_up import Backups, suggested_path
from desktop.services.bundle import build_services
from desktop.services.doctor import Surroundings, examine
from desktop.services.receiving.inbox import Inbox
from desktop.services.sending.gateways.opening import open_gateway, secret_key
from desktop.services.storage.location import url_of
from desktop.services.storage.opening import open_database
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore
from tests.faults import Fault, FaultServer


class _Keyring:
    def get_password(self, service: str, username: str) -> str | None:
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError

    def delete_password(self, service: str, username: str) -> None:
        raise AssertionError


def _nobody_answers(_settings: DeskSettings) -> None:
    raise GatewayUnreachableError("websms")


@pytest.fixture
def surroundings(tmp_path: Path) -> Surroundings:
    path = tmp_path / "desk.sqlite"
    open_database(url_of(str(path))).close()
    resources = tmp_path / "resources"
    for name in doctor._RESOURCES:
        (resources / name).parent.mkdir(parents=True, exist_ok=True)
        (resources / name).touch()
    return Surroundings(
        url_of(str(path)), _nobody_answers, _Keyring, lambda: resources, lambda: tmp_path / "logs"
    )


def _found(surroundings: Surroundings) -> dict[Examined, Finding]:
    return {finding.examined: finding for finding in examine(surroundings)}


def test_that_a_healthy_desk_has_no_findings_to_act_on(surroundings: Surroundings) -> None:
    found = _found(surroundings)

    assert {finding.level for finding in found.values()} == {Level.OK}
    assert set(Examined) - found.keys() == {Examined.CLOCK}
    assert found[Examined.DATABASE].facts["revision"]


def test_that_a_server_is_asked_for_its_clock(
    surroundings: Surroundings, postgres_url: str
) -> None:
    open_database(postgres_url).close()

    found = _found(replace(surroundings, url=postgres_url))

    assert found[Examined.CLOCK].kind is FindingKind.CLOCK_RIGHT
    assert Examined.FREE_SPACE not in found


def test_that_delivery_reports_nobody_could_use_are_told(surroundings: Surroundings) -> None:
    database = open_database(surroundings.url)
    inbox = Inbox(database)
    inbox.keep("kannel", b"id=nobody&type=1")
    inbox.settle()
    # What has just come may be quicker than its SMS.
    assert _found(surroundings)[Examined.REPORTS].kind is FindingKind.REPORTS_SETTLED

    inbox.keep("kannel", b"?")
    inbox.settle()
    database.close()

    finding = _found(surroundings)[Examined.REPORTS]
    assert (finding.level, finding.kind) == (Level.WARNING, FindingKind.REPORTS_LEFT)
    assert dict(finding.facts) == {"unread": 0, "unmatched": 1, "unreadable": 1}


def test_that_data_without_a_backup_of_these_days_are_told(surroundings: Surroundings) -> None:
    database = open_database(surroundings.url)
    with database.write() as session:
        session.add(Customer(customer_no="K1", name="Autohaus", country="AT"))
    finding = _found(surroundings)[Examined.BACKUP]
    assert (finding.level, finding.kind) == (Level.WARNING, FindingKind.BACKUP_NONE)

    path = suggested_path(database)
    Backups(database).make(path, lambda _fraction: None, Event())
    finding = _found(surroundings)[Examined.BACKUP]
    assert (finding.level, finding.kind) == (Level.OK, FindingKind.BACKUP_FRESH)

    long_ago_s = path.stat().st_mtime - (doctor.BACKUP_MAY_BE_DAYS + 2) * 24 * 3600
    os.utime(path, (long_ago_s, long_ago_s))
    finding = _found(surroundings)[Examined.BACKUP]
    assert (finding.level, finding.kind) == (Level.WARNING, FindingKind.BACKUP_OLD)
    database.close()


def test_that_a_broken_page_is_found(surroundings: Surroundings, tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    pages = bytearray(path.read_bytes())
    size = int.from_bytes(pages[16:18], "big")
    pages[-size:] = b"\xff" * size
    path.write_bytes(pages)

    found = _found(surroundings)

    assert found[Examined.INTEGRITY].kind is FindingKind.BROKEN
    assert isinstance(found[Examined.INTEGRITY].failure, DatabaseDamagedError)


def test_that_a_database_that_cannot_be_opened_ends_no_examination(
    surroundings: Surroundings, tmp_path: Path
) -> None:
    found = _found(replace(surroundings, url=url_of(str(tmp_path / "missing.sqlite"))))

    assert found[Examined.DATABASE].level is Level.BAD
    assert found[Examined.KEYRING].level is Level.OK


def test_that_an_altered_audit_log_is_found(surroundings: Surroundings) -> None:
    database = open_database(surroundings.url)
    SettingsStore(database).save("gateway", GatewaySettings(max_parts=3), "Anna")
    with database.write() as session:
        session.execute(update(AuditEntry).values(actor="Somebody else"))
    database.close()

    finding = _found(surroundings)[Examined.AUDIT_LOG]

    assert (finding.level, finding.facts["entry"]) == (Level.BAD, 1)


def test_that_a_missing_keyring_is_a_warning(surroundings: Surroundings) -> None:
    finding = _found(replace(surroundings, keyring=lambda: None))[Examined.KEYRING]

    assert (finding.level, finding.kind) == (Level.WARNING, FindingKind.KEYRING_MISSING)


def test_that_a_missing_font_is_named(surroundings: Surroundings, tmp_path: Path) -> None:
    (tmp_path / "resources" / "fonts" / "Inter-Regular.ttf").unlink()

    finding = _found(surroundings)[Examined.RESOURCES]

    assert finding.facts["names"] == "fonts/Inter-Regular.ttf"


def test_that_a_log_without_a_place_is_a_warning(
    surroundings: Surroundings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    found = _found(replace(surroundings, logs=lambda: tmp_path / "file" / "logs"))

    assert found[Examined.LOG].kind is FindingKind.LOG_NOT_WRITABLE


@pytest.mark.parametrize(
    ("free", "kind"),
    [
        (50_000_000, FindingKind.SPACE_GONE),
        (500_000_000, FindingKind.SPACE_LOW),
        (5_000_000_000, FindingKind.SPACE),
    ],
)
def test_that_low_space_is_told_before_it_is_gone(
    surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch, free: int, kind: FindingKind
) -> None:
    @dataclass
    class Usage:
        free: int

    monkeypatch.setattr("shutil.disk_usage", lambda _path: Usage(free))

    assert _found(surroundings)[Examined.FREE_SPACE].kind is kind


# ------------------------------------------------------------------------------- gateway


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


_PASSWORD = "invented"


def _use(surroundings: Surroundings, address: str, password: str = _PASSWORD) -> Surroundings:
    database = open_database(surroundings.url)
    settings = GatewaySettings(kind=GatewayKind.WEBSMS, base_url=address, username="desk")
    SettingsStore(database).save("gateway", settings, "Anna")
    database.close()
    secrets = Secrets()
    if password:
        secrets.give(str(secret_key(settings)), password)

    def check(found: DeskSettings) -> None:
        gateway = open_gateway(found.gateway, secrets)
        try:
            gateway.check()
        finally:
            gateway.close()

    return replace(surroundings, check_gateway=check)


def test_that_a_gateway_that_lets_us_in_is_ready(
    surroundings: Surroundings, server: FaultServer
) -> None:
    asked = _use(surroundings, server.url)

    assert _found(asked)[Examined.GATEWAY].kind is FindingKind.GATEWAY_READY
    assert server.taken == []


def test_that_a_wrong_password_is_told(surroundings: Surroundings, server: FaultServer) -> None:
    server.empty_list_fault = Fault.BAD_LOGIN_STATUS
    asked = _use(surroundings, server.url)

    finding = _found(asked)[Examined.GATEWAY]

    assert finding.level is Level.BAD
    assert isinstance(finding.failure, GatewayRefusedError)


def test_that_a_gateway_out_of_reach_is_told(surroundings: Surroundings) -> None:
    asked = _use(surroundings, "http://127.0.0.1:1")

    assert isinstance(_found(asked)[Examined.GATEWAY].failure, GatewayUnreachableError)


def test_that_a_password_that_nobody_knows_is_told(
    surroundings: Surroundings, server: FaultServer
) -> None:
    asked = _use(surroundings, server.url, password="")

    assert isinstance(_found(asked)[Examined.GATEWAY].failure, SecretMissingError)


def test_that_an_open_desk_is_examined_as_well(surroundings: Surroundings) -> None:
    database = open_database(surroundings.url)

    found = {one.examined: one for one in build_services(database).doctor.examine()}

    assert found[Examined.GATEWAY].kind is FindingKind.GATEWAY_SIMULATED
    assert found[Examined.INTEGRITY].level is Level.OK
    database.close()
