"""How large a window is at first, and how it comes forward: politely, or with the keys."""

from __future__ import annotations

import os

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.views.theme import px

SMALLEST = QSize(1180, 680)
FIRST = QSize(1440, 900)


def first_size(room: QSize) -> QSize:
    """Return the size of a window opened for the first time on a screen with ``room``."""
    return QSize(px(FIRST.width()), px(FIRST.height())).boundedTo(room)


def come_into_view(window: QWidget) -> None:
    """Show that something has happened here; the keys stay with whichever window has them."""
    if window.isHidden() or window.isMinimized():
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        _reveal(window)
        window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)
    window.raise_()
    QApplication.alert(window)


def come_to_front(window: QWidget, token: str = "") -> None:
    """Take the keys. ``token`` is what allows it where the system wants to be asked.

    (xdg-activation: the system gives it to the start that a person has clicked.)
    """
    _reveal(window)
    window.raise_()
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it
    window.activateWindow()


def _reveal(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
