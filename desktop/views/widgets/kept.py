"""Lists of widgets that stay where they are while what they show stays the same.

A click is a press and a release on one and the same widget. A list that made all of its widgets
anew with each reading would lose the clicks that fall in between, and the focus of the keyboard.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

R = TypeVar("R")
W = TypeVar("W", bound=QWidget)


class KeptWidgets(Generic[R, W]):
    """One widget for each record, below each other at the end of a layout.

    ``make`` builds the widget of a record. It is kept until a reading brings the record no more,
    or another ``look``: what else decides how it is shown, such as the language.
    """

    def __init__(self, layout: QBoxLayout, make: Callable[[R], W]) -> None:
        self._layout = layout
        self._make = make
        self._shown: list[tuple[R, W]] = []
        self._look: Hashable = None

    @property
    def records(self) -> tuple[R, ...]:
        """The records that are shown."""
        return tuple(record for record, _ in self._shown)

    @property
    def widgets(self) -> tuple[W, ...]:
        """The widgets in their order."""
        return tuple(widget for _, widget in self._shown)

    def show(self, records: Sequence[R], look: Hashable = None) -> None:
        """Show these records in this order."""
        old = self._shown if look == self._look else []
        gone = [] if look == self._look else self._shown
        self._look = look
        kept = list(old)
        self._shown = [(record, self._take(kept, record)) for record in records]
        for _, widget in (*gone, *kept):
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._arrange()

    def _take(self, kept: list[tuple[R, W]], record: R) -> W:
        for place, (known, widget) in enumerate(kept):
            if known == record:
                del kept[place]
                return widget
        return self._make(record)

    def _arrange(self) -> None:
        places = [self._layout.indexOf(widget) for widget in self.widgets]
        last = list(range(self._layout.count() - len(places), self._layout.count()))
        if places == last and -1 not in places:
            return
        for widget in self.widgets:
            self._layout.removeWidget(widget)
            self._layout.addWidget(widget)
