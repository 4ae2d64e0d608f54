"""The list of keys, on F1."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button
from desktop.views.widgets.key_hint import KeyHint
from desktop.views.widgets.label import Label, title

_KEYS = (
    ("Ctrl+K", QT_TRANSLATE_NOOP("Keys", "Search for a customer, a number, an ICCID")),
    ("F8", QT_TRANSLATE_NOOP("Keys", "Begin or end a call")),
    ("F9", QT_TRANSLATE_NOOP("Keys", "Open who calls, where the telephone has handed a call over")),
    ("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "Next step of a case")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "Back, nothing is lost; stops a countdown")),
    ("Ctrl+S", QT_TRANSLATE_NOOP("Keys", "Save the SMS template")),
    ("Alt+N", QT_TRANSLATE_NOOP("Keys", "Notes of the case")),
    ("Alt+Left", QT_TRANSLATE_NOOP("Keys", "The page before")),
    ("Ctrl+1", QT_TRANSLATE_NOOP("Keys", "First page of the side bar, Ctrl+2 the second …")),
    ("Space", QT_TRANSLATE_NOOP("Keys", "Choose the row of a list")),
    ("Ctrl+A", QT_TRANSLATE_NOOP("Keys", "Choose all that match")),
    ("Ctrl+E", QT_TRANSLATE_NOOP("Keys", "Save the list as a table")),
    ("F5", QT_TRANSLATE_NOOP("Keys", "Read the page again")),
    ("Ctrl+L", QT_TRANSLATE_NOOP("Keys", "Cover the window")),
    ("F1", QT_TRANSLATE_NOOP("Keys", "This list")),
)


class KeyList(Themed, QDialog):
    """All keys that work everywhere, with what they do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("key_list")
        self._title = title()
        self._lines = [(KeyHint(keys), Label()) for keys, _ in _KEYS]
        self._close = Button()
        self._close.clicked.connect(self.accept)
        self._grid = QGridLayout()
        for place, (hint, label) in enumerate(self._lines):
            self._grid.addWidget(hint, place, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(label, place, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._column, 32, 24, 32, 24, gap=16)
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(8))

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        self._title.setText(self.tr("Keys"))
        self._close.setText(self.tr("Close"))
        for (_, label), (_, text) in zip(self._lines, _KEYS, strict=True):
            label.setText(QCoreApplication.translate("Keys", text))
