"""The command ``import``."""

from __future__ import annotations

import getpass
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from desktop.cli.arguments import Asked
from desktop.cli.failures import CommandError
from desktop.cli.output import opened, write, write_json
from desktop.cli.tables import ProgressBar, table
from desktop.cli.words import Words
from desktop.errors import CancelledError, FileUnreadableError
from desktop.models.records.importing import ImportProgress, ImportReport
from desktop.services.importing.load import Importing


def import_exports(asked: Asked, words: Words) -> None:
    """Read exports into the database and write how their rows ended.

    Raises:
        DeskError: nothing was changed.

    """
    bar = ProgressBar(words("import.progress"))

    def show(progress: ImportProgress) -> None:
        bar.show(progress.fraction)

    _make_folder(asked.error_folder)
    with opened(asked, to_write=True) as database, _stopped_by_ctrl_c() as stop:
        try:
            report = Importing(database).run(
                asked.paths,
                agent=_user(),
                progress=show,
                stop=stop,
                error_dir=asked.error_folder,
                language=words.language,
            )
        except CancelledError as error:
            raise CommandError("errors.cancelled_import") from error
        finally:
            bar.clear()
        place = database.place
    if asked.json:
        write_json(report.as_json())
    else:
        _write_report(report, place, words)


def _make_folder(folder: Path | None) -> None:
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileUnreadableError(str(folder), str(error)) from error


def _write_report(report: ImportReport, place: str, words: Words) -> None:
    write(words("import.title", place=place))
    keys = ("table", "read", "inserted", "updated", "unchanged", "rejected")
    rows: list[list[str | int]] = [
        [words(f"import.{name.value}"), *ledger.as_json().values()]
        for name, ledger in report.tables.items()
    ]
    write(table([words(f"import.{key}") for key in keys], rows, words("format.thousands")))
    for name in report.skipped:
        write(words("import.skipped", name=name))
    for name, columns in report.unknown_columns.items():
        write(words("import.unknown_columns", name=name, columns=", ".join(columns)))
    if report.conflicts:
        write(words("import.conflicts", count=words.number(len(report.conflicts))))
    if report.error_files:
        write(words("import.error_files"))
        for path in report.error_files:
            write(f"  {path}")


def _user() -> str:
    """Return who is logged in to this computer; some systems do not know."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "import"


@contextmanager
def _stopped_by_ctrl_c() -> Iterator[threading.Event]:
    """Give an event that Ctrl+C sets, so that the import ends cleanly."""
    stop = threading.Event()

    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = signal.signal(signal.SIGINT, ask_to_stop)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
