"""What can go wrong with a backup, beside what can go wrong with every database."""

from __future__ import annotations

from desktop.errors import DeskError, InputError, StorageError


class DatabaseInUseError(StorageError):
    """Somebody uses the database that is to be replaced: a window, a worker, a receiver."""


class BackupNotWholeError(StorageError):
    """What was written does not hold what was read; it was thrown away."""


class BackupExistsError(InputError):
    """Something lies where a backup is to be written."""

    def __init__(self, path: str) -> None:
        """Remember where."""
        super().__init__(path)
        self.path = path


class ProgramMissingError(DeskError):
    """``program`` is not there in the ``version`` of the server, or a later one."""

    def __init__(self, program: str, version: str) -> None:
        """Remember what is wanted."""
        super().__init__(f"{program} {version}")
        self.program = program
        self.version = version
