"""What stands in the place of the list where there is no card to show."""

from __future__ import annotations

from desktop.views.widgets.empty_state import EmptyState


class NoCards(EmptyState):
    """Says what to do about an empty list."""

    def __init__(self) -> None:
        super().__init__("card-sim")

    def tell(self, *, has_cards: bool) -> None:
        """Say that a filter leaves nothing, or that there is nothing yet."""
        if has_cards:
            self.say(
                self.tr("No card has this state."),
                self.tr('Choose another state above; "All" shows every card.'),
            )
        else:
            self.say(
                self.tr("There are no SIM cards yet."),
                self.tr("Scan or paste them, or import the platform's export."),
                self.tr("Add cards …"),
            )
