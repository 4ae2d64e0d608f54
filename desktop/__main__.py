"""The entry: understands the command line, then runs a command or opens the desk."""

from __future__ import annotations

import multiprocessing
import os
import sys

from desktop import cli
from desktop.cli.failures import CommandError
from desktop.cli.words import Words
from desktop.paths import log_dir
from desktop.services.logs import set_up_logs


def main() -> int:
    """Do what the command line asks for and return the exit status."""
    # In a bundle the process that reads workbooks begins here as well, and goes its own way.
    multiprocessing.freeze_support()
    _write_utf8()
    return cli.guarded(sys.argv[1:], _act)


def _act(asked: cli.Asked, words: Words) -> int:
    set_up_logs(log_dir(), verbose=asked.verbose)
    if not asked.needs_window:
        return cli.run(asked, words)
    _need_a_display(words)
    if asked.command is cli.Command.DEMO:
        return _open_demo(asked, words)
    return _open_desk(asked, words)


def _open_desk(asked: cli.Asked, words: Words) -> int:
    from desktop.services.storage.location import database_url
    from desktop.services.storage.opening import open_database

    url = database_url(asked.database, os.environ)
    # A database that cannot be opened is told where the command was typed.
    open_database(url).close()
    return _run(url, asked, words)


def _open_demo(asked: cli.Asked, words: Words) -> int:
    from desktop.cli.making import demo_url, fill
    from desktop.services.demo import DEMO_AGENT
    from desktop.services.storage.opening import open_database

    with demo_url(asked) as url:
        database = open_database(url)
        try:
            fill(database, words)
        finally:
            database.close()
        return _run(url, asked, words, agent=DEMO_AGENT)


def _run(url: str, asked: cli.Asked, words: Words, agent: str = "") -> int:
    try:
        from desktop import app
    except ImportError as error:
        raise CommandError("errors.no_window", detail=str(error)) from error
    language = asked.language if asked.language_given else ""
    if asked.walk:
        return app.run_walk(url, language=language or words.language, agent=agent)
    rehearsal = asked.command is cli.Command.DEMO
    return app.run_desk(url, language=language, agent=agent, rehearsal=rehearsal)


def _need_a_display(words: Words) -> None:
    """Refuse before Qt does, because Qt ends the whole process without a display."""
    has_one = any(os.environ.get(name) for name in _DISPLAYS)
    if sys.platform.startswith("linux") and not has_one:
        raise CommandError("errors.no_window", detail=words("errors.no_display"))


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
