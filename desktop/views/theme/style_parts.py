"""The pieces that the style paints: fields, indicators, popups, bevels, scroll bars."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
)

from desktop.views.theme import paint
from desktop.views.theme.fonts import font, px, text_width
from desktop.views.theme.tokens import Role, color

_PE = QStyle.PrimitiveElement
_SC = QStyle.SubControl
_ST = QStyle.StateFlag


def _enabled(option: QStyleOption) -> bool:
    return bool(option.state & _ST.State_Enabled)


def field(painter: QPainter, option: QStyleOption) -> None:
    """Ground and edge of an input."""
    edge = Role.FIELD_EDGE if _enabled(option) else Role.LINE
    rect = QRectF(option.rect)
    paint.box(painter, rect, color(Role.BASE), color(edge))


def _check_state(option: QStyleOption) -> Qt.CheckState:
    state = option.state
    if state & _ST.State_NoChange:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if state & _ST.State_On else Qt.CheckState.Unchecked


def _indicator(painter: QPainter, option: QStyleOption) -> None:
    rect = QRectF(option.rect)
    paint.check_box(painter, rect, _check_state(option), enabled=_enabled(option))


def _radio(painter: QPainter, option: QStyleOption) -> None:
    checked = _check_state(option) == Qt.CheckState.Checked
    rect = QRectF(option.rect)
    paint.radio_button(painter, rect, checked=checked, enabled=_enabled(option))


def _popup(painter: QPainter, option: QStyleOption) -> None:
    rect = option.rect
    painter.fillRect(rect, color(Role.BASE))
    paint.box(painter, QRectF(rect), color(Role.BASE), color(Role.EDGE), 0)


def _nothing(painter: QPainter, option: QStyleOption) -> None:
    """The focus ring marks the focus; Fusion's dotted frame would say it twice."""


PRIMITIVES: dict[QStyle.PrimitiveElement, Callable[[QPainter, QStyleOption], None]] = {
    _PE.PE_PanelLineEdit: field,
    _PE.PE_FrameLineEdit: field,
    _PE.PE_IndicatorCheckBox: _indicator,
    _PE.PE_IndicatorItemViewItemCheck: _indicator,
    _PE.PE_IndicatorRadioButton: _radio,
    _PE.PE_FrameFocusRect: _nothing,
    _PE.PE_PanelMenu: _popup,
    _PE.PE_FrameMenu: _nothing,
    _PE.PE_PanelTipLabel: _popup,
}


def _is_default(option: QStyleOptionButton) -> bool:
    """Whether this is the enabled default button of a dialog: its primary one."""
    features = option.features
    return bool(features & QStyleOptionButton.ButtonFeature.DefaultButton) and _enabled(option)


def draw_bevel(painter: QPainter, option: QStyleOptionButton) -> None:
    """A button of one of Qt's own dialogs; the default one is the primary."""
    enabled = _enabled(option)
    pressed = bool(option.state & (_ST.State_Sunken | _ST.State_On)) and enabled
    rect = QRectF(option.rect)
    if _is_default(option):
        accent = color(Role.ACCENT)
        paint.box(painter, rect, accent.darker(112) if pressed else accent)
        return
    ground = Role.NEUTRAL_GROUND if pressed else Role.BASE
    paint.box(painter, rect, color(ground), color(Role.EDGE if enabled else Role.LINE))


def draw_bevel_label(painter: QPainter, option: QStyleOptionButton) -> None:
    """The words of such a button."""
    primary = _is_default(option)
    role = Role.ON_ACCENT if primary else Role.TEXT if _enabled(option) else Role.DISABLED
    painter.setFont(font(strong=primary))
    painter.setPen(color(role))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
    if option.icon.isNull():
        painter.drawText(QRectF(option.rect), int(flags), option.text)
        return
    side = px(16)
    if not option.text:
        option.icon.paint(painter, option.rect)
        return
    wide = side + px(8) + text_width(option.text.replace("&", ""), strong=primary)
    left = option.rect.left() + (option.rect.width() - wide) / 2
    top = option.rect.top() + (option.rect.height() - side) // 2
    option.icon.paint(painter, QRect(round(left), top, side, side))
    words = QRectF(option.rect)
    words.setLeft(left + side + px(8))
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(words, int(middle), option.text)


def draw_progress(painter: QPainter, option: QStyleOptionProgressBar) -> None:
    """A flat bar, 8 px; numbers stand beside it, never on it."""
    rect = QRectF(option.rect)
    bar = QRectF(rect.left(), rect.center().y() - px(4), rect.width(), px(8))
    paint.box(painter, bar, color(Role.NEUTRAL_GROUND), None, 2)
    span = option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 0.3
    bar.setWidth(bar.width() * max(0.0, min(1.0, share)))
    paint.box(painter, bar, color(Role.ACCENT), None, 2)


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Slider and the two pages of a scroll bar that has no arrow buttons."""
    bar: QRect = option.rect
    upright = option.orientation == Qt.Orientation.Vertical
    length = bar.height() if upright else bar.width()
    span = option.maximum - option.minimum
    page = option.pageStep
    slider = length if span <= 0 else max(px(32), length * page // max(span + page, 1))
    slider = min(slider, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum,
        option.maximum,
        option.sliderPosition,
        length - slider,
        option.upsideDown,
    )
    begin, size = {
        _SC.SC_ScrollBarSlider: (start, slider),
        _SC.SC_ScrollBarSubPage: (0, start),
        _SC.SC_ScrollBarAddPage: (start + slider, length - start - slider),
    }.get(part, (0, 0))
    if upright:
        return QRect(bar.left(), bar.top() + begin, bar.width(), size)
    return QRect(bar.left() + begin, bar.top(), size, bar.height())


def draw_scroll_bar(painter: QPainter, option: QStyleOptionSlider, slider: QRect) -> None:
    """The handle of a scroll bar; the groove has no ground of its own."""
    if option.maximum <= option.minimum:
        return
    over = option.state & _ST.State_MouseOver
    inset = px(3)
    handle = QRectF(slider).adjusted(inset, inset, -inset, -inset)
    role = Role.FIELD_EDGE if over else Role.EDGE
    paint.box(painter, handle, color(role), None, 3)
