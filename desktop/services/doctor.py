"""Examines the program and its surroundings: what is there, what is wrong, what follows.

Every examination ends in a finding; none raises. What a person reads is made where it is shown.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import DatabaseDamagedError, DeskError, InvalidValueError, StorageError
from desktop.models.records.doctor import Examined, Finding, FindingKind, Level
from desktop.models.records.status import ReportCounts
from desktop.models.settings import DeskSettings
from desktop.models.tables import Customer
from desktop.paths import log_dir, resources_dir
from desktop.services.backup.backing_up import backup_folder, latest_backup
from desktop.services.receiving.inbox import report_counts
from desktop.services.sending.control import SendingControl
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.engine_sqlite import wal_is_safe
from desktop.services.storage.migrations import current_revision
from desktop.services.storage.opening import open_database, quick_check
from desktop.services.storage.secrets import Keyring, system_keyring
from desktop.services.storage.settings import SettingsStore

log = logging.getLogger(__name__)

LOW_SPACE_BYTES = 1_000_000_000
NO_SPACE_BYTES = 100_000_000
CLOCK_TOLERANCE_S = 5.0
REPORTS_MAY_WAIT = timedelta(days=1)
BACKUP_MAY_BE_DAYS = 14
OLDEST_PYTHON = (3, 11)
FIRST_UNTRIED_PYTHON = (3, 14)
BROKEN_QT = "6.12.0"
"""Loses a reference to None with every call and aborts in the end."""

_RESOURCES = (
    "fonts/Inter-Regular.ttf",
    "fonts/Inter-SemiBold.ttf",
    "translations/solution_desk_de.qm",
)

CheckGateway = Callable[[DeskSettings], None]
"""Asks the gateway of the settings without sending anything; raises what is wrong with it."""


FindKeyring = Callable[[], Keyring | None]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the doctor looks at; a test gives others."""

    url: str
    check_gateway: CheckGateway
    keyring: FindKeyring = system_keyring
    resources: Callable[[], Path] = resources_dir
    logs: Callable[[], Path] = log_dir


def examine(surroundings: Surroundings) -> Iterator[Finding]:
    """Yield the findings one by one, as they come."""
    yield from _versions()
    yield from _database(surroundings)
    yield from _rest(surroundings.keyring, surroundings.resources(), surroundings.logs())


class Doctor:
    """Examines a desk that is open."""

    def __init__(self, database: Database, sending: SendingControl) -> None:
        """Take the opened database, and who knows the gateway and its secret."""
        self._database = database
        self._sending = sending

    def examine(self) -> tuple[Finding, ...]:
        """Return all findings; takes as long as a look at every page of the database.

        Raises:
            StorageError: the database cannot be read any more.

        """
        return (
            *_versions(),
            *_opened(self._database, lambda _settings: self._sending.check()),
            *_rest(system_keyring, resources_dir(), log_dir()),
        )


def _rest(keyring: FindKeyring, resources: Path, logs: Path) -> Iterator[Finding]:
    yield _keyring(keyring())
    yield _resources(resources)
    yield _log(logs)


# ------------------------------------------------------------------------------- programs


def _versions() -> Iterator[Finding]:
    python = ".".join(str(part) for part in sys.version_info[:3])
    fits = OLDEST_PYTHON <= sys.version_info[:2] < FIRST_UNTRIED_PYTHON
    yield _version(Examined.PYTHON, python, fits=fits)
    qt = _installed("PySide6-Essentials")
    yield _version(Examined.QT, qt, fits=qt != BROKEN_QT)
    yield _version(Examined.SQLALCHEMY, _installed("SQLAlchemy"))
    yield _version(Examined.PHONENUMBERS, _installed("phonenumbers"))
    with_log = wal_is_safe(sqlite3.sqlite_version_info[:3])
    kind = FindingKind.ENGINE_WITH_LOG if with_log else FindingKind.ENGINE_WITH_JOURNAL
    facts = {"version": sqlite3.sqlite_version}
    yield Finding(Examined.SQLITE, Level.OK, kind, facts)


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _version(examined: Examined, found: str | None, *, fits: bool = True) -> Finding:
    if found is None:
        return Finding(examined, Level.BAD, FindingKind.VERSION_MISSING)
    level = Level.OK if fits else Level.BAD
    kind = FindingKind.VERSION if fits else FindingKind.VERSION_UNFIT
    return Finding(examined, level, kind, {"version": found})


# ------------------------------------------------------------------------------- database


def _database(surroundings: Surroundings) -> Iterator[Finding]:
    try:
        database = open_database(surroundings.url, to_write=False)
    except (StorageError, InvalidValueError) as error:
        yield Finding(
            Examined.DATABASE, Level.BAD, FindingKind.DATABASE_FAILED, _facts(error), error
        )
        return
    try:
        yield from _opened(database, surroundings.check_gateway)
    except StorageError as error:
        yield Finding(
            Examined.DATABASE, Level.BAD, FindingKind.DATABASE_FAILED, _facts(error), error
        )
    finally:
        database.close()


def _opened(database: Database, check_gateway: CheckGateway) -> Iterator[Finding]:
    facts: dict[str, str | int] = {
        "place": database.place,
        "revision": current_revision(database) or "",
        "bytes": Path(database.place).stat().st_size if database.is_sqlite else 0,
    }
    yield Finding(Examined.DATABASE, Level.OK, FindingKind.DATABASE_OPEN, facts)
    if database.is_sqlite:
        yield _integrity(database)
        yield _backup(database)
        yield _space(Path(database.place))
    with database.read() as session:
        yield _audit_log(session)
        yield _reports(report_counts(session), database.clock())
        if not database.is_sqlite:
            yield _clock(session)
    yield _gateway(SettingsStore(database).load(), check_gateway)


def _integrity(database: Database) -> Finding:
    try:
        found = quick_check(Path(database.place))
    except sqlite3.Error as error:
        found = str(error)
    if found == "ok":
        return Finding(Examined.INTEGRITY, Level.OK, FindingKind.INTACT)
    failure = DatabaseDamagedError(database.place, found)
    return Finding(Examined.INTEGRITY, Level.BAD, FindingKind.BROKEN, {"detail": found}, failure)


def _backup(database: Database) -> Finding:
    """Look how old the latest backup in the usual folder is; who keeps them elsewhere knows it."""
    latest = latest_backup(database)
    if latest is None:
        facts: dict[str, str | int] = {"place": str(backup_folder(database))}
        with database.read() as session:
            has_data = session.scalar(select(Customer.id).limit(1)) is not None
        level = Level.WARNING if has_data else Level.OK
        return Finding(Examined.BACKUP, level, FindingKind.BACKUP_NONE, facts)
    made = datetime.fromtimestamp(latest.stat().st_mtime, UTC)
    days = max(0, (datetime.now(UTC) - made).days)
    facts = {"name": latest.name, "days": days}
    if days > BACKUP_MAY_BE_DAYS:
        return Finding(Examined.BACKUP, Level.WARNING, FindingKind.BACKUP_OLD, facts)
    return Finding(Examined.BACKUP, Level.OK, FindingKind.BACKUP_FRESH, facts)


def _space(path: Path) -> Finding:
    free = shutil.disk_usage(path.parent).free
    facts: dict[str, str | int] = {"bytes": free, "place": str(path.parent)}
    if free < NO_SPACE_BYTES:
        return Finding(Examined.FREE_SPACE, Level.BAD, FindingKind.SPACE_GONE, facts)
    if free < LOW_SPACE_BYTES:
        return Finding(Examined.FREE_SPACE, Level.WARNING, FindingKind.SPACE_LOW, facts)
    return Finding(Examined.FREE_SPACE, Level.OK, FindingKind.SPACE, facts)


def _audit_log(session: Session) -> Finding:
    broken = audit.first_broken_entry(session)
    if broken is None:
        return Finding(Examined.AUDIT_LOG, Level.OK, FindingKind.CHAIN_WHOLE)
    return Finding(Examined.AUDIT_LOG, Level.BAD, FindingKind.CHAIN_BROKEN, {"entry": broken})


def _clock(session: Session) -> Finding:
    """Compare this computer's clock with that of the database server."""
    there = session.scalar(select(func.clock_timestamp()))
    skew = abs((datetime.now(UTC) - there).total_seconds()) if there else 0.0
    level = Level.OK if skew <= CLOCK_TOLERANCE_S else Level.WARNING
    kind = FindingKind.CLOCK_RIGHT if level is Level.OK else FindingKind.CLOCK_WRONG
    return Finding(Examined.CLOCK, level, kind, {"seconds": round(skew)})


def _reports(counts: ReportCounts, now: datetime) -> Finding:
    """A report may come before its SMS is recorded, but it need not wait for a day."""
    if counts.last_at is None:
        return Finding(Examined.REPORTS, Level.OK, FindingKind.REPORTS_NONE)
    oldest = counts.oldest_unmatched_at
    left = oldest is not None and now - oldest > REPORTS_MAY_WAIT
    if not left and not counts.unreadable and not counts.unread:
        return Finding(Examined.REPORTS, Level.OK, FindingKind.REPORTS_SETTLED)
    facts: dict[str, str | int] = {
        "unread": counts.unread,
        "unmatched": counts.unmatched,
        "unreadable": counts.unreadable,
    }
    return Finding(Examined.REPORTS, Level.WARNING, FindingKind.REPORTS_LEFT, facts)


def _gateway(settings: DeskSettings, check_gateway: CheckGateway) -> Finding:
    if not settings.gateway.kind.is_real:
        return Finding(Examined.GATEWAY, Level.OK, FindingKind.GATEWAY_SIMULATED)
    facts: dict[str, str | int] = {"address": settings.gateway.base_url}
    try:
        check_gateway(settings)
    except DeskError as error:
        facts = {**facts, **_facts(error)}
        return Finding(Examined.GATEWAY, Level.BAD, FindingKind.GATEWAY_FAILED, facts, error)
    return Finding(Examined.GATEWAY, Level.OK, FindingKind.GATEWAY_READY, facts)


# --------------------------------------------------------------------------- surroundings


def _keyring(keyring: Keyring | None) -> Finding:
    if keyring is None:
        return Finding(Examined.KEYRING, Level.WARNING, FindingKind.KEYRING_MISSING)
    facts = {"name": f"{type(keyring).__module__}.{type(keyring).__name__}"}
    return Finding(Examined.KEYRING, Level.OK, FindingKind.KEYRING_THERE, facts)


def _resources(folder: Path) -> Finding:
    missing = [name for name in _RESOURCES if not (folder / name).is_file()]
    if missing:
        facts = {"names": ", ".join(missing)}
        return Finding(Examined.RESOURCES, Level.WARNING, FindingKind.RESOURCES_MISSING, facts)
    return Finding(Examined.RESOURCES, Level.OK, FindingKind.RESOURCES_THERE)


def _log(folder: Path) -> Finding:
    facts = {"place": str(folder)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        trial = folder / "doctor.tmp"
        trial.touch()
        trial.unlink()
    except OSError:
        return Finding(Examined.LOG, Level.WARNING, FindingKind.LOG_NOT_WRITABLE, facts)
    return Finding(Examined.LOG, Level.OK, FindingKind.LOG_WRITABLE, facts)


def _facts(error: DeskError) -> dict[str, str | int]:
    return {"error": type(error).__name__}
