"""Keeps the keys in the page when the widget that had the focus is taken away.

Qt hands the focus of a widget that is hidden or switched off to the next one of the window, which
may be a button of the top bar, and that of a deleted one to nobody. The keys of the page (Esc,
Ctrl+Enter, Tab to its next field) would then do nothing until somebody clicks into it again.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeeper(QObject):
    """Watches the focus of one window and gives it back to the page in front."""

    def __init__(self, window: QWidget, front: Callable[[], QWidget | None]) -> None:
        super().__init__(window)
        self._window = window
        self._front = front
        self._held: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    @Slot(QWidget, QWidget)
    def _look(self, before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._window) or not self._window.isVisible():
            return  # the window goes, and its widgets one after the other
        held, self._held = self._held, self._holder_of(now)
        if held is None or held is self._held or held is not self._front():
            return
        if not held.isVisible() or not self._window.isActiveWindow():
            return
        # One that is being deleted is not asked for anything: then nobody has the focus now.
        if now is None or _is_gone(before):
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holder_of(self, widget: QWidget | None) -> QWidget | None:
        page = self._front()
        if page is None or widget is None:
            return None
        return page if widget is page or page.isAncestorOf(widget) else None


def _is_gone(widget: QWidget | None) -> bool:
    return widget is not None and not (widget.isVisible() and widget.isEnabled())
