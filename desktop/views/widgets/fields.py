"""Inputs as the tokens want them: 32 high, field edge, the application's focus ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.views.theme import Role, px
from desktop.views.theme.paint import square_icon
from desktop.views.widgets.base import Themed, filler, space
from desktop.views.widgets.filter_chip import Option
from desktop.views.widgets.label import Label, small


class LineEdit(Themed, QLineEdit):
    """One line of text, with an icon at the left where one helps."""

    def __init__(self, placeholder: str = "", *, icon_name: str = "", name: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self._icon_name = icon_name
        self.restyle()

    def restyle(self) -> None:
        self.setTextMargins(px(24) if self._icon_name else 0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon_name:
            square_icon(QPainter(self), self._icon_name, Role.MUTED, px(12), self.height() / 2, 16)


class TextEdit(Themed, QPlainTextEdit):
    """Several lines of plain text. Tab leaves the field."""

    def __init__(self, placeholder: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self.restyle()

    def restyle(self) -> None:
        # The viewport stays inside the rounded corners of the frame.
        self.setViewportMargins(px(3), px(3), px(3), px(3))
        self.document().setDocumentMargin(px(8))


class ComboBox(Themed, QComboBox):
    """A choice of one of several. The wheel scrolls the page and does not change the choice.

    Signals:
        chosen: the key of the option that a person chose.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[Option] = (), *, name: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)
        self.set_options(options)

    def set_options(self, options: Sequence[Option], key: str | None = None) -> None:
        """Offer other values and show the one with `key`."""
        shown = self.key if key is None else key
        self.clear()
        for option in options:
            self.addItem(option.text, option.key)
        self.choose(shown)

    @property
    def key(self) -> str:
        """The key of the value shown, or ""."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def choose(self, key: str) -> None:
        """Show a value without telling so."""
        place = self.findData(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def _tell(self, _place: int) -> None:
        self.chosen.emit(self.key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


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
        """Choose without telling so."""
        for button in self._group.buttons():
            if button.property("key") == key:
                button.setChecked(True)

    def _tell(self) -> None:
        self.chosen.emit(self.key)


class DateTimeField(Themed, QDateTimeEdit):
    """A moment, in local time, with a calendar."""

    def __init__(self, *, name: str = "", date_only: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDisplayFormat("dd.MM.yyyy" if date_only else "dd.MM.yyyy HH:mm")

    def set_moment(self, seconds_utc: int) -> None:
        """Show a moment given in seconds since 1970, UTC."""
        moment = QDateTime.fromSecsSinceEpoch(seconds_utc, QTimeZone(QTimeZone.Initialization.UTC))
        self.setDateTime(moment.toLocalTime())

    def moment(self) -> int:
        """The moment shown, in seconds since 1970, UTC."""
        return self.dateTime().toSecsSinceEpoch()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FormField(Themed, QWidget):
    """An input with its label above and, where it is wrong, one sentence below."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self._label = Label(label, role=Role.MUTED)
        self._label.setBuddy(field)
        self._field = field
        self._hint = small(hint, wrap=True)
        self._plain_hint = hint
        self._hint.setVisible(bool(hint))
        self._column = QVBoxLayout(self)
        for part in (self._label, field, self._hint):
            self._column.addWidget(part)
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

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the input; "" when nothing is."""
        self._hint.setText(sentence or self._plain_hint)
        self._hint.set_role(Role.BAD if sentence else Role.MUTED)
        self._hint.setVisible(bool(self._hint.text()))
        self._field.setAccessibleDescription(sentence)
