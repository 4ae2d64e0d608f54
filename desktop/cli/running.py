"""Runs what was asked for; a failure becomes one sentence on standard error and status 1."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence

from desktop.cli.arguments import Asked, Command, NotUnderstoodError, language_in, understand
from desktop.cli.failures import sentence_of
from desktop.cli.words import Words
from desktop.errors import DeskError
from desktop.paths import log_dir

log = logging.getLogger(__name__)

FAILED = 1


def guarded(arguments: Sequence[str], act: Callable[[Asked, Words], int]) -> int:
    """Understand the arguments, run ``act``, and tell every failure; return the exit status."""
    words = Words(language_in(arguments))
    try:
        status = act(understand(arguments), words)
        sys.stdout.flush()  # here, where a reader that has gone is expected
        return status
    except NotUnderstoodError as error:
        return _told(words("errors.usage", detail=str(error)))
    except DeskError as error:
        return _told(sentence_of(error, words))
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return _told(words("errors.CancelledError"))
    except Exception as error:
        log.exception("unexpected failure of a command")
        place = log_dir() / "desk.log"
        return _told(words("errors.bug", error=type(error).__name__, log=place))


def run(asked: Asked, words: Words) -> int:
    """Run a command that needs no window.

    Raises:
        DeskError: it could not be done.

    """
    from desktop.cli import auditing, backups, commands, importing, making, receiving, working

    acts: dict[Command, Callable[[Asked, Words], int | None]] = {
        Command.WORKER: working.work,
        Command.RECEIVE: receiving.receive,
        Command.IMPORT: importing.import_exports,
        Command.LOOKUP: commands.look_up,
        Command.STATUS: commands.show_status,
        Command.DOCTOR: commands.examine,
        Command.VERIFY_AUDIT: auditing.verify_audit,
        Command.BACKUP: backups.back_up,
        Command.RESTORE: backups.restore,
        Command.DEMO: making.make_only,
    }
    return acts[asked.command](asked, words) or 0


def _told(sentence: str) -> int:
    if sys.stderr is not None:  # a program without a console has none
        sys.stderr.write(f"{sentence}\n")
    return FAILED
