"""Fields that read and show one value of a section of settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Protocol, TypeVar

from PySide6.QtCore import Signal, SignalInstance

from desktop.views.theme import px
from desktop.views.widgets.fields import CheckBox, ComboBox, LineEdit
from desktop.views.widgets.filter_chip import Option

E = TypeVar("E", bound=StrEnum)

_WIDE, _NARROW = 320, 104
_COUNTRY = re.compile(r"[A-Z]{2}")


class Control(Protocol):
    """One field. Every class below is a widget that can do this."""

    edited: SignalInstance

    def read(self) -> object:
        """Return the value in the field.

        Raises:
            ValueError: what stands there is no such value.

        """

    def show_value(self, value: object) -> None:
        """Show a value without telling so."""


class TextControl(LineEdit):
    """A line of text.

    Signals:
        edited: a person has left the field after a change, or pressed Enter.
    """

    edited = Signal()
    width_px = _WIDE

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(self._tell)

    def restyle(self) -> None:
        super().restyle()
        self.setFixedWidth(px(self.width_px))

    def read(self) -> object:
        """Return the text without blanks around it."""
        return self.text().strip()

    def show_value(self, value: object) -> None:
        """Show a text."""
        self.setText(str(value))
        self.setModified(False)

    def _tell(self) -> None:
        if self.isModified():
            self.setModified(False)
            self.edited.emit()


class NumberControl(TextControl):
    """A whole number."""

    width_px = _NARROW

    def read(self) -> object:
        """Return the number.

        Raises:
            ValueError: there is none.

        """
        return int(re.sub(r"[\s.,']", "", self.text()))


class CentsControl(TextControl):
    """An amount in cents with one decimal, kept in tenths of a cent."""

    width_px = _NARROW

    def __init__(self, decimal: Callable[[float, int], str]) -> None:
        """Write numbers as ``decimal(value, decimals)`` does."""
        super().__init__()
        self._decimal = decimal

    def read(self) -> object:
        """Return the amount in tenths of a cent.

        Raises:
            ValueError: there is none.

        """
        try:
            return int(Decimal(self.text().strip().replace(",", ".")) * 10)
        except (InvalidOperation, OverflowError) as error:
            raise ValueError(self.text()) from error

    def show_value(self, value: object) -> None:
        """Show an amount given in tenths of a cent."""
        super().show_value(self._decimal(value / 10 if isinstance(value, int) else 0.0, 1))


class TimeControl(TextControl):
    """A time of day."""

    width_px = _NARROW

    def read(self) -> object:
        """Return the time.

        Raises:
            ValueError: there is none.

        """
        hour, _, minute = self.text().strip().replace(".", ":").partition(":")
        return time(int(hour), int(minute or 0))

    def show_value(self, value: object) -> None:
        """Show a time."""
        super().show_value(value.strftime("%H:%M") if isinstance(value, time) else "")


class CountriesControl(TextControl):
    """Codes of countries, with commas between."""

    def read(self) -> object:
        """Return the codes.

        Raises:
            ValueError: one is none.

        """
        codes = tuple(re.findall(r"[^\s,;]+", self.text().upper()))
        if not all(_COUNTRY.fullmatch(code) for code in codes):
            raise ValueError(self.text())
        return codes

    def show_value(self, value: object) -> None:
        """Show the codes."""
        super().show_value(", ".join(value) if isinstance(value, tuple) else "")


class ChoiceControl(ComboBox):
    """One member of an enum, or one number of a few, by its key.

    Signals:
        edited: a person has chosen.
    """

    edited = Signal()

    def __init__(self, values: Sequence[object]) -> None:
        super().__init__()
        self._values = {_key(value): value for value in values}
        self.chosen.connect(self._tell_edited)
        self.restyle()

    def restyle(self) -> None:
        super().restyle()
        self.setFixedWidth(px(_WIDE))

    def name(self, words: Sequence[str]) -> None:
        """Name the values, in the order in which they were given."""
        options = zip(self._values, words, strict=True)
        self.set_options([Option(key, word) for key, word in options])

    def read(self) -> object:
        """Return the value chosen.

        Raises:
            ValueError: none is.

        """
        if self.key not in self._values:
            raise ValueError(self.key)
        return self._values[self.key]

    def show_value(self, value: object) -> None:
        """Show a value."""
        self.choose(_key(value))

    def _tell_edited(self, _key: str) -> None:
        self.edited.emit()


class CheckControl(CheckBox):
    """Yes or no, with its words beside it.

    Signals:
        edited: a person has clicked it.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(self._tell)

    def read(self) -> object:
        """Return whether it is checked."""
        return self.isChecked()

    def show_value(self, value: object) -> None:
        """Check it or not."""
        self.setChecked(value is True)

    def _tell(self, _checked: bool) -> None:
        self.edited.emit()


def _key(value: object) -> str:
    return value.value if isinstance(value, StrEnum) else str(value)
