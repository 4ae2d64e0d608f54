"""Inputs as the tokens want them: 32 high, field edge, the application's focus ring."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop.views.theme import Role, px
from desktop.views.theme.paint import square_icon
from desktop.views.widgets.base import Themed, filler, space
from desktop.views.widgets.combo_box import ComboBox
from desktop.views.widgets.date_field import DateTimeField
from desktop.views.widgets.filter_chip import Option
from desktop.views.widgets.label import Label, small

__all__ = [
    "CheckBox",
    "ComboBox",
    "DateTimeField",
    "FormField",
    "LineEdit",
    "RadioRow",
    "TextEdit",
]


LONGEST_LINE, LONGEST_TEXT = 500, 4_000

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def readable(text: str) -> str:
    """Return text without signs that nobody sees, among them those that turn words round."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n"))


class LineEdit(Themed, QLineEdit):
    """One line of text, with an icon at the left where one helps."""

    def __init__(self, placeholder: str = "", *, icon_name: str = "", name: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setMaxLength(LONGEST_LINE)
        self._icon_name = icon_name
        self.restyle()

    def restyle(self) -> None:
        self.setTextMargins(px(24) if self._icon_name else 0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon_name:
            square_icon(QPainter(self), self._icon_name, Role.MUTED, px(12), self.height() / 2, 16)


class TextEdit(Themed, QPlainTextEdit):
    """Several lines of plain text; what is pasted ends at `longest`. Tab leaves the field."""

    def __init__(
        self, placeholder: str = "", *, name: str = "", longest: int = LONGEST_TEXT
    ) -> None:
        super().__init__()
        self._longest = longest
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self.restyle()

    def restyle(self) -> None:
        # The viewport stays inside the rounded corners of the frame.
        self.setViewportMargins(px(3), px(3), px(3), px(3))
        self.document().setDocumentMargin(px(8))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what has room. A whole document would stop the window for half a minute."""
        text = readable(source.text())
        kept = len(self.toPlainText()) - len(self.textCursor().selectedText())
        room = max(0, self._longest - kept)
        self.textCursor().insertText(text[:room])
        self.ensureCursorVisible()
        if len(text) > room:
            told = self.tr("Only the first %n characters have room.", "", self._longest)
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), told, self)


class CheckBox(Themed, QCheckBox):
    """A check box with its words."""

    def __init__(self, text: str = "", *, checked: bool = False) -> None:
        super().__init__(text)
        self.setChecked(checked)


class RadioRow(Themed, QWidget):
    """A few choices of which one holds, side by side or, with `upright`, below each other.

    Signals:
        chosen: the key of the option that a person chose.
    """

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[Option] = (), current: str = "", *, upright: bool = False
    ) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._line: QHBoxLayout | QVBoxLayout = QVBoxLayout(self) if upright else QHBoxLayout(self)
        space(self._line, 0, gap=8 if upright else 24)
        for option in options:
            button = QRadioButton(option.text)
            button.setObjectName(f"radio_{option.key}")
            button.setProperty("key", option.key)
            button.setChecked(option.key == current)
            self._group.addButton(button)
            self._line.addWidget(button)
        self._line.addStretch(1)
        self._group.buttonClicked.connect(self._tell)

    @property
    def key(self) -> str:
        """The key of the choice, or ""."""
        button = self._group.checkedButton()
        return str(button.property("key")) if button is not None else ""

    def choose(self, key: str) -> None:
        """Choose without telling so; with a key that is none of them nothing is chosen."""
        # Of an exclusive group one is always chosen once it has been.
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button.property("key") == key)
        self._group.setExclusive(True)

    def allow(self, key: str, *, allowed: bool) -> None:
        """Let one of the choices be made, or not."""
        for button in self._group.buttons():
            if button.property("key") == key:
                button.setEnabled(allowed)

    def _tell(self) -> None:
        self.chosen.emit(self.key)


class FormField(Themed, QWidget):
    """An input with its label above and, where it is wrong, one sentence below."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self._label = Label(label, role=Role.MUTED)
        self._label.setBuddy(field)
        self._field = field
        self._hint = small(hint, wrap=True)
        self._plain_hint = hint
        self._column = QVBoxLayout(self)
        for part in (self._label, field, self._hint):
            self._column.addWidget(part)
        self._hint.setVisible(bool(hint))
        self._column.addSpacerItem(filler())
        if not field.accessibleName():
            field.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=4)

    def set_label(self, label: str) -> None:
        """Change the label."""
        self._label.setText(label)
        self._field.setAccessibleName(label)

    def show_hint(self, hint: str) -> None:
        """Change the small line below the input; what is wrong with it stays to be read."""
        shows_problem = self._hint.text() not in {"", self._plain_hint}
        self._plain_hint = hint
        if not shows_problem:
            self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the input; "" when nothing is."""
        self._hint.setText(sentence or self._plain_hint)
        self._hint.set_role(Role.BAD if sentence else Role.MUTED)
        self._hint.setVisible(bool(self._hint.text()))
        self._field.setAccessibleDescription(sentence)
