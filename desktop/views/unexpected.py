"""The one dialog for bugs: said once, copied with a click, and the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout

from desktop.services.last_run import without_names
from desktop.services.logs import redact
from desktop.views.error_text import error_text
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import TextEdit
from desktop.views.widgets.label import Label, title

log = logging.getLogger(__name__)


class UnexpectedDialog(Themed, QDialog):
    """Tells a bug. While it is open, further bugs are only logged, so that nobody drowns."""

    _told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unexpected")
        self._title, self._hint = title(), Label(wrap=True)
        self._details = TextEdit()
        self._details.setReadOnly(True)
        self._copy, self._close = Button(), Button("", ButtonKind.PRIMARY)
        self._copy.clicked.connect(self._copy_details)
        self._close.clicked.connect(self.accept)
        self._column = QVBoxLayout(self)
        for part in (self._title, self._hint, self._details):
            self._column.addWidget(part)
        self._column.addLayout(row(None, self._copy, self._close, gap=8))
        self._told.connect(self._show_details, Qt.ConnectionType.QueuedConnection)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._column, 24, 24, 24, 16, gap=16)

    def retranslate(self) -> None:
        told = error_text(RuntimeError())
        self.setWindowTitle("Solution Desk")
        self._title.setText(told.sentence)
        self._hint.setText(told.hint)
        self._copy.setText(self.tr("Copy details"))
        self._close.setText(self.tr("Go on"))

    def tell(self, error: BaseException) -> None:
        """Log ``error`` and show it; may be called on any thread."""
        log.error("unexpected failure in %s", threading.current_thread().name, exc_info=error)
        self._told.emit(without_names(redact(error_text(error).details)))

    @Slot(str)
    def _show_details(self, details: str) -> None:
        if not self.isVisible():
            self._details.setPlainText(details)
            self.open()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


def report_bugs_to(dialog: UnexpectedDialog) -> None:
    """Tell every bug that nobody caught, on whichever thread, and let the program go on."""

    def tell(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        dialog.tell(error.with_traceback(trace))

    def tell_of_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            dialog.tell(args.exc_value)

    sys.excepthook = tell
    threading.excepthook = tell_of_thread
