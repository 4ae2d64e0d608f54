"""A page longer than the window scrolls, without a frame and without a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.views.widgets.base import space


class ScrollArea(QScrollArea):
    """Scrolls its content downward; across, the content fits itself to the width."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    @classmethod
    def around(cls, content: QWidget, page: QWidget) -> ScrollArea:
        """Fill ``page`` with a scroll area around ``content``."""
        area = cls(content)
        layout = QVBoxLayout(page)
        space(layout, 0, gap=0)
        layout.addWidget(area)
        return area
