"""Takes the ``tel:`` links that macOS hands to a running application, as an event of its own.

    links = OpenedLinks(app)
    links.arrived.connect(...)     a ``DeskMessage`` with the number

The other systems start the program anew for each link (views/reception).
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.errors import InvalidValueError
from desktop.models.calls import number_of_call
from desktop.models.desk_message import DeskMessage

log = logging.getLogger(__name__)


class OpenedLinks(QObject):
    """Watches the application for links.

    Signals:
        arrived: a ``DeskMessage``.
    """

    arrived = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take links to a number; everything else goes on as if nobody watched."""
        if not isinstance(event, QFileOpenEvent):
            return super().eventFilter(watched, event)
        try:
            number = number_of_call(
                event.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)
            )
        except InvalidValueError:
            log.info("what was to be opened is no number")
        else:
            self.arrived.emit(DeskMessage(number))
        return True
