"""The side bar: one line for each page, the settings at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, color, font, px
from desktop.views.theme.paint import box, square_icon
from desktop.views.widgets.base import Themed, space

_WIDE, _FOLDED = 200, 60
_ICON, _PADDING, _TEXT_LEFT = 20, 12, 44


@dataclass(frozen=True, slots=True)
class SideItem:
    """A page: its key, its word and its icon. `bottom` puts it at the foot of the bar."""

    key: str
    text: str
    icon_name: str
    bottom: bool = False


class _ItemButton(Themed, QAbstractButton):
    """One line of the bar."""

    moved = Signal(int)

    def __init__(self, item: SideItem) -> None:
        super().__init__()
        self.item = item
        self._count = ""
        self._folded = False
        self.setCheckable(True)
        self.setObjectName(f"side_{item.key}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_text(item.text)

    def show_text(self, text: str) -> None:
        """Change the word, when the language changes."""
        self.item = SideItem(self.item.key, text, self.item.icon_name, self.item.bottom)
        self._name()

    def show_count(self, count: str) -> None:
        """Show a number at the right; "" for none."""
        self._count = count
        self._name()

    def fold(self, folded: bool) -> None:
        """Show the icon alone."""
        self._folded = folded
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(f"{self.item.text} {self._count}".strip())
        self.setToolTip(self.item.text if self._folded else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_FOLDED - 16), px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        active = self.isChecked()
        if active:
            box(painter, QRectF(self.rect()), color(Role.ACCENT_GROUND))
        elif self.underMouse():
            box(painter, QRectF(self.rect()), color(Role.NEUTRAL_GROUND))
        role = Role.ACCENT if active else Role.MUTED
        square_icon(painter, self.item.icon_name, role, px(_PADDING), self.height() / 2, _ICON)
        if self._folded:
            return
        painter.setPen(color(role))
        painter.setFont(font(FontRole.NORMAL, strong=active))
        area = QRectF(self.rect()).adjusted(px(_TEXT_LEFT), 0, -px(_PADDING), 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self.item.text)
        painter.setFont(font(FontRole.SMALL, strong=active))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, int(right), self._count)


class SideBar(Themed, QWidget):
    """200 wide, folded 60. Up and Down move between the lines, Enter goes there.

    Signals:
        page_chosen: the key of the line that a person chose.
    """

    page_chosen = Signal(str)

    def __init__(self, items: Sequence[SideItem]) -> None:
        super().__init__()
        self._folded = False
        self._column = QVBoxLayout(self)
        self._buttons: dict[str, _ItemButton] = {}
        for bottom in (False, True):
            for item in items:
                if item.bottom is bottom:
                    self._add(item)
            if not bottom:
                self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.restyle()
        self.choose(next(iter(self._buttons), ""))

    def _add(self, item: SideItem) -> None:
        button = _ItemButton(item)
        button.clicked.connect(self._go)
        button.moved.connect(self._move)
        self._buttons[item.key] = button
        self._column.addWidget(button)

    def restyle(self) -> None:
        space(self._column, 8, 16, 9, 16, gap=0)
        self.setFixedWidth(px(_FOLDED if self._folded else _WIDE))

    @property
    def current(self) -> str:
        """The key of the page shown."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Mark a page as the one shown, without telling so; "" marks none."""
        for own, button in self._buttons.items():
            button.setChecked(own == key)
            # One stop for Tab; the arrow keys go on from there.
            policy = Qt.FocusPolicy.StrongFocus if own == key else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def set_count(self, key: str, count: str) -> None:
        """Show a number in the line of a page; "" for none."""
        self._buttons[key].show_count(count)

    def set_text(self, key: str, text: str) -> None:
        """Change the word of a page, when the language changes."""
        self._buttons[key].show_text(text)

    @property
    def folded(self) -> bool:
        """Whether only the icons show."""
        return self._folded

    def fold(self, folded: bool) -> None:
        """Show the icons alone, or with their words again."""
        self._folded = folded
        for button in self._buttons.values():
            button.fold(folded)
        self.restyle()

    def _go(self) -> None:
        sender = self.sender()
        if isinstance(sender, _ItemButton):
            self.choose(sender.item.key)
            self.page_chosen.emit(sender.item.key)

    def _move(self, step: int) -> None:
        buttons = list(self._buttons.values())
        here = next((place for place, one in enumerate(buttons) if one.hasFocus()), 0)
        there = max(0, min(len(buttons) - 1, here + step))
        buttons[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Role.WINDOW))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), color(Role.LINE))
