"""What all pages share: they know the desk, read when shown, and read again when told."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.models.changes import Change
from desktop.views.desk import Desk


class Page(QWidget):
    """One page of the window.

    A page reads through ``desk.tasks`` only. ``cares_for`` says which changes make it stale; a
    hidden page remembers that it is stale and reads again when it is shown next. A page that
    ``holds_work`` is where somebody works on something: no other page covers it unasked.
    """

    cares_for: frozenset[Change] = frozenset()
    holds_work = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.feed.changed.connect(self._note_change)

    def enter(self) -> None:
        """Show what is current; called by the window each time the page comes to the front."""
        if self._stale:
            self._stale = False
            self.reload()

    def reload(self) -> None:
        """Read everything again in the background; pages override it."""

    def leave(self) -> None:
        """Save what must not be lost; called when another page comes to the front."""

    @property
    def is_keeping(self) -> bool:
        """Whether what was typed is still on its way into the database; pages override it."""
        return False

    def retranslate(self) -> None:
        """Set all fixed texts again after the language or the theme changed; pages override it."""

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        if change not in self.cares_for:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
