"""What the page of a dispatch asks before it acts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def ask_before_stopping(parent: QWidget, waiting: str, then: Callable[[], None]) -> None:
    """Ask whether ``waiting`` SMS shall be cancelled; the page is no countdown."""
    box = QMessageBox(parent)
    box.setObjectName("stop_question")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(QCoreApplication.translate("DispatchQuestions", "Stop this dispatch for good?"))
    box.setInformativeText(
        QCoreApplication.translate(
            "DispatchQuestions",
            "{count} SMS that still wait are cancelled. What is at the gateway cannot be called "
            "back. A new dispatch needs a new request.",
        ).format(count=waiting)
    )
    keep = box.addButton(
        QCoreApplication.translate("DispatchQuestions", "Go on sending"),
        QMessageBox.ButtonRole.RejectRole,
    )
    stop = box.addButton(
        QCoreApplication.translate("DispatchQuestions", "Stop sending"),
        QMessageBox.ButtonRole.DestructiveRole,
    )
    stop.setObjectName("stop_for_good")
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    stop.clicked.connect(then)
    box.finished.connect(box.deleteLater)
    box.open()


def ask_where_to_save(parent: QWidget, dispatch_no: str, then: Callable[[str], None]) -> None:
    """Ask for the file of the numbers that did not get their SMS."""
    dialog = QFileDialog(parent)
    dialog.setObjectName("save_failed")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(["XLSX (*.xlsx)", "CSV (*.csv)"])
    dialog.setDefaultSuffix("xlsx")
    dialog.selectFile(f"{dispatch_no}.xlsx")
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
