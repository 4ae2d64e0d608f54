"""The entry: understands the command line, then runs a command or opens the desk."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from desktop import cli
from desktop.cli.failures import CommandError
from desktop.cli.words import Words
from desktop.errors import CancelledError
from desktop.paths import log_dir
from desktop.services.collector import without_collecting
from desktop.services.logs import set_up_logs

if TYPE_CHECKING:
    from desktop.models.desk_message import DeskMessage
    from desktop.services.one_desk import OneDesk
    from desktop.services.storage.database import Database

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LAUNCHERS = (
    *("GIO_LAUNCHED_DESKTOP_FILE", "XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"),
    "__CFBundleIdentifier",
)
"""What a desktop environment sets for a program that was started with a click. A terminal that was
started with a click hands it on."""


def main() -> int:
    """Do what the command line asks for and return the exit status."""
    _write_utf8()
    return cli.guarded(sys.argv[1:], _act)


def _act(asked: cli.Asked, words: Words) -> int:
    set_up_logs(log_dir(), verbose=asked.verbose)
    if not asked.needs_window:
        return cli.run(asked, words)
    try:
        if asked.command is cli.Command.DEMO:
            return _open_demo(asked, words)
        return _open_desk(asked, words)
    except (CommandError, CancelledError):
        raise
    except Exception as error:
        if _was_clicked():
            _app().tell(error)  # nobody reads what we write
        raise


def _open_desk(asked: cli.Asked, words: Words) -> int:
    from desktop.services.setting_up import is_first_start
    from desktop.services.storage.location import database_url

    url = database_url(asked.database, os.environ)
    with _only_window(url, asked) as one:
        if one is None:
            return 0
        _need_a_display(words)
        if not is_first_start(asked.database, os.environ):
            return _open_database(url, one, asked)
        decided = _app().set_up(one, asked.chosen_language)
        if decided is None:
            return 0
        chosen = decided[1]
        if chosen == url:
            return _open_database(url, one, asked)
    if not chosen:
        return _open_demo(asked, words)
    with _only_window(chosen, asked) as other:
        return 0 if other is None else _open_database(chosen, other, asked)


def _open_database(url: str, one: OneDesk, asked: cli.Asked) -> int:
    from desktop.services.storage.opening import open_database

    app = _app()
    open_database(url).close()
    return int(app.run_desk(app.Start(url, one, _message(asked), asked.chosen_language)))


def _open_demo(asked: cli.Asked, words: Words) -> int:
    from desktop.cli.making import demo_url
    from desktop.services.demo import DEMO_AGENT
    from desktop.services.storage.opening import open_database

    with demo_url(asked) as url, _only_window(url, asked) as one:
        if one is None:
            return 0
        _need_a_display(words)
        app = _app()
        database = open_database(url)
        try:
            _fill(database, asked, words)
        finally:
            database.close()
        language = asked.chosen_language
        if asked.walk:
            return int(app.run_walk(url, language=language or words.language, agent=DEMO_AGENT))
        start = app.Start(url, one, language=language, agent=DEMO_AGENT, rehearsal=True)
        return int(app.run_desk(start))


@contextmanager
def _only_window(url: str, asked: cli.Asked) -> Iterator[OneDesk | None]:
    """Give the right to the one window on a database, or None where the open one was told."""
    from desktop.services.one_desk import OneDesk

    message = _message(asked)
    try:
        with without_collecting():
            from desktop.views.reception import hand_over
    except ImportError as error:
        raise CommandError("errors.no_window", detail=str(error)) from error
    one = OneDesk(url)
    if hand_over(one, message):
        yield None
        return
    try:
        yield one
    finally:
        one.leave()


def _message(asked: cli.Asked) -> DeskMessage:
    from desktop.models.calls import number_of_call
    from desktop.models.desk_message import DeskMessage

    number = number_of_call(asked.number) if asked.number else ""
    return DeskMessage(number, os.environ.get("XDG_ACTIVATION_TOKEN", ""))


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
        with without_collecting():
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
    if sys.stderr is None:
        return True
    return not sys.stderr.isatty() and any(os.environ.get(name) for name in _LAUNCHERS)


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    multiprocessing.freeze_support()  # in the frozen program a child that reads a file begins here
    sys.exit(main())
