"""What an examination of the program and its surroundings finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Examined(StrEnum):
    """What was looked at, in the order of the report."""

    PYTHON = "python"
    QT = "qt"
    SQLALCHEMY = "sqlalchemy"
    PHONENUMBERS = "phonenumbers"
    SQLITE = "sqlite"
    DATABASE = "database"
    INTEGRITY = "integrity"
    BACKUP = "backup"
    AUDIT_LOG = "audit_log"
    CLOCK = "clock"
    FREE_SPACE = "free_space"
    GATEWAY = "gateway"
    REPORTS = "reports"
    KEYRING = "keyring"
    RESOURCES = "resources"
    LOG = "log"


class Level(StrEnum):
    """How a finding is meant."""

    OK = "ok"
    WARNING = "warning"
    BAD = "bad"


class FindingKind(StrEnum):
    """What was found; each has its words in ``views`` and on the command line."""

    VERSION = "version"
    VERSION_UNFIT = "version_unfit"
    VERSION_MISSING = "version_missing"
    ENGINE_WITH_LOG = "engine_with_log"
    ENGINE_WITH_JOURNAL = "engine_with_journal"
    DATABASE_OPEN = "database_open"
    DATABASE_FAILED = "database_failed"
    INTACT = "intact"
    BROKEN = "broken"
    BACKUP_FRESH = "backup_fresh"
    BACKUP_OLD = "backup_old"
    BACKUP_NONE = "backup_none"
    CHAIN_WHOLE = "chain_whole"
    CHAIN_BROKEN = "chain_broken"
    CLOCK_RIGHT = "clock_right"
    CLOCK_WRONG = "clock_wrong"
    SPACE = "space"
    SPACE_LOW = "space_low"
    SPACE_GONE = "space_gone"
    GATEWAY_SIMULATED = "gateway_simulated"
    GATEWAY_READY = "gateway_ready"
    GATEWAY_FAILED = "gateway_failed"
    REPORTS_NONE = "reports_none"
    REPORTS_SETTLED = "reports_settled"
    REPORTS_LEFT = "reports_left"
    KEYRING_THERE = "keyring_there"
    KEYRING_MISSING = "keyring_missing"
    RESOURCES_THERE = "resources_there"
    RESOURCES_MISSING = "resources_missing"
    LOG_WRITABLE = "log_writable"
    LOG_NOT_WRITABLE = "log_not_writable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. ``facts`` fill the placeholders of its words.

    ``failure`` is the expected failure behind it, whose own words say what to do.
    """

    examined: Examined
    level: Level
    kind: FindingKind
    facts: Mapping[str, str | int] = field(default_factory=dict)
    failure: Exception | None = None
