"""Tables and progress for a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TextIO

_GAP = "  "
_BAR_WIDTH = 30
_SHOWN_EVERY_S = 0.1

Cell = str | int


def table(heads: Sequence[str], rows: Sequence[Sequence[Cell]], thousands: str) -> str:
    """Return rows under their heads, numbers right-aligned with a mark for the thousands."""
    shown = [[_shown(cell, thousands) for cell in row] for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(heads, *shown, strict=True)]
    numeric = [
        bool(rows) and all(isinstance(row[place], int) for row in rows)
        for place in range(len(heads))
    ]
    lines = [list(heads), *shown]
    return "\n".join(_line(line, widths, numeric) for line in lines)


def _shown(cell: Cell, thousands: str) -> str:
    return f"{cell:,}".replace(",", thousands) if isinstance(cell, int) else cell


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    aligned = (
        cell.rjust(width) if is_number else cell.ljust(width)
        for cell, width, is_number in zip(cells, widths, numeric, strict=True)
    )
    return _GAP.join(aligned).rstrip()


class ProgressBar:
    """One line that fills up, shown only to a person at a terminal."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        """Show ``label`` beside the bar, on standard error unless told otherwise."""
        self._label = label
        self._stream = stream or sys.stderr
        self._shows = self._stream.isatty()
        self._shown_at = 0.0

    def show(self, fraction: float) -> None:
        """Show how far the work is, 0 to 1."""
        now = time.monotonic()
        if not self._shows or (fraction < 1 and now - self._shown_at < _SHOWN_EVERY_S):
            return
        self._shown_at = now
        filled = round(fraction * _BAR_WIDTH)
        bar = "#" * filled + "." * (_BAR_WIDTH - filled)
        self._stream.write(f"\r{self._label} [{bar}] {fraction:4.0%}")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shows and self._shown_at:
            self._stream.write("\r\033[K")
            self._stream.flush()
