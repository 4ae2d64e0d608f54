"""What a wrong value and what the doctor's findings are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.field_problems import FieldProblem, Problem
from desktop.models.records.doctor import Examined, Finding, FindingKind
from desktop.views.error_text import error_text
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP

_PROBLEMS = {
    Problem.MISSING: QT_TRANSLATE_NOOP("SettingsProblem", "Something has to stand here."),
    Problem.NOT_A_VALUE: QT_TRANSLATE_NOOP("SettingsProblem", "This cannot be read."),
    Problem.NOT_A_MAIL_ADDRESS: QT_TRANSLATE_NOOP(
        "SettingsProblem", "This is no mail address: name@example.com"
    ),
    Problem.NOT_A_SAFE_ADDRESS: QT_TRANSLATE_NOOP(
        "SettingsProblem", "The address has to begin with https://"
    ),
    Problem.NOT_A_SENDER: QT_TRANSLATE_NOOP(
        "SettingsProblem",
        "Numbers: digits only, with country code. Names: at most 11 letters and digits.",
    ),
    Problem.OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "SettingsProblem", "The rules of the house do not allow this."
    ),
}
_BOUNDS = QT_TRANSLATE_NOOP("SettingsProblem", "Possible is {lowest} to {highest}.")


def problem_text(problem: FieldProblem) -> str:
    """Return what is wrong with a field, in one sentence."""
    if problem.bounds is not None:
        lowest, highest = problem.bounds
        text = QCoreApplication.translate("SettingsProblem", _BOUNDS)
        return text.format(lowest=lowest, highest=highest)
    return QCoreApplication.translate("SettingsProblem", _PROBLEMS[problem.problem])


_EXAMINED = {
    Examined.PYTHON: "Python",
    Examined.QT: "Qt",
    Examined.SQLALCHEMY: "SQLAlchemy",
    Examined.PHONENUMBERS: "phonenumbers",
    Examined.SQLITE: "SQLite",
    Examined.DATABASE: QT_TRANSLATE_NOOP("Doctor", "Database"),
    Examined.INTEGRITY: QT_TRANSLATE_NOOP("Doctor", "Integrity"),
    Examined.BACKUP: QT_TRANSLATE_NOOP("Doctor", "Backup"),
    Examined.REPORTS: QT_TRANSLATE_NOOP("Doctor", "Delivery reports"),
    Examined.AUDIT_LOG: QT_TRANSLATE_NOOP("Doctor", "Audit log"),
    Examined.CLOCK: QT_TRANSLATE_NOOP("Doctor", "Clock"),
    Examined.FREE_SPACE: QT_TRANSLATE_NOOP("Doctor", "Free space"),
    Examined.GATEWAY: QT_TRANSLATE_NOOP("Doctor", "SMS gateway"),
    Examined.KEYRING: QT_TRANSLATE_NOOP("Doctor", "Keyring"),
    Examined.RESOURCES: QT_TRANSLATE_NOOP("Doctor", "Fonts and languages"),
    Examined.LOG: QT_TRANSLATE_NOOP("Doctor", "Log"),
}

_FINDINGS = {
    FindingKind.VERSION: "{version}",
    FindingKind.VERSION_UNFIT: QT_TRANSLATE_NOOP(
        "Doctor", "{version} does not fit: set the program up again (make run)"
    ),
    FindingKind.VERSION_MISSING: QT_TRANSLATE_NOOP(
        "Doctor", "is missing: set the program up again (make run)"
    ),
    FindingKind.ENGINE_WITH_LOG: QT_TRANSLATE_NOOP("Doctor", "{version}, write-ahead log"),
    FindingKind.ENGINE_WITH_JOURNAL: QT_TRANSLATE_NOOP("Doctor", "{version}, rollback journal"),
    FindingKind.DATABASE_OPEN: QT_TRANSLATE_NOOP("Doctor", "schema {revision}, {size}"),
    FindingKind.INTACT: QT_TRANSLATE_NOOP("Doctor", "no damage found"),
    FindingKind.BACKUP_FRESH: QT_TRANSLATE_NOOP("Doctor", "the last one is {days} days old"),
    FindingKind.BACKUP_OLD: QT_TRANSLATE_NOOP(
        "Doctor", "the last one is {days} days old: back up now, below"
    ),
    FindingKind.BACKUP_NONE: QT_TRANSLATE_NOOP("Doctor", "none yet in {place}: back up now, below"),
    FindingKind.CHAIN_WHOLE: QT_TRANSLATE_NOOP("Doctor", "not altered"),
    FindingKind.CHAIN_BROKEN: QT_TRANSLATE_NOOP(
        "Doctor", "was altered at entry {entry}: keep a copy and ask who had access"
    ),
    FindingKind.CLOCK_RIGHT: QT_TRANSLATE_NOOP("Doctor", "agrees with the database server"),
    FindingKind.CLOCK_WRONG: QT_TRANSLATE_NOOP(
        "Doctor", "{seconds} s away from the database server: set it by the network"
    ),
    FindingKind.SPACE: QT_TRANSLATE_NOOP("Doctor", "{size} free"),
    FindingKind.SPACE_LOW: QT_TRANSLATE_NOOP("Doctor", "only {size} free: make room soon"),
    FindingKind.SPACE_GONE: QT_TRANSLATE_NOOP(
        "Doctor", "only {size} free: make room now, saving will fail"
    ),
    FindingKind.GATEWAY_SIMULATED: QT_TRANSLATE_NOOP(
        "Doctor", "simulator, nothing leaves this computer"
    ),
    FindingKind.GATEWAY_READY: QT_TRANSLATE_NOOP("Doctor", "{address} answers and lets us in"),
    FindingKind.KEYRING_THERE: QT_TRANSLATE_NOOP("Doctor", "there"),
    FindingKind.KEYRING_MISSING: QT_TRANSLATE_NOOP(
        "Doctor", "none: the gateway's password is asked for once after each start"
    ),
    FindingKind.RESOURCES_THERE: QT_TRANSLATE_NOOP("Doctor", "complete"),
    FindingKind.RESOURCES_MISSING: QT_TRANSLATE_NOOP("Doctor", "missing: {names}"),
    FindingKind.REPORTS_NONE: QT_TRANSLATE_NOOP("Doctor", "none has come in yet"),
    FindingKind.REPORTS_SETTLED: QT_TRANSLATE_NOOP("Doctor", "all read and matched"),
    FindingKind.REPORTS_LEFT: QT_TRANSLATE_NOOP(
        "Doctor",
        "{unread} not read, {unmatched} without an SMS, {unreadable} not readable: "
        "check that the receiver works on this database",
    ),
    FindingKind.LOG_WRITABLE: "{place}",
    FindingKind.LOG_NOT_WRITABLE: QT_TRANSLATE_NOOP(
        "Doctor", "{place} cannot be written: ask for the right to write there"
    ),
}
_KIBI = 1024
_UNITS = ("B", "KiB", "MiB", "GiB", "TiB")


def examined_text(examined: Examined) -> str:
    """Return what was looked at."""
    return QCoreApplication.translate("Doctor", _EXAMINED[examined])


def finding_text(finding: Finding, formats: Formats) -> str:
    """Return what was found, and where it is bad what to do."""
    if finding.failure is not None:
        told = error_text(finding.failure)
        return f"{told.sentence} {told.hint}"
    size = finding.facts.get("bytes", 0)
    shown = size_text(size, formats) if isinstance(size, int) else ""
    text = QCoreApplication.translate("Doctor", _FINDINGS[finding.kind])
    return text.format_map({**finding.facts, "size": shown})


def size_text(count: int, formats: Formats) -> str:
    """Return a number of bytes as people say it."""
    value, unit = float(count), 0
    while value >= _KIBI and unit < len(_UNITS) - 1:
        value, unit = value / _KIBI, unit + 1
    return f"{formats.number(value, 1 if unit else 0)} {_UNITS[unit]}"
