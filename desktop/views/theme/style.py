"""Fusion with our edges: fields, check boxes, menus, scroll bars, tool tips.

A proxy style and not a style sheet: it scales with the font, follows the palette, costs nothing
per widget, and gives Qt's own dialogs the same look. What only our own widgets have is painted
by them. Nothing here draws a focus: the focus ring does.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from desktop.views.theme import paint
from desktop.views.theme.focus import MARGIN
from desktop.views.theme.fonts import px, text_width
from desktop.views.theme.menu_paint import draw_menu_item, menu_item_size
from desktop.views.theme.standard_icons import standard_icon
from desktop.views.theme.style_parts import (
    PRIMITIVES,
    draw_bevel,
    draw_bevel_label,
    draw_progress,
    draw_scroll_bar,
    field,
    scroll_part,
)
from desktop.views.theme.tokens import Role

_PE = QStyle.PrimitiveElement
_CE = QStyle.ControlElement
_CC = QStyle.ComplexControl
_PM = QStyle.PixelMetric
_SH = QStyle.StyleHint
_CT = QStyle.ContentsType
_SC = QStyle.SubControl
_ST = QStyle.StateFlag

_METRICS: dict[QStyle.PixelMetric, float] = {
    _PM.PM_FocusFrameHMargin: MARGIN,
    _PM.PM_FocusFrameVMargin: MARGIN,
    _PM.PM_IndicatorWidth: 16,
    _PM.PM_IndicatorHeight: 16,
    _PM.PM_ExclusiveIndicatorWidth: 16,
    _PM.PM_ExclusiveIndicatorHeight: 16,
    _PM.PM_CheckBoxLabelSpacing: 8,
    _PM.PM_RadioButtonLabelSpacing: 8,
    _PM.PM_ScrollBarExtent: 12,
    _PM.PM_SmallIconSize: 16,
    _PM.PM_ButtonIconSize: 16,
    _PM.PM_LineEditIconSize: 16,
    _PM.PM_ScrollView_ScrollBarSpacing: 0,
    _PM.PM_ScrollBarSliderMin: 32,
    _PM.PM_MenuHMargin: 1,
    _PM.PM_MenuVMargin: 4,
    _PM.PM_MenuButtonIndicator: 24,
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
    _PM.PM_LayoutHorizontalSpacing: 8,
    _PM.PM_LayoutVerticalSpacing: 8,
    _PM.PM_SplitterWidth: 1,
}
_HINTS: dict[QStyle.StyleHint, int] = {
    _SH.SH_FocusFrame_AboveWidget: 1,
    _SH.SH_FocusFrame_Mask: 0,
    _SH.SH_EtchDisabledText: 0,
    _SH.SH_ComboBox_Popup: 0,
    _SH.SH_ItemView_ShowDecorationSelected: 1,
    _SH.SH_Menu_MouseTracking: 1,
    _SH.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _SH.SH_ScrollBar_LeftClickAbsolutePosition: 0,
}
_FIELD_HEIGHT, _FIELD_PADDING, _CHEVRON = 32, 10, 16


class DeskStyle(QProxyStyle):
    """The style of the application."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName("desk")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        known = _METRICS.get(metric)
        if known is not None:
            return px(known) if known > 1 else int(known)
        return super().pixelMetric(metric, option, _there(widget))

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: object = None,  # noqa: N803 - Qt's own name
    ) -> int:
        known = _HINTS.get(hint)
        if known is not None:
            return known
        return super().styleHint(hint, option, _there(widget), returnData)  # type: ignore[arg-type]

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _PE.PE_Frame and isinstance(widget, QPlainTextEdit | QTextEdit):
            field(painter, option)
            return
        if element == _PE.PE_PanelLineEdit and _is_inner_edit(widget):
            return
        drawn = PRIMITIVES.get(element)
        if drawn is not None:
            drawn(painter, option)
            return
        super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _CE.CE_PushButtonBevel and isinstance(option, QStyleOptionButton):
            draw_bevel(painter, option)
        elif element == _CE.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            draw_bevel_label(painter, option)
        elif element == _CE.CE_ProgressBar and isinstance(option, QStyleOptionProgressBar):
            draw_progress(painter, option)
        elif element == _CE.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            draw_menu_item(painter, option)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _CC.CC_ComboBox:
            field(painter, option)
            _chevron(painter, self.subControlRect(control, option, _SC.SC_ComboBoxArrow, widget))
        elif control == _CC.CC_SpinBox:
            field(painter, option)
            self._draw_steps(painter, option, widget)
        elif control == _CC.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            slider = self.subControlRect(control, option, _SC.SC_ScrollBarSlider, widget)
            draw_scroll_bar(painter, option, slider)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _draw_steps(
        self, painter: QPainter, option: QStyleOptionComplex, widget: QWidget | None
    ) -> None:
        for part, name in ((_SC.SC_SpinBoxUp, "chevron-up"), (_SC.SC_SpinBoxDown, "chevron-down")):
            rect = QRectF(self.subControlRect(_CC.CC_SpinBox, option, part, widget))
            if rect.isValid():
                left = rect.center().x() - px(12) / 2
                paint.square_icon(painter, name, Role.MUTED, left, rect.center().y(), 12)

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # noqa: N803 - Qt's own name
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        ours = standard_icon(standardIcon)
        return ours if ours is not None else super().standardIcon(standardIcon, option, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        subControl: QStyle.SubControl,  # noqa: N803 - Qt's own name
        widget: QWidget | None = None,
    ) -> QRect:
        rect = option.rect
        if (control, subControl) == (_CC.CC_ComboBox, _SC.SC_ComboBoxArrow):
            return QRect(rect.right() - px(28), rect.top(), px(24), rect.height())
        if (control, subControl) in _EDITED:
            return rect.adjusted(px(_FIELD_PADDING), 1, -px(28), -1)
        if control == _CC.CC_ScrollBar:
            hidden = {_SC.SC_ScrollBarAddLine, _SC.SC_ScrollBarSubLine}
            if subControl in hidden:
                return QRect()
            if subControl == _SC.SC_ScrollBarGroove:
                return rect
            if isinstance(option, QStyleOptionSlider):
                return scroll_part(option, subControl)
        return super().subControlRect(control, option, subControl, cast("QWidget", widget))

    def subElementRect(
        self,
        element: QStyle.SubElement,
        option: QStyleOption,
        widget: QWidget | None = None,
    ) -> QRect:
        found = super().subElementRect(element, option, cast("QWidget", widget))
        if element == QStyle.SubElement.SE_LineEditContents and not _is_inner_edit(widget):
            return found.adjusted(px(_FIELD_PADDING) - 2, 0, -px(_FIELD_PADDING) + 2, 0)
        return found

    def sizeFromContents(
        self,
        type: QStyle.ContentsType,  # noqa: A002 - Qt's own name
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        if type == _CT.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return menu_item_size(option)
        found = super().sizeFromContents(type, option, size, cast("QWidget", widget))
        if type in {_CT.CT_LineEdit, _CT.CT_ComboBox, _CT.CT_SpinBox} and not _is_inner_edit(
            widget
        ):
            wider = px(16) if type == _CT.CT_ComboBox else 0
            return QSize(found.width() + wider, px(_FIELD_HEIGHT))
        if type == _CT.CT_PushButton and isinstance(option, QStyleOptionButton):
            wide = round(text_width(option.text.replace("&", ""))) + px(26)
            return QSize(max(wide, px(72)), px(_FIELD_HEIGHT))
        return found


def _there(widget: QWidget | None) -> QWidget | None:
    """Return the widget unless it is gone.

    A widget under construction is asked about, too. Where a deleted one lay at the same place in
    memory, the binding hands over what it remembers of that; and an error that the binding raises
    within an override ends the program (PySide6 6.11 on Python 3.11).
    """
    return widget if widget is not None and isValid(widget) else None


def _is_inner_edit(widget: QWidget | None) -> bool:
    """Whether a line edit lies inside a combo or spin box, which draws the frame."""
    there = _there(widget)
    parent = there.parentWidget() if there is not None else None
    return isinstance(parent, QComboBox | QAbstractSpinBox)


_EDITED = {
    (_CC.CC_ComboBox, _SC.SC_ComboBoxEditField),
    (_CC.CC_SpinBox, _SC.SC_SpinBoxEditField),
}


def _chevron(painter: QPainter, rect: QRect) -> None:
    left = rect.center().x() - px(_CHEVRON) / 2
    middle = QRectF(rect).center().y()
    paint.square_icon(painter, "chevron-down", Role.MUTED, left, middle, _CHEVRON)
