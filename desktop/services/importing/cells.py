"""The cells of a delivery of SIM cards: a CSV or XLSX file of a carrier, columns in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from desktop.errors import FileTooLargeError, FileUnreadableError
from desktop.services.importing import limits, sheet_files, text_files
from desktop.services.importing.columns import normal
from desktop.services.importing.sources import find

_COLUMNS = (
    frozenset({"iccid", "icc", "sim", "sim_karte", "simkarte", "kartennummer", "card_number"}),
    frozenset({"msisdn", "rufnummer", "nummer", "number", "phone", "telefon", "telefonnummer"}),
    frozenset({"carrier", "anbieter", "netz", "network", "netzbetreiber"}),
    frozenset({"note", "notiz", "bemerkung", "remark"}),
)
"""What the columns may be called, in the order in which they are returned."""


_SEPARATORS = re.compile(r"[;,|\t]")


def read_cells(path: Path) -> list[list[str]]:
    """Return ICCID, number, carrier and note of each row; without a header the cells as they are.

    Raises:
        FileUnreadableError: the file cannot be read, or is a folder or a ZIP file.
        FileTooLargeError: it is over a limit.

    """
    found = find([path])
    if len(found.sources) != 1 or found.sources[0].member is not None:
        raise FileUnreadableError(str(path), "one CSV or XLSX file")
    source = found.sources[0]
    reading = sheet_files if source.is_xlsx() else text_files
    rows: list[list[str]] = []
    order: Sequence[int | None] | None = None
    with closing(reading.plain_rows(source)) as found_rows:
        for cells in found_rows:
            if order is None:
                order = _order(cells)
                if order is not None:
                    rows.clear()  # what stood above the header is a title
                    continue
            rows.append(list(_in_order(cells, order)))
            if len(rows) > limits.STOCK_ROWS:
                raise FileTooLargeError(str(path), f"over {limits.STOCK_ROWS} rows")
    return rows


def _order(cells: Sequence[str]) -> Sequence[int | None] | None:
    """Return where the columns stand, None where this row is no header."""
    headers = [normal(cell) for cell in cells]
    places = [
        next((at for at, header in enumerate(headers) if header in names), None)
        for names in _COLUMNS
    ]
    return places if places[0] is not None else None


def _in_order(cells: Sequence[str], order: Sequence[int | None] | None) -> Iterator[str]:
    if order is None:
        yield from (_tidy(cell) for cell in cells)
        return
    for place in order:
        yield _tidy(cells[place]) if place is not None and place < len(cells) else ""


def _tidy(cell: str) -> str:
    """Return a cell as it may stand in a line, without what separates cells there."""
    text = cell.strip().removeprefix('="').removesuffix('"') if cell.startswith('="') else cell
    return " ".join(_SEPARATORS.sub(" ", text).split())
