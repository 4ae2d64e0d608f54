"""The SIM cards: which are in use, blocked or free, and the card of each with its history."""

from desktop.views.sims.page import SimsPage

__all__ = ["SimsPage"]
