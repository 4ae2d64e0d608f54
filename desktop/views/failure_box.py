"""The small window that tells why the desk does not open."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox

from desktop.views.error_text import error_text


def failure_box(error: BaseException) -> QMessageBox:
    """Return a window that tells ``error``; its details are behind a button."""
    told = error_text(error)
    box = QMessageBox(QMessageBox.Icon.Critical, "Solution Desk", told.sentence)
    box.setObjectName("failure_box")
    box.setInformativeText(told.hint)
    box.setDetailedText(told.details)
    return box
