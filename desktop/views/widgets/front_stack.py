"""One of several widgets in the same place, as tall as the one in front needs.

A `QStackedWidget` is as tall as the tallest of all its pages, so that a page around it would
scroll although what is seen would fit.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.widgets.base import space


class FrontStack(QWidget):
    """Shows one of its widgets and hides the others, which take no room."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._front: QWidget | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 0, gap=0)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Take one more widget; the first one is in front."""
        self._column.addWidget(widget)
        if self._front is None:
            self._front = widget
        else:
            widget.hide()

    def remove(self, widget: QWidget) -> None:
        """Let a widget go; it has to be deleted or placed elsewhere."""
        self._column.removeWidget(widget)
        widget.hide()
        if widget is self._front:
            self._front = None

    def bring(self, widget: QWidget) -> None:
        """Bring one of the widgets to the front."""
        if self._front is not None and self._front is not widget:
            self._front.hide()
        self._front = widget
        widget.show()

    @property
    def front(self) -> QWidget | None:
        """The widget in front."""
        return self._front
