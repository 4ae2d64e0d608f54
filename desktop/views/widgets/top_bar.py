"""The bar on top of the window: panel, name, search, call, privacy, agent."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.views.theme import Role, color, px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.icon_button import IconButton
from desktop.views.widgets.label import strong

_FIELD_WIDTH = 624


class TopBar(Themed, QWidget):
    """56 high. The search field is given; it starts where the page starts.

    Signals:
        panel_toggled: the button that folds the side bar was pressed.
        call_pressed: the call button was pressed: take up or end a call.
        privacy_pressed: blank the window.
    """

    panel_toggled = Signal()
    call_pressed = Signal()
    privacy_pressed = Signal()

    def __init__(self, search_field: QWidget) -> None:
        super().__init__()
        self._search = search_field
        self._panel = IconButton("panel-left", "", size=20)
        self._panel.setObjectName("panelToggle")
        self._name = strong("Solution Desk")
        self._call = Button("", ButtonKind.FLAT, icon_name="phone")
        self._call.setObjectName("callTimer")
        self._privacy = IconButton("eye-off", "", size=20)
        self._privacy.setObjectName("privacy")
        self._agent = Button("", ButtonKind.FLAT, menu=True)
        self._agent.setObjectName("agentMenu")
        self._menu: QMenu | None = None
        self._in_call = False
        self._build()
        self._connect()
        self.retranslate()
        self.restyle()
        self.show_call("")

    def _build(self) -> None:
        self._left = QWidget()
        self._left_row = QHBoxLayout(self._left)
        self._left_row.addWidget(self._panel)
        self._left_row.addWidget(self._name)
        self._left_row.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._left)
        self._row.addWidget(self._search)
        self._row.addStretch(1)
        self._row.addWidget(self._call)
        self._row.addSpacing(px(8))
        self._row.addWidget(self._privacy)
        self._row.addWidget(self._agent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self._panel.clicked.connect(self._toggle_panel)
        self._call.clicked.connect(self._press_call)
        self._privacy.clicked.connect(self._press_privacy)
        self._agent.clicked.connect(self._open_menu)

    def restyle(self) -> None:
        self.setFixedHeight(px(56))
        self._left.setFixedWidth(px(216))
        space(self._left_row, 14, 0, 0, 0, gap=6)
        space(self._row, 0, 0, 16, 0, gap=0)
        self._search.setMaximumWidth(px(_FIELD_WIDTH))
        self._search.setMinimumWidth(px(280))

    def retranslate(self) -> None:
        self._panel.set_name(self.tr("Fold or unfold the side bar"))
        self._privacy.set_name(self.tr("Blank the window"))
        if not self._in_call:
            self.show_call("")

    # ---------------------------------------------------------------- what it shows

    def show_call(self, duration: str) -> None:
        """Show how long the call has lasted, such as 02:14; "" when there is none."""
        self._in_call = bool(duration)
        if duration:
            self._call.setText(self.tr("Call {}").format(duration))
        else:
            self._call.setText(self.tr("No call"))
        self._call.set_text_role(Role.GOOD if duration else Role.MUTED)
        self._call.set_strong(self._in_call)

    def show_agent(self, name: str, menu: QMenu) -> None:
        """Show who works here, and what the menu behind the name offers."""
        self._agent.setText(name)
        self._menu = menu

    # ---------------------------------------------------------------- acting

    def _toggle_panel(self) -> None:
        self.panel_toggled.emit()

    def _press_call(self) -> None:
        self.call_pressed.emit()

    def _press_privacy(self) -> None:
        self.privacy_pressed.emit()

    def _open_menu(self) -> None:
        if self._menu is not None:
            corner = self._agent.mapToGlobal(QPoint(self._agent.width(), self._agent.height()))
            self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Role.WINDOW))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), color(Role.LINE))
