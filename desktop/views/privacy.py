"""A curtain over the whole window, for somebody who looks over the agent's shoulder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.theme import Role, color
from desktop.views.widgets.base import Themed
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.label import muted, title


class PrivacyCurtain(Themed, QWidget):
    """Hides everything until the agent shows it again; what is being typed stays as it is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("privacy_curtain")
        self._before: QWidget | None = None
        self._title, self._hint = title(), muted()
        self._show = Button("", ButtonKind.PRIMARY)
        self._show.setObjectName("show_window")
        column = QVBoxLayout(self)
        column.addStretch(1)
        for part in (self._title, self._hint, self._show):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._show.clicked.connect(self.lift)
        window.installEventFilter(self)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Covered"))
        self._hint.setText(self.tr("Nothing is lost. Esc shows the window again."))
        self._show.setText(self.tr("Show again"))

    def draw(self) -> None:
        """Cover the window."""
        window = self.parentWidget()
        if window is None or self.isVisible():
            return
        self._before = window.focusWidget()
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self._show.setFocus()

    def lift(self) -> None:
        """Show the window again, with the focus where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.lift()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Keep the focus on the curtain: what lies behind must not react."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color(Role.WINDOW))
