"""What a command line asks for."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn

from desktop import __version__
from desktop.cli.words import LANGUAGES, Words, language_of

PROGRAM = "solution-desk"
DEFAULT_LIMIT = 20
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8085
_HIGHEST_PORT = 65_535


class Command(StrEnum):
    """The commands; ``DESK`` is what happens without one."""

    DESK = "desk"
    DEMO = "demo"
    CALL = "call"
    IMPORT = "import"
    LOOKUP = "lookup"
    WORKER = "worker"
    RECEIVE = "receive"
    STATUS = "status"
    DOCTOR = "doctor"
    VERIFY_AUDIT = "verify-audit"
    BACKUP = "backup"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Asked:
    """A command line that was understood. ``database`` is as typed, None where nothing was."""

    command: Command = Command.DESK
    database: str | None = None
    json: bool = False
    language: str = "en"
    language_given: bool = False
    verbose: bool = False
    walk: bool = False
    no_window: bool = False
    paths: tuple[Path, ...] = ()
    file: Path | None = None
    force: bool = False
    error_folder: Path | None = None
    number: str = ""
    query: str = ""
    limit: int = DEFAULT_LIMIT
    once: bool = False
    password_from_input: bool = False
    known: str = ""
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    needs_window: bool = field(init=False)

    def __post_init__(self) -> None:
        """Work out whether the window is needed."""
        windowed = self.command in {Command.DESK, Command.CALL} or (
            self.command is Command.DEMO and not self.no_window
        )
        object.__setattr__(self, "needs_window", windowed)

    @property
    def chosen_language(self) -> str:
        """The language that was asked for, "" where none was."""
        return self.language if self.language_given else ""


class NotUnderstoodError(Exception):
    """A command line that asks for nothing that there is."""


def understand(arguments: Sequence[str]) -> Asked:
    """Return what the arguments ask for; ``--help`` and ``--version`` print and end.

    Raises:
        NotUnderstoodError: they are not understood.

    """
    words = Words(language_in(arguments))
    found = vars(_parser(words).parse_args(arguments))
    found["command"] = Command(found.get("command") or Command.DESK)
    found["language_given"] = "language" in found
    found["language"] = words.language
    found["number"] = " ".join(found.get("number", ()))
    found["paths"] = tuple(found.get("paths", ()))
    return Asked(**found)


def language_in(arguments: Sequence[str]) -> str:
    """Return the language to speak, even if the rest of the arguments makes no sense."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            given = value or next(iter(arguments[place + 1 : place + 2]), "")
            if given in LANGUAGES:
                return given
    return language_of()


class _Parser(argparse.ArgumentParser):
    """Tells a wrong command line as a failure, so that it is told like all others."""

    def error(self, message: str) -> NoReturn:
        raise NotUnderstoodError(message)


def _parser(words: Words) -> argparse.ArgumentParser:
    formatter = _formatter(words)
    parser = _Parser(
        prog=PROGRAM,
        description=words("usage.description"),
        formatter_class=formatter,
        add_help=False,
    )
    _common(parser, words).add_argument(
        "--version",
        action="version",
        version=f"{PROGRAM} {__version__}",
        help=words("usage.version"),
    )
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", title=words("usage.commands"), parser_class=_Parser
    )
    for command, fill in _COMMANDS.items():
        description = words(f"usage.{command.value}")
        sub = commands.add_parser(
            command.value,
            help=description,
            description=description,
            formatter_class=formatter,
            add_help=False,
        )
        fill(sub, _common(sub, words), words)
    return parser


def _formatter(words: Words) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.HelpFormatter):
        """Says *usage* in the language of the rest."""

        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            told = words("usage.prefix") if prefix is None else prefix
            super().add_usage(usage, actions, groups, told)

    return Formatter


def _common(parser: argparse.ArgumentParser, words: Words) -> argparse._ArgumentGroup:
    """Add the options that stand before or after a command alike."""
    group = parser.add_argument_group(words("usage.options"))
    quiet = argparse.SUPPRESS  # a default after the command would hide what stood before it
    group.add_argument("-h", "--help", action="help", default=quiet, help=words("usage.help"))
    group.add_argument("--database", metavar="URL", default=quiet, help=words("usage.database"))
    group.add_argument("--json", action="store_true", default=quiet, help=words("usage.json"))
    group.add_argument("--language", choices=LANGUAGES, default=quiet, help=words("usage.language"))
    group.add_argument("--verbose", action="store_true", default=quiet, help=words("usage.verbose"))
    return group


def _demo(_parser: argparse.ArgumentParser, options: argparse._ArgumentGroup, words: Words) -> None:
    options.add_argument("--walk", action="store_true", help=words("usage.walk"))
    options.add_argument("--no-window", action="store_true", help=words("usage.no_window"))


def _call(parser: argparse.ArgumentParser, _options: argparse._ArgumentGroup, words: Words) -> None:
    values = parser.add_argument_group(words("usage.arguments"))
    values.add_argument("number", metavar="NUMBER", nargs="+", help=words("usage.number"))


def _import(
    parser: argparse.ArgumentParser, options: argparse._ArgumentGroup, words: Words
) -> None:
    values = parser.add_argument_group(words("usage.arguments"))
    values.add_argument("paths", metavar="PATH", nargs="+", type=Path, help=words("usage.paths"))
    options.add_argument(
        "--error-folder", metavar="PATH", type=Path, help=words("usage.error_folder")
    )


def _backup(
    parser: argparse.ArgumentParser, options: argparse._ArgumentGroup, words: Words
) -> None:
    values = parser.add_argument_group(words("usage.arguments"))
    values.add_argument("file", metavar="FILE", nargs="?", type=Path, help=words("usage.backup_to"))
    options.add_argument("--force", action="store_true", help=words("usage.force"))


def _restore(
    parser: argparse.ArgumentParser, _options: argparse._ArgumentGroup, words: Words
) -> None:
    values = parser.add_argument_group(words("usage.arguments"))
    values.add_argument("file", metavar="FILE", type=Path, help=words("usage.restore_from"))


def _lookup(
    parser: argparse.ArgumentParser, options: argparse._ArgumentGroup, words: Words
) -> None:
    values = parser.add_argument_group(words("usage.arguments"))
    values.add_argument("query", metavar="QUERY", help=words("usage.query"))
    options.add_argument(
        "--limit", metavar="N", type=int, default=DEFAULT_LIMIT, help=words("usage.limit")
    )


def _worker(
    _parser: argparse.ArgumentParser, options: argparse._ArgumentGroup, words: Words
) -> None:
    options.add_argument("--once", action="store_true", help=words("usage.once"))
    options.add_argument(
        "--password-from-input", action="store_true", help=words("usage.password_from_input")
    )


def _verify_audit(
    _parser: argparse.ArgumentParser, options: argparse._ArgumentGroup, words: Words
) -> None:
    options.add_argument("--known", metavar="HASH", default="", help=words("usage.known"))


def _receive(
    _parser: argparse.ArgumentParser, options: argparse._ArgumentGroup, words: Words
) -> None:
    options.add_argument(
        "--host", metavar="ADDRESS", default=DEFAULT_HOST, help=words("usage.host")
    )
    options.add_argument(
        "--port", metavar="N", type=_port, default=DEFAULT_PORT, help=words("usage.port")
    )


def _port(text: str) -> int:
    """Read a port; 0 takes any that is free."""
    port = int(text)
    if not 0 <= port <= _HIGHEST_PORT:
        raise ValueError(text)
    return port


_port.__name__ = "port"  # argparse names it where it cannot read one


def _nothing_more(
    _parser: argparse.ArgumentParser, _options: argparse._ArgumentGroup, _words: Words
) -> None:
    """Leave a command without arguments of its own."""


_COMMANDS = {
    Command.DEMO: _demo,
    Command.CALL: _call,
    Command.IMPORT: _import,
    Command.LOOKUP: _lookup,
    Command.WORKER: _worker,
    Command.RECEIVE: _receive,
    Command.STATUS: _nothing_more,
    Command.DOCTOR: _nothing_more,
    Command.VERIFY_AUDIT: _verify_audit,
    Command.BACKUP: _backup,
    Command.RESTORE: _restore,
}
