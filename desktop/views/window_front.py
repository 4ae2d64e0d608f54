"""Brings a window forward: politely, or with the keys where somebody has asked for it."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


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
