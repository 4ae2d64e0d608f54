"""The place to drop files on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.views.theme import Role, color, px, pxf
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.label import Label, small
from desktop.views.widgets.state_label import Icon


class DropArea(Themed, QFrame):
    """Says what may be dropped here, and offers to choose instead.

    Signals:
        files_wanted, folder_wanted: the person wants to choose in a dialog.
    """

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_drop_area")
        self._hovered = False
        self._icon = Icon("upload", Role.MUTED, 20)
        self._sentence = Label()
        self._hint = small()
        self._files = Button("", ButtonKind.PRIMARY)
        self._files.setObjectName("choose_files")
        self._files.clicked.connect(self._want_files)
        self.setFocusProxy(self._files)
        self._folder = Button("")
        self._folder.setObjectName("choose_folder")
        self._folder.clicked.connect(self._want_folder)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row(self._icon, 12, self._sentence, None))
        self._column.addLayout(row(32, self._hint, None))
        self._column.addSpacing(px(8))
        self._column.addLayout(row(32, self._files, self._folder, None, gap=8))
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 24, 24, 24, 24, gap=4)

    def retranslate(self) -> None:
        self._sentence.setText(self.tr("Drop the platform's exports here"))
        self._hint.setText(
            self.tr("CSV or XLSX files, a folder, or a ZIP file. Names and order do not matter.")
        )
        self._files.setText(self.tr("Choose files …"))
        self._folder.setText(self.tr("Choose a folder …"))
        self.setAccessibleName(self._sentence.text())

    def hover(self, hovered: bool) -> None:
        """Show whether something hangs over the page that may be dropped."""
        self._hovered = hovered
        self.update()

    def _want_files(self) -> None:
        self.files_wanted.emit()

    def _want_folder(self) -> None:
        self.folder_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = Role.ACCENT if self._hovered else Role.FIELD_EDGE
        pen = QPen(color(role), 1.0)
        if not self._hovered:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([6, 4])
        painter.setPen(pen)
        painter.setBrush(color(Role.ACCENT_GROUND) if self._hovered else Qt.BrushStyle.NoBrush)
        radius = pxf(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
