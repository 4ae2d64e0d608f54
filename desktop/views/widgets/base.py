"""What all widgets of the desk share: they follow scheme, scale and language by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from desktop.views.theme import px

if TYPE_CHECKING:
    _Base = QWidget
else:
    # At run time a plain mixin: Qt allows one Qt base for a class.
    _Base = object

_SCALE_EVENTS = {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}


class Themed(_Base):
    """Mixin before a Qt class: `restyle` when sizes change, `retranslate` when the language does.

    Colours need neither: they are asked for while painting, and Qt repaints on a new palette.
    """

    def restyle(self) -> None:
        """Set again what depends on the scale: margins, fixed sizes. Called by the widget first."""

    def retranslate(self) -> None:
        """Set again the texts that the widget brings itself."""

    def set_shown(self, shown: bool) -> None:
        """Show or hide within the parent. Without one yet, it waits and becomes no window."""
        if shown and self.parentWidget() is None and not self.isVisible():
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
            return
        self.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _SCALE_EVENTS:
            self.restyle()
            self.updateGeometry()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def space(layout: QLayout, *margins: int, gap: int | None = None) -> None:
    """Set margins (one, two, or left-top-right-bottom) and gap of a layout, given at 100 %."""
    if margins:
        left, top, right, bottom = _four(margins)
        layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
    if gap is not None:
        layout.setSpacing(px(gap))


_TWO, _FOUR = 2, 4


def _four(margins: tuple[int, ...]) -> tuple[int, int, int, int]:
    if len(margins) == 1:
        return (margins[0],) * 4
    if len(margins) == _TWO:
        return margins[0], margins[1], margins[0], margins[1]
    if len(margins) == _FOUR:
        return margins[0], margins[1], margins[2], margins[3]
    raise ValueError("one, two or four margins")


def as_high_as_needed() -> QSizePolicy:
    """Let words that wrap take the lines that they need at a width, and no more."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


def take_all_out(layout: QLayout) -> None:
    """Take everything out of a layout, at once out of sight and then for good."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            take_all_out(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def filler() -> QSpacerItem:
    """Takes up room that is over at the end of a column, and asks for none."""
    return QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)


def row(*parts: QWidget | QLayout | int | None, gap: int = 0) -> QHBoxLayout:
    """A row without margins: widgets, layouts, a fixed gap in px at 100 %, None for a stretch."""
    layout = QHBoxLayout()
    _fill(layout, parts, gap)
    return layout


def column(*parts: QWidget | QLayout | int | None, gap: int = 0) -> QVBoxLayout:
    """A column, filled as `row` is."""
    layout = QVBoxLayout()
    _fill(layout, parts, gap)
    return layout


def _fill(layout: QBoxLayout, parts: tuple[QWidget | QLayout | int | None, ...], gap: int) -> None:
    space(layout, 0, gap=gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(px(part))
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def fit_height(dialog: QWidget) -> None:
    """Make a dialog as high as its wrapped texts need at its width."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    width = max(dialog.width(), dialog.minimumWidth())
    height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
    height = max(height, layout.totalMinimumSize().height())
    dialog.setMinimumHeight(height)
    dialog.resize(width, height)
