"""The entry: understands the command line, then runs a command or opens the desk."""

from __future__ import annotations

import multiprocessing
import os
import sys
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from desktop import cli
from desktop.cli.failures import CommandError
from desktop.cli.words import Words
from desktop.errors import DeskError
from desktop.paths import log_dir
from desktop.services.logs import set_up_logs

if TYPE_CHECKING:
    from desktop.services.storage.database import Database

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LAUNCHERS = ("GIO_LAUNCHED_DESKTOP_FILE", "XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""What a desktop environment sets for a program that was started with a click."""


def main() -> int:
    """Do what the command line asks for and return the exit status."""
    _write_utf8()
    return cli.guarded(sys.argv[1:], _act)


def _act(asked: cli.Asked, words: Words) -> int:
    set_up_logs(log_dir(), verbose=asked.verbose)
    if not asked.needs_window:
        return cli.run(asked, words)
    _need_a_display(words)
    if asked.command is cli.Command.DEMO:
        return _open_demo(asked, words)
    return _open_desk(asked)


def _open_desk(asked: cli.Asked) -> int:
    from desktop.services.storage.location import database_url
    from desktop.services.storage.opening import open_database

    url = database_url(asked.database, os.environ)
    language = asked.language if asked.language_given else ""
    try:
        open_database(url).close()
    except DeskError:
        if _was_clicked():
            _app().run_desk(url, language=language)  # a window tells it; nobody reads our output
        raise
    return int(_app().run_desk(url, language=language))


def _open_demo(asked: cli.Asked, words: Words) -> int:
    from desktop.cli.making import demo_url
    from desktop.services.demo import DEMO_AGENT
    from desktop.services.storage.opening import open_database

    app = _app()
    language = asked.language if asked.language_given else ""
    with demo_url(asked) as url:
        database = open_database(url)
        try:
            _fill(database, asked, words)
        finally:
            database.close()
        if asked.walk:
            return int(app.run_walk(url, language=language or words.language, agent=DEMO_AGENT))
        return int(app.run_desk(url, language=language, agent=DEMO_AGENT, rehearsal=True))


def _fill(database: Database, asked: cli.Asked, words: Words) -> None:
    """Make the data, with a progress bar where the person looks: terminal or screen."""
    from desktop.cli.making import fill, fill_reporting

    if asked.walk or (sys.stderr is not None and sys.stderr.isatty()):
        fill(database, words)
        return
    work = partial(fill_reporting, database)
    _app().prepare(work, words("demo.progress"), words("demo.cancel"))


def _app() -> ModuleType:
    """Load the window; what it needs of the system may be missing."""
    try:
        from desktop import app
    except ImportError as error:
        raise CommandError("errors.no_window", detail=str(error)) from error
    return app


def _need_a_display(words: Words) -> None:
    """Refuse before Qt does, because Qt ends the whole process without a display."""
    has_one = any(os.environ.get(name) for name in _DISPLAYS)
    if sys.platform.startswith("linux") and not has_one:
        raise CommandError("errors.no_window", detail=words("errors.no_display"))


def _was_clicked() -> bool:
    """Tell whether the program was started from a menu or an icon, without a terminal."""
    return sys.stderr is None or any(os.environ.get(name) for name in _LAUNCHERS)


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    multiprocessing.freeze_support()  # in the frozen program a child that reads a file begins here
    sys.exit(main())
