"""Collects warnings and errors that the program logs while a test runs."""

from __future__ import annotations

import logging
import re


class LogWatch(logging.Handler):
    """Every record from WARNING up must match one of `expected`, and each of those must come.

    A test that provokes a warning asks for the fixture `expected_warnings` and appends a regular
    expression to it.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.expected: list[str] = []
        self._seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the message as one line: name, level and text."""
        self._seen.append(f"{record.name} {record.levelname} {record.getMessage()}")

    def complaints(self) -> list[str]:
        """What was logged against expectation, and what was expected in vain."""
        surprising = [
            line for line in self._seen if not any(re.search(one, line) for one in self.expected)
        ]
        missing = [
            one for one in self.expected if not any(re.search(one, line) for line in self._seen)
        ]
        return [
            *(f"unexpected log message: {line}" for line in surprising),
            *(f"expected log message never came: {one}" for one in missing),
        ]
