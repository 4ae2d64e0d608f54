"""The focus ring: two pixels of accent, two pixels outside the control that has the focus.

One frame serves the whole application and moves with the focus, so every control has the ring,
those of Qt's own dialogs too, and it shows after a mouse click as well.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFocusFrame, QScrollArea, QWidget

from desktop.views.theme.fonts import pxf
from desktop.views.theme.tokens import Role, color

OFFSET_PROPERTY = "focusRingOffset"
ACROSS_PROPERTY = "focusRingAcross"
BELOW_PROPERTY = "focusRingBelow"
RADIUS_PROPERTY = "focusRingRadius"
MARGIN = 6
_DEFAULT_OFFSET, _DEFAULT_RADIUS, _WIDTH = 2, 4, 2


def set_ring(
    widget: QWidget,
    *,
    offset: int = _DEFAULT_OFFSET,
    across: int | None = None,
    below: int | None = None,
    radius: int = _DEFAULT_RADIUS,
) -> None:
    """Say how the ring lies around a widget: `offset` px outside it, `radius` is the widget's.

    `across` is the offset at the left and right, `below` that at the bottom, where they differ. An
    offset of -1 means that the widget draws its focus itself.
    """
    widget.setProperty(OFFSET_PROPERTY, offset)
    widget.setProperty(ACROSS_PROPERTY, offset if across is None else across)
    widget.setProperty(BELOW_PROPERTY, offset if below is None else below)
    widget.setProperty(RADIUS_PROPERTY, radius)


def _number(widget: QWidget, name: str, otherwise: int) -> int:
    value = widget.property(name)
    return value if isinstance(value, int) else otherwise


def draws_own_focus(widget: QWidget) -> bool:
    """Whether the ring stays away.

    Lists mark their current row themselves. A page that Qt gave the focus for want of a control,
    when it came to the front, is no control.
    """
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return True
    if _number(widget, OFFSET_PROPERTY, _DEFAULT_OFFSET) < 0:
        return True
    return isinstance(widget, QAbstractItemView | QScrollArea)


class _Frame(QFocusFrame):
    """The ring itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        target = self.widget()
        offset = _number(target, OFFSET_PROPERTY, _DEFAULT_OFFSET)
        radius = _number(target, RADIUS_PROPERTY, _DEFAULT_RADIUS)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color(Role.ACCENT), pxf(_WIDTH))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        across = _number(target, ACROSS_PROPERTY, offset)
        below = _number(target, BELOW_PROPERTY, offset)
        top, side, bottom = (pxf(MARGIN - gap - _WIDTH / 2) for gap in (offset, across, below))
        ring = QRectF(self.rect()).adjusted(side, top, -side, -bottom)
        rounding = pxf(radius + offset)
        painter.drawRoundedRect(ring, rounding, rounding)


class FocusRing(QObject):
    """Moves the ring to the widget that has the focus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._move)

    def _living(self) -> _Frame:
        """The frame; a new one where the last one went down with its window."""
        if self._frame is None or not shiboken6.isValid(self._frame):
            self._frame = _Frame()
            self._frame.setObjectName("focusRing")
        return self._frame

    def _move(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.isWindow() or draws_own_focus(new):
            if self._frame is not None and shiboken6.isValid(self._frame):
                self._frame.setWidget(None)  # type: ignore[arg-type]  # Qt allows it, the stub not
            return
        self._living().setWidget(new)
