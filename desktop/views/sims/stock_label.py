"""How many SIM cards are free, with a warning below the set minimum."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.sims import SimStock
from desktop.views.formats import Formats
from desktop.views.theme import StateKind
from desktop.views.widgets.state_label import StateLabel


class StockLabel(StateLabel):
    """Stays visible with every filter."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sim_stock")
        self.hide()

    def show_stock(self, stock: SimStock, formats: Formats) -> None:
        """Show the stock and, where it is low, the minimum."""
        kind = StateKind.WARNING if stock.low else StateKind.NEUTRAL
        text = (
            QCoreApplication.translate("SimsPage", "{} free, minimum stock {}")
            if stock.low
            else QCoreApplication.translate("SimsPage", "{} free")
        )
        self.set_state(kind, text.format(formats.number(stock.free), formats.number(stock.minimum)))
        self.show()
