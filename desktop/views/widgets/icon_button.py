"""A square button that shows an icon only."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.views.theme import Role, color, draw_icon, px
from desktop.views.theme.paint import box
from desktop.views.widgets.base import Themed


class IconButton(Themed, QPushButton):
    """An icon to press; `name` is its tool tip and what a screen reader says."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        *,
        framed: bool = False,
        size: int = 16,
        role: Role = Role.MUTED,
    ) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._framed = framed
        self._icon_px = size
        self._role = role
        self.set_name(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_name(self, name: str) -> None:
        """Change what a screen reader and the tool tip say."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon_name(self, icon_name: str, role: Role | None = None) -> None:
        """Change the icon, and its colour."""
        self._icon_name = icon_name
        self._role = role or self._role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(32), px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        active = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        if self._framed:
            edge = Role.EDGE if self.isEnabled() else Role.LINE
            box(painter, area, color(Role.NEUTRAL_GROUND if active else Role.BASE), color(edge))
        elif active:
            box(painter, area, color(Role.NEUTRAL_GROUND))
        side = px(self._icon_px)
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        role = self._role if self.isEnabled() else Role.DISABLED
        draw_icon(painter, self._icon_name, role, QRectF(left, top, side, side), size=self._icon_px)
