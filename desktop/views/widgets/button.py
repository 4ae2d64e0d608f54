"""Buttons with text: plain, primary, danger, Stop, link."""

from __future__ import annotations

from enum import StrEnum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.views.theme import FontRole, Role, color, draw_icon, font, px, text_width
from desktop.views.theme.focus import set_ring
from desktop.views.theme.paint import box
from desktop.views.widgets.base import Themed


class ButtonKind(StrEnum):
    """How a button looks. One PRIMARY for each page; STOP is the red one, and alone."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    STOP = "stop"
    LINK = "link"
    FLAT = "flat"


_TEXT_ROLES = {
    ButtonKind.PLAIN: Role.TEXT,
    ButtonKind.PRIMARY: Role.ON_ACCENT,
    ButtonKind.DANGER: Role.BAD,
    ButtonKind.STOP: Role.ON_BAD,
    ButtonKind.LINK: Role.ACCENT,
    ButtonKind.FLAT: Role.TEXT,
}
_PADDING = {ButtonKind.PRIMARY: 17, ButtonKind.STOP: 36, ButtonKind.LINK: 0, ButtonKind.FLAT: 8}
_HEIGHT = {ButtonKind.STOP: 56, ButtonKind.LINK: 24}
_FILLED = {ButtonKind.PRIMARY: Role.ACCENT, ButtonKind.STOP: Role.BAD}
_GAPS = {ButtonKind.STOP: 20, ButtonKind.LINK: 6}


class Button(Themed, QPushButton):
    """A button that names what it does.

    `icon_name` stands left of the text, `trailing` right of it; `menu=True` shows the chevron of
    a button that opens a menu. `compact` is the 28-px form for rows.

    Signals:
        reason_changed: why it cannot be used now, "" when it can. Show it beside the button.
    """

    reason_changed = Signal(str)

    def __init__(
        self,
        text: str = "",
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        icon_name: str = "",
        trailing: str = "",
        menu: bool = False,
        compact: bool = False,
        size: FontRole = FontRole.NORMAL,
    ) -> None:
        super().__init__(text)
        self._kind = kind
        self._icon_name = icon_name
        self._trailing = "chevron-down" if menu else trailing
        self._compact = compact
        self._font_role = FontRole.TITLE if kind is ButtonKind.STOP else size
        self._text_role: Role | None = None
        self._strong = False
        self._reason = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if kind is ButtonKind.LINK:
            # Its text stands flush with the text around it; the ring leaves it room.
            set_ring(self, offset=0, across=4)

    # ---------------------------------------------------------------- what it is

    @property
    def kind(self) -> ButtonKind:
        """How it looks."""
        return self._kind

    @property
    def reason(self) -> str:
        """Why it cannot be used now; empty when it can."""
        return self._reason

    def block(self, reason: str) -> None:
        """Switch the button off and say why."""
        self._set_reason(reason, enabled=False)

    def unblock(self) -> None:
        """Switch the button on again."""
        self._set_reason("", enabled=True)

    def _set_reason(self, reason: str, *, enabled: bool) -> None:
        self.setEnabled(enabled)
        if reason == self._reason:
            return
        self._reason = reason
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
        self.reason_changed.emit(reason)

    def set_icon_name(self, name: str) -> None:
        """Change the icon at the left."""
        self._icon_name = name
        self._resize()

    def set_trailing(self, name: str) -> None:
        """Change the icon at the right."""
        self._trailing = name
        self._resize()

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the look, when another button becomes the primary one."""
        self._kind = kind
        self._resize()

    def set_text_role(self, role: Role | None) -> None:
        """Give text and icon another colour than the kind has."""
        self._text_role = role
        self.update()

    def set_strong(self, strong: bool) -> None:
        """Draw the text in 600 although the kind does not."""
        self._strong = strong
        self._resize()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._resize()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    # ---------------------------------------------------------------- sizes

    def is_strong(self) -> bool:
        """Whether the text is drawn in 600."""
        return self._strong or self._kind in {ButtonKind.PRIMARY, ButtonKind.STOP}

    def _shown_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _text_width(self) -> float:
        return text_width(self._shown_text(), self._font_role, strong=self.is_strong())

    def _padding(self) -> int:
        return px(_PADDING.get(self._kind, 13))

    def _icon_px(self) -> int:
        if self._font_role is FontRole.SMALL:
            return 14
        return 20 if self._kind is ButtonKind.STOP else 16

    def _icon_room(self) -> int:
        return px(self._icon_px() + _GAPS.get(self._kind, 8))

    def _content_width(self) -> float:
        icons = sum(bool(name) for name in (self._icon_name, self._trailing))
        return self._text_width() + icons * self._icon_room()

    def sizeHint(self) -> QSize:
        height = 28 if self._compact else _HEIGHT.get(self._kind, 32)
        return QSize(2 * self._padding() + ceil(self._content_width()), px(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, as people expect of a form."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    # ---------------------------------------------------------------- painting

    def _role(self) -> Role:
        if not self.isEnabled():
            return Role.DISABLED
        return self._text_role or _TEXT_ROLES[self._kind]

    def _lead_role(self) -> Role:
        """The icon at the left of a quiet button is quieter than its words."""
        quiet = self._kind in {ButtonKind.PLAIN, ButtonKind.FLAT} and self._text_role is None
        return Role.MUTED if quiet and self.isEnabled() else self._role()

    def _active(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def _draw_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        filled = _FILLED.get(self._kind)
        if self._kind in {ButtonKind.LINK, ButtonKind.FLAT}:
            if self._kind is ButtonKind.FLAT and self._active():
                box(painter, area, color(Role.NEUTRAL_GROUND))
        elif not self.isEnabled():
            box(painter, area, color(Role.BASE), color(Role.LINE))
        elif filled is not None:
            box(painter, area, self._shaded(color(filled)))
        else:
            edge = Role.BAD if self._kind is ButtonKind.DANGER else Role.EDGE
            ground = Role.NEUTRAL_GROUND if self._active() else Role.BASE
            box(painter, area, color(ground), color(edge))

    def _shaded(self, ground: QColor) -> QColor:
        """A filled ground, slightly darker while the pointer is on it."""
        return ground.darker(112) if self._active() else ground

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_ground(painter)
        left = max(float(self._padding()), (self.width() - self._content_width()) / 2)
        if self._icon_name:
            self._draw_symbol(painter, self._icon_name, self._lead_role(), left)
            left += self._icon_room()
        self._draw_text(painter, left)
        if self._trailing:
            left += self._text_width() + self._icon_room() - px(self._icon_px())
            self._draw_symbol(painter, self._trailing, self._role(), left)

    def _draw_symbol(self, painter: QPainter, name: str, role: Role, left: float) -> None:
        side = px(self._icon_px())
        square = QRectF(round(left), round((self.height() - side) / 2), side, side)
        draw_icon(painter, name, role, square, size=self._icon_px())

    def _draw_text(self, painter: QPainter, left: float) -> None:
        drawn = font(self._font_role, strong=self.is_strong())
        if self._kind is ButtonKind.LINK and self._active():
            drawn.setUnderline(True)
        painter.setFont(drawn)
        painter.setPen(color(self._role()))
        area = QRectF(left, 0, self.width() - left, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(flags | Qt.TextFlag.TextShowMnemonic), self.text())


class LinkButton(Button):
    """Text that acts like a button: accent colour, no frame."""

    def __init__(
        self,
        text: str = "",
        *,
        icon_name: str = "",
        trailing: str = "",
        size: FontRole = FontRole.NORMAL,
    ) -> None:
        super().__init__(text, ButtonKind.LINK, icon_name=icon_name, trailing=trailing, size=size)
