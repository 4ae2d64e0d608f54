"""Tells line by line what a command that runs for long does: in words, or as JSON."""

from __future__ import annotations

import json
import sys

from desktop.cli.arguments import Asked
from desktop.cli.output import write
from desktop.cli.words import Words


class Teller:
    """Writes each event at once, for a person who watches and for a journal.

    ``section`` is where its words stand. With ``--json`` an event is one line with its facts.
    """

    def __init__(self, section: str, asked: Asked, words: Words) -> None:
        self._section = section
        self._asked = asked
        self._words = words
        self._last: tuple[str, dict[str, object]] | None = None

    def __call__(self, event: str, **facts: object) -> None:
        """Tell an event, unless it is the same as the last one."""
        if self._last == (event, facts):
            return
        self._last = event, facts
        if self._asked.json:
            write(json.dumps({"event": event, **facts}, ensure_ascii=False, default=str))
        else:
            write(self._words.fill(f"{self._section}.{event}", self._shown(facts)))
        sys.stdout.flush()

    def _shown(self, facts: dict[str, object]) -> dict[str, object]:
        return {
            name: self._words.number(value) if type(value) is int else value
            for name, value in facts.items()
        }
