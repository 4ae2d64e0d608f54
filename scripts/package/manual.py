"""The man page, made from the help of the command line, so that no command can be missing."""

from __future__ import annotations

import contextlib
import io
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from unittest import mock

from desktop.cli import Command, understand
from scripts.package import project

# An item of argparse's help: what is typed, and what it does on the same line or the next.
_ITEM = re.compile(
    r"^ {2,4}(?P<typed>\S(?:.*?\S)?)(?:(?: {2,}|\n {5,})(?P<told>\S.*))?$", re.MULTILINE
)
_SECTION = re.compile(r"^(?P<title>\S[^\n]*):\n(?P<items>(?: +[^\n]*\n?)+)", re.MULTILINE)

_SYNOPSIS = ".B solution\\-desk\n[\\fI\\-\\-database URL\\fR] [\\fICOMMAND\\fR] [\\fI...\\fR]"

Items = dict[str, str]


def manual(language: str) -> str:
    """Return the man page in one language, as roff."""
    words = tomllib.loads((project.TEMPLATES / "linux/manual.toml").read_text("utf-8"))[language]
    whole = _help(language)
    common = dict(_items(whole, "--help"))
    blocks = [
        _head(),
        f".SH {words['name']}\n{project.name()} \\- {_roff(project.SUMMARY[language])}",
        f".SH {words['synopsis']}\n{_SYNOPSIS}",
        f".SH {words['description']}\n{_roff(_description(whole))}",
        f".SH {words['commands']}",
        *(_command(command, language, common) for command in _commands()),
        f".SH {words['options']}\n{words['about_options']}\n{_list(common.items())}",
        f".SH {words['environment']}\n.TP\n.B SOLUTION_DESK_DATABASE\n{words['about_database']}",
        f".SH {words['files']}",
        f".TP\n.I ~/.config/{project.name()}/config.toml\n{words['about_config']}",
        f".TP\n.I ~/.local/share/{project.name()}/desk.sqlite\n{words['about_data']}",
        f".TP\n.I ~/.local/state/{project.name()}/log/desk.log\n{words['about_log']}",
    ]
    return "\n".join(blocks) + "\n"


def _head() -> str:
    date, source = f"{project.moment():%Y-%m-%d}", f"{project.TITLE} {project.version()}"
    return f'.TH {project.name().upper()} 1 "{date}" "{source}"'


def _commands() -> list[Command]:
    return [command for command in Command if command is not Command.DESK]


def _command(command: Command, language: str, common: Items) -> str:
    told = _help(language, command.value)
    own = {typed: text for typed, text in _all_items(told) if typed not in common}
    title = f".SS {project.name()} {command.value}".replace("-", "\\-")
    return f"{title}\n{_roff(_description(told))}\n{_list(own.items())}".rstrip()


def _help(language: str, *command: str) -> str:
    """Return what the program says of itself, each item on one line."""
    told = io.StringIO()
    wide = mock.patch.dict(os.environ, {"COLUMNS": "1000"})
    with wide, contextlib.redirect_stdout(told), contextlib.suppress(SystemExit):
        understand([*command, "--help", "--language", language])
    return told.getvalue()


def _description(told: str) -> str:
    """Return the paragraph between the usage and the first list."""
    return told.split("\n\n")[1].strip()


def _items(told: str, having: str) -> Iterator[tuple[str, str]]:
    """Yield the items of that section in which one is typed so."""
    for section in _SECTION.finditer(told):
        items = list(_items_in(section["items"]))
        if any(having in typed for typed, _ in items):
            yield from items


def _all_items(told: str) -> Iterator[tuple[str, str]]:
    for section in _SECTION.finditer(told.partition("\n\n")[2]):
        yield from _items_in(section["items"])


def _items_in(text: str) -> Iterator[tuple[str, str]]:
    for item in _ITEM.finditer(text):
        yield item["typed"], item["told"] or ""


def _list(items: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f".TP\n.B {_roff(typed)}\n{_roff(told)}" for typed, told in items)


def _roff(text: str) -> str:
    """Return a text so that roff shows it as it stands."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", safe, flags=re.MULTILINE)
