"""The menu of what can be filled into a text of an SMS."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.models.sms_template import Placeholder
from desktop.views.marking import QT_TRANSLATE_NOOP


def placeholder_name(placeholder: Placeholder) -> str:
    """Return what can be filled in, in words."""
    return QCoreApplication.translate("PlaceholderMenu", _NAMES[placeholder])


class PlaceholderMenu(QMenu):
    """Placeholders by name, each with its value where it has one.

    Signals:
        picked: the ``Placeholder`` that a person took.
    """

    picked = Signal(object)

    def __init__(
        self, parent: QWidget, offered: Collection[Placeholder], values: Mapping[str, str]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("placeholderMenu")
        self.aboutToHide.connect(self.deleteLater)
        for placeholder in Placeholder:
            name, value = placeholder_name(placeholder), values.get(placeholder, "")
            action = QAction(f"{name}: {value}" if value else name, self)
            action.setData(placeholder.value)
            action.setEnabled(placeholder in offered)
            self.addAction(action)
        self.triggered.connect(self._tell)

    def open_below(self, button: QWidget) -> None:
        """Open below the button that was pressed."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _tell(self, action: QAction) -> None:
        self.picked.emit(Placeholder(str(action.data())))


_NAMES = {
    Placeholder.CUSTOMER: QT_TRANSLATE_NOOP("PlaceholderMenu", "Name of the customer"),
    Placeholder.SERVICE: QT_TRANSLATE_NOOP("PlaceholderMenu", "Name of the service"),
    Placeholder.KEYWORD: QT_TRANSLATE_NOOP("PlaceholderMenu", "Start word"),
    Placeholder.NUMBER: QT_TRANSLATE_NOOP("PlaceholderMenu", "Sender number"),
    Placeholder.OLD_NUMBER: QT_TRANSLATE_NOOP("PlaceholderMenu", "Number before"),
    Placeholder.LINK: QT_TRANSLATE_NOOP("PlaceholderMenu", "Sign-up link"),
    Placeholder.STOP: QT_TRANSLATE_NOOP("PlaceholderMenu", "Stop word"),
}
