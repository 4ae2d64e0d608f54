"""What the page of a dispatch asks before it acts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.views.widgets.button import ButtonKind
from desktop.views.widgets.question import Question


def ask_before_stopping(parent: QWidget, waiting: str, then: Callable[[], None]) -> None:
    """Ask whether ``waiting`` SMS shall be cancelled; the page is no countdown."""
    question = Question(
        parent,
        "stop_question",
        QCoreApplication.translate("DispatchQuestions", "Stop this dispatch for good?"),
        QCoreApplication.translate(
            "DispatchQuestions",
            "{count} SMS that still wait are cancelled. What is at the gateway cannot be called "
            "back. A new dispatch needs a new request.",
        ).format(count=waiting),
    )
    question.answer(
        QCoreApplication.translate("DispatchQuestions", "Go on sending"),
        "go_on_sending",
        has_focus=True,
    )
    stop = question.answer(
        QCoreApplication.translate("DispatchQuestions", "Stop sending"),
        "stop_for_good",
        ButtonKind.DANGER,
    )
    stop.clicked.connect(then)
    question.open()


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
