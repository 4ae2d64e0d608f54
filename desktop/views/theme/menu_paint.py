"""How an entry of a menu is painted: 32 px, its icon or check mark, its text, its keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionMenuItem

from desktop.views.theme import paint
from desktop.views.theme.fonts import FontRole, font, px, text_width
from desktop.views.theme.tokens import Role, color

_Kind = QStyleOptionMenuItem.MenuItemType
_HEIGHT, _PADDING, _ICON, _GAP, _SEPARATOR = 32, 12, 16, 8, 9


def _parts(option: QStyleOptionMenuItem) -> tuple[str, str]:
    """Text and keys of an entry; Qt keeps them in one string with a tab between."""
    text, _, keys = str(option.text).partition("\t")
    return text, keys


def _column(option: QStyleOptionMenuItem) -> int:
    """Width of the column for icons and check marks: 0 where no entry needs one."""
    needed = option.maxIconWidth > 0 or option.menuHasCheckableItems
    return px(_ICON + _GAP) if needed else 0


def menu_item_size(option: QStyleOptionMenuItem) -> QSize:
    """Room that an entry needs."""
    if option.menuItemType == _Kind.Separator:
        return QSize(px(16), px(_SEPARATOR))
    text, keys = _parts(option)
    wide = 2 * px(_PADDING) + _column(option) + round(text_width(text.replace("&", "")))
    if keys:
        wide += px(24) + round(text_width(keys, FontRole.SMALL))
    if option.menuItemType == _Kind.SubMenu:
        wide += px(_ICON + _GAP)
    return QSize(wide, px(_HEIGHT))


def draw_menu_item(painter: QPainter, option: QStyleOptionMenuItem) -> None:
    """Paint one entry."""
    rect = QRectF(option.rect)
    painter.fillRect(rect, color(Role.BASE))
    if option.menuItemType == _Kind.Separator:
        paint.line(painter, rect.left(), rect.right(), rect.center().y())
        return
    state = option.state
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    if enabled and state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, color(Role.ACCENT_GROUND))
    _draw_lead(painter, option, rect, enabled)
    _draw_text(painter, option, rect, enabled)


def _draw_lead(
    painter: QPainter, option: QStyleOptionMenuItem, rect: QRectF, enabled: bool
) -> None:
    """Check mark or icon at the left."""
    side = px(_ICON)
    square = QRectF(rect.left() + px(_PADDING), rect.center().y() - side / 2, side, side)
    checkable = option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable
    if checkable and option.checked:
        paint.check_mark(painter, square, color(Role.ACCENT if enabled else Role.DISABLED))
    elif not option.icon.isNull():
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        option.icon.paint(painter, square.toRect(), Qt.AlignmentFlag.AlignCenter, mode)


def _draw_text(
    painter: QPainter, option: QStyleOptionMenuItem, rect: QRectF, enabled: bool
) -> None:
    text, keys = _parts(option)
    inner = rect.adjusted(px(_PADDING) + _column(option), 0, -px(_PADDING), 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font())
    painter.setPen(color(Role.TEXT if enabled else Role.DISABLED))
    painter.drawText(
        inner, int(middle | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic), text
    )
    if option.menuItemType == _Kind.SubMenu:
        left = inner.right() - px(_ICON)
        paint.square_icon(painter, "chevron-right", Role.MUTED, left, rect.center().y(), _ICON)
    elif keys:
        painter.setFont(font(FontRole.SMALL))
        painter.setPen(color(Role.MUTED))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), keys)
