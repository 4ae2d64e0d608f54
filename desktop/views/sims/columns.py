"""The columns of the list of SIM cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.models.records.sims import SimRow
from desktop.models.states import NumberKind, SimStatus
from desktop.views.formats import MISSING, Formats
from desktop.views.theme import StateKind
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.words import state_kind, word

ICCID, NUMBER, CARRIER, STATE, SERVICE, SINCE = range(6)

# The room, in px at 100 %, below which a column gives way to those that matter more.
ROOM_FOR = {CARRIER: 780, ICCID: 700, SINCE: 500, SERVICE: 400}


def columns(formats: Callable[[], Formats]) -> tuple[Column[SimRow], ...]:
    """Return the columns with their titles in the language of the moment."""
    titles, cells = _titles(), _Cells(formats)
    two = CellKind.TWO_LINES
    return (
        Column("iccid", titles[ICCID], cells.iccid, width=204, gap=8),
        Column("number", titles[NUMBER], cells.number, width=154, gap=8),
        Column("carrier", titles[CARRIER], _carrier, width=74, gap=8),
        Column("state", titles[STATE], _word, CellKind.STATE, state=_kind, width=122, gap=8),
        Column(
            "service",
            titles[SERVICE],
            cells.service,
            two,
            second=cells.remark,
            muted=_free,
            stretch=True,
        ),
        Column("since", titles[SINCE], cells.since, CellKind.NUMBER, width=106),
    )


def _titles() -> dict[int, str]:
    return {
        ICCID: QCoreApplication.translate("SimColumns", "ICCID"),
        NUMBER: QCoreApplication.translate("SimColumns", "Sender number"),
        CARRIER: QCoreApplication.translate("SimColumns", "Carrier"),
        STATE: QCoreApplication.translate("SimColumns", "State"),
        SERVICE: QCoreApplication.translate("SimColumns", "Service"),
        SINCE: QCoreApplication.translate("SimColumns", "Since"),
    }


class _Cells:
    """The words of the cells, in the formats of the moment."""

    def __init__(self, formats: Callable[[], Formats]) -> None:
        self._formats = formats

    def number(self, sim: SimRow) -> str:
        return self._formats().phone(sim.msisdn)

    def iccid(self, sim: SimRow) -> str:
        return self._formats().iccid(sim.iccid)

    def since(self, sim: SimRow) -> str:
        return self._formats().date(sim.reserved_at or sim.status_since)

    def service(self, sim: SimRow) -> str:
        if _free(sim):
            return QCoreApplication.translate("SimColumns", "free")
        return sim.customer_name or MISSING

    def remark(self, sim: SimRow) -> str:
        if sim.conflicts:
            return QCoreApplication.translate("SimColumns", "to be decided")
        if sim.replaced_at is None:
            return sim.service_name
        replaced = QCoreApplication.translate("SimColumns", "replaced on {}")
        formats = self._formats()
        # The year stands at the end of the line, where it is the same.
        same_year = formats.local(sim.replaced_at).year == formats.local(sim.status_since).year
        shown = formats.day_month if same_year else formats.date
        return replaced.format(shown(sim.replaced_at))


def _carrier(sim: SimRow) -> str:
    if sim.kind is NumberKind.PLATFORM:
        return QCoreApplication.translate("SimColumns", "Platform")
    return sim.carrier


def _word(sim: SimRow) -> str:
    return word(sim.stage)


def _kind(sim: SimRow) -> StateKind:
    return state_kind(sim.stage)


def _free(sim: SimRow) -> bool:
    return sim.status is SimStatus.IN_STOCK and sim.reserved_at is None
