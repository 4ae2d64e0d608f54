"""What stands in the place of the list where there is no card to show."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.views.widgets.empty_state import EmptyState


class NoCards(EmptyState):
    """Says what to do about an empty list."""

    def __init__(self) -> None:
        super().__init__("card-sim")

    def tell(self, *, has_cards: bool) -> None:
        """Say that a filter leaves nothing, or that there is nothing yet."""
        if has_cards:
            self.say(
                QCoreApplication.translate("SimsPage", "No card has this state."),
                QCoreApplication.translate(
                    "SimsPage", 'Choose another state above; "All" shows every card.'
                ),
            )
        else:
            self.say(
                QCoreApplication.translate("SimsPage", "There are no SIM cards yet."),
                QCoreApplication.translate(
                    "SimsPage", "Scan or paste them, or import the platform's export."
                ),
                QCoreApplication.translate("SimsPage", "Add cards …"),
            )
