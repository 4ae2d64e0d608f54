"""What failures of backups and upgrades are called on the screen; told by ``error_text``."""

from __future__ import annotations

from desktop.services.backup import failures
from desktop.services.storage.failures import MigrationFailedError
from desktop.views.marking import QT_TRANSLATE_NOOP

BACKUP_WORDS: dict[type[BaseException], tuple[str, str]] = {
    failures.DatabaseInUseError: (
        QT_TRANSLATE_NOOP("ErrorText", "The database is in use: {place}"),
        QT_TRANSLATE_NOOP("ErrorText", "End every window, worker and receiver, then try again."),
    ),
    failures.BackupNotWholeError: (
        QT_TRANSLATE_NOOP("ErrorText", "What was written is not what was read."),
        QT_TRANSLATE_NOOP("ErrorText", "The backup was thrown away. Check the disk, try again."),
    ),
    failures.BackupExistsError: (
        QT_TRANSLATE_NOOP("ErrorText", "There is a file already: {path}"),
        QT_TRANSLATE_NOOP("ErrorText", "Choose another name. Nothing was written."),
    ),
    failures.ProgramMissingError: (
        QT_TRANSLATE_NOOP("ErrorText", "{program} of PostgreSQL {version} or later is missing."),
        QT_TRANSLATE_NOOP("ErrorText", "Install PostgreSQL's client programs on this computer."),
    ),
    MigrationFailedError: (
        QT_TRANSLATE_NOOP("ErrorText", "The database could not be brought up to date: {place}"),
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "It is as it was; a copy lies beside it. Work on with the version before, report this.",
        ),
    ),
}
