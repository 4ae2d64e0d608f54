"""Add SIM cards to the stock: scanned, pasted, or read from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.changes import Change
from desktop.models.sim import SimStep
from desktop.models.sim_stock import StockLine, StockProblem, read_stock_lines
from desktop.models.states import NumberKind, SimStatus
from desktop.models.tables import SimCard
from desktop.services.importing.cells import read_cells
from desktop.services.importing.rows import DEFAULT_COUNTRY
from desktop.services.sims.entering import Entry, NumberAct, enter, lock_numbers, record
from desktop.services.storage.database import Database

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Stocked:
    """How many cards came into stock, and the lines that did not, each with its problem."""

    added: int
    refused: tuple[StockLine, ...]


class SimStocking:
    """Takes cards into stock; what is wrong stays with whoever brought it."""

    def __init__(self, database: Database, country: str = DEFAULT_COUNTRY) -> None:
        """Take the books, and the country in which numbers without a code are meant."""
        self._database = database
        self._country = country

    def look_at(self, text: str) -> tuple[StockLine, ...]:
        """Return what the lines of a text would become.

        Raises:
            StorageError: the database cannot be read.

        """
        lines = read_stock_lines(text, self._country)
        with self._database.read() as session:
            return _without_known(session, lines)

    def text_of(self, path: Path) -> str:
        """Return the cells of a CSV or XLSX file as lines for :meth:`look_at`.

        Raises:
            FileUnreadableError: it cannot be read, or is over a limit.

        """
        return "\n".join(";".join(cells) for cells in read_cells(path))

    def add(self, text: str, act: NumberAct) -> Stocked:
        """Take every good line into stock, all in one transaction.

        Raises:
            StorageError: the database cannot be written; nothing was added.

        """
        now = self._database.clock()
        lines = read_stock_lines(text, self._country)
        with self._database.write(Change.SIMS) as session:
            lock_numbers(session)
            lines = _without_known(session, lines)
            good = [line for line in lines if line.problem is None]
            for line in good:
                _add(session, line, act, now)
            if good:
                record(session, "sims_added", act, now, {"cards": [line.iccid for line in good]})
        return Stocked(len(good), tuple(line for line in lines if line.problem is not None))


def _add(session: Session, line: StockLine, act: NumberAct, now: datetime) -> None:
    card = SimCard(
        kind=NumberKind.SIM,
        iccid=line.iccid,
        msisdn=line.msisdn,
        msisdn_reversed=line.msisdn[:0:-1],
        carrier=line.carrier,
        status=SimStatus.IN_STOCK,
        status_since=now,
        note=line.note,
        revision=0,
    )
    session.add(card)
    session.flush()
    enter(session, card, Entry(SimStatus.IN_STOCK, SimStep.ADD, now, now), act)


def _without_known(session: Session, lines: Sequence[StockLine]) -> tuple[StockLine, ...]:
    """Return the lines, those marked whose card or number the books have already."""
    iccids = _known(session, [line.iccid for line in lines if line.problem is None], card=True)
    numbers = _known(session, [line.msisdn for line in lines if line.problem is None], card=False)
    return tuple(_marked(line, iccids, numbers) for line in lines)


def _marked(line: StockLine, iccids: set[str], numbers: set[str]) -> StockLine:
    if line.problem is not None:
        return line
    if line.iccid in iccids:
        return replace(line, problem=StockProblem.KNOWN_CARD)
    if line.msisdn in numbers:
        return replace(line, problem=StockProblem.KNOWN_NUMBER)
    return line


def _known(session: Session, keys: Sequence[str], *, card: bool) -> set[str]:
    """Return those of some ICCIDs or numbers that the books have; old cards' numbers are free."""
    known: set[str] = set()
    for begin in range(0, len(keys), _CHUNK):
        chunk = keys[begin : begin + _CHUNK]
        if card:
            found = session.scalars(select(SimCard.iccid).where(SimCard.iccid.in_(chunk)))
        else:
            found = session.scalars(
                select(SimCard.msisdn).where(
                    SimCard.msisdn.in_(chunk), SimCard.status != SimStatus.RETIRED
                )
            )
        known |= {key for key in found if key is not None}
    return known
