"""What belongs to this person at this computer: language, look, size of text."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.desk import Desk
from desktop.views.local_settings import (
    ALERTS,
    LANGUAGE,
    SCHEME,
    TEXT_SIZE,
    chosen_scale,
    wants_alerts,
)
from desktop.views.settings.controls import CheckControl, ChoiceControl
from desktop.views.settings.form import FieldRow, FieldWords
from desktop.views.theme import Scheme
from desktop.views.widgets.base import Themed, space

_SYSTEM = 0
_SIZES = (_SYSTEM, 100, 125, 150, 175, 200)


class ComputerForm(Themed, QWidget):
    """Each choice is shown at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._language = FieldRow("language", ChoiceControl(("de", "en")))
        self._scheme = FieldRow("scheme", ChoiceControl(list(Scheme)))
        self._size = FieldRow("text_size", ChoiceControl(_SIZES))
        self._alerts = FieldRow("desktop_alerts", CheckControl())
        self._column = QVBoxLayout(self)
        for row, take in (
            (self._language, self._take_language),
            (self._scheme, self._take_look),
            (self._size, self._take_look),
            (self._alerts, self._take_alerts),
        ):
            self._column.addWidget(row)
            row.control.edited.connect(take)
        desk.language.changed.connect(self._show_choices)
        desk.theme.changed.connect(self._show_choices)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._column, 0, gap=0)

    def retranslate(self) -> None:
        self._language.say(FieldWords(self.tr("Language"), choices=("Deutsch", "English")))
        looks = {
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
            Scheme.SYSTEM: self.tr("As the system"),
        }
        self._scheme.say(
            FieldWords(self.tr("Look"), choices=tuple(looks[scheme] for scheme in Scheme))
        )
        sizes = [self.tr("As the system"), *(f"{size} %" for size in _SIZES if size)]
        self._size.say(FieldWords(self.tr("Size of text"), choices=tuple(sizes)))
        self._alerts.say(FieldWords(self.tr("Tell on the desktop")))
        self._alerts.show_note(self.tr("When a sender number is warned or blocked."))
        self._show_choices()

    def _show_choices(self) -> None:
        scale = chosen_scale(self._desk.local)
        self._language.control.show_value(self._desk.language.code)
        self._scheme.control.show_value(self._desk.theme.scheme)
        self._size.control.show_value(round(scale * 100) if scale else _SYSTEM)
        self._alerts.control.show_value(wants_alerts(self._desk.local))

    def _take_language(self) -> None:
        code = str(self._language.control.read())
        self._desk.local.setValue(LANGUAGE, code)
        self._desk.language.apply(code)

    def _take_look(self) -> None:
        scheme = Scheme(str(self._scheme.control.read()))
        self._desk.local.setValue(SCHEME, scheme.value)
        self._desk.local.setValue(TEXT_SIZE, str(self._size.control.read()))
        self._desk.theme.apply(scheme, chosen_scale(self._desk.local))

    def _take_alerts(self) -> None:
        self._desk.local.setValue(ALERTS, self._alerts.control.read() is True)
