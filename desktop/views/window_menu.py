"""The menu behind the agent's name: who sits here, language, look, keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from desktop.views.desk import Desk
from desktop.views.language import LANGUAGES
from desktop.views.theme import Scheme

LONGEST_NAME = 60


class AgentMenu(QMenu):
    """Choices that belong to this person at this computer.

    Signals:
        keys_wanted: show the list of keys.
    """

    keys_wanted = Signal()

    def __init__(self, desk: Desk, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._settings = desk, settings
        self._agent = self.addAction("")
        self._agent.setObjectName("change_agent")
        self._agent.triggered.connect(self._ask_name)
        self.addSeparator()
        self._languages = self._group(LANGUAGES, desk.language.code, self._choose_language)
        self.addSeparator()
        schemes = tuple(scheme.value for scheme in Scheme)
        self._schemes = self._group(schemes, desk.theme.scheme.value, self._choose_scheme)
        self.addSeparator()
        self._keys = self.addAction("")
        self._keys.triggered.connect(self._want_keys)
        self.retranslate()

    def _group(
        self, keys: tuple[str, ...], current: str, choose: Callable[[str], None]
    ) -> dict[str, QAction]:
        group = QActionGroup(self)
        actions = {}
        for key in keys:
            action = self.addAction("")
            action.setObjectName(f"choose_{key}")
            action.setCheckable(True)
            action.setChecked(key == current)
            group.addAction(action)
            action.triggered.connect(partial(choose, key))
            actions[key] = action
        return actions

    def retranslate(self) -> None:
        """Set the texts again."""
        self._agent.setText(self.tr("Another agent …"))
        self._languages["de"].setText("Deutsch")
        self._languages["en"].setText("English")
        self._schemes[Scheme.SYSTEM.value].setText(self.tr("Look of the system"))
        self._schemes[Scheme.LIGHT.value].setText(self.tr("Light"))
        self._schemes[Scheme.DARK.value].setText(self.tr("Dark"))
        self._keys.setText(self.tr("Keys"))

    def _choose_language(self, code: str, _checked: bool = False) -> None:
        self._settings.setValue("language", code)
        self._desk.language.apply(code)

    def _choose_scheme(self, scheme: str, _checked: bool = False) -> None:
        self._settings.setValue("scheme", scheme)
        self._desk.theme.apply(Scheme(scheme))

    def _want_keys(self) -> None:
        self.keys_wanted.emit()

    def _ask_name(self) -> None:
        dialog = QInputDialog(self.parentWidget())
        dialog.setObjectName("agent_name")
        dialog.setWindowTitle(self.tr("Another agent"))
        dialog.setLabelText(self.tr("Who works at this desk?"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setTextValue(self._desk.agent)
        dialog.textValueSelected.connect(self._take_name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_name(self, name: str) -> None:
        self._settings.setValue("agent", name.strip()[:LONGEST_NAME])
        self._desk.person.rename(name.strip()[:LONGEST_NAME])
