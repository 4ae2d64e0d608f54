"""Takes SIM cards into stock: scanned, pasted, or from a carrier's file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from desktop.models.sim_stock import StockLine, StockProblem
from desktop.services.bundle import Services
from desktop.services.sims.entering import NumberAct
from desktop.services.sims.stocking import Stocked
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import fit_height, row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import FormField, LineEdit, TextEdit
from desktop.views.widgets.label import muted, small, title
from desktop.views.widgets.state_label import StateLabel

WIDTH, TEXT_HEIGHT = 640, 200
_EXAMPLE = "8943 0100 0000 0000 019; 0664 009 00 01; A1"
_LONGEST = 200_000
"""What is pasted at most: a delivery of some thousand cards."""
_SHOWN = 6
_LOOK_AFTER_MS = 250

_PROBLEMS = {
    StockProblem.NOT_DIGITS: QT_TRANSLATE_NOOP(
        "StockProblem", "the ICCID has other signs than digits"
    ),
    StockProblem.LENGTH: QT_TRANSLATE_NOOP("StockProblem", "an ICCID has 19 or 20 digits"),
    StockProblem.NO_SIM: QT_TRANSLATE_NOOP(
        "StockProblem", "the ICCID of a SIM card begins with 89"
    ),
    StockProblem.CHECK_DIGIT: QT_TRANSLATE_NOOP(
        "StockProblem", "the check digit of the ICCID does not fit: a digit is wrong"
    ),
    StockProblem.NUMBER_MISSING: QT_TRANSLATE_NOOP("StockProblem", "the phone number is missing"),
    StockProblem.NO_NUMBER: QT_TRANSLATE_NOOP("StockProblem", "this is no mobile number"),
    StockProblem.NO_ICCID: QT_TRANSLATE_NOOP("StockProblem", "the ICCID is missing"),
    StockProblem.TWICE_IN_LIST: QT_TRANSLATE_NOOP("StockProblem", "stands in the list already"),
    StockProblem.KNOWN_CARD: QT_TRANSLATE_NOOP("StockProblem", "the desk has this card already"),
    StockProblem.KNOWN_NUMBER: QT_TRANSLATE_NOOP(
        "StockProblem", "another card has this number already"
    ),
}


def problem_words(problem: StockProblem) -> str:
    """Return what is wrong with a line."""
    return QCoreApplication.translate("StockProblem", _PROBLEMS[problem])


class AddCardsDialog(QDialog):
    """A field for many lines; below it what they would become. What is wrong stays in the field."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("addCardsDialog")
        self.setWindowTitle(self.tr("Add SIM cards"))
        self.setModal(True)
        self._desk = desk
        self._looking: Running[tuple[StockLine, ...]] | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self.finished.connect(self.deleteLater)
        self._show_lines(())
        self._text.setFocus()

    def _make_parts(self) -> None:
        self._text = TextEdit(_EXAMPLE, longest=_LONGEST)
        self._text.setObjectName("stockText")
        self._text.setFixedHeight(px(TEXT_HEIGHT))
        self._note = LineEdit()
        self._note.setObjectName("stockNote")
        self._good = StateLabel(StateKind.NEUTRAL, "")
        self._good.setObjectName("stockGood")
        self._wrong = small(wrap=True)
        self._wrong.setObjectName("stockWrong")
        self._failure = Banner()
        self._failure.hide()
        self._file = Button(self.tr("From a file …"), icon_name="file-spreadsheet")
        self._file.setObjectName("stockFile")
        self._close = Button(self.tr("Close"))
        self._close.setObjectName("closeStock")
        self._add = Button("", ButtonKind.PRIMARY)
        self._add.setObjectName("addCards")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_AFTER_MS)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(title(self.tr("Add SIM cards to the stock")))
        column.addWidget(
            muted(
                self.tr(
                    "Scan or paste one card a line: ICCID and phone number, then carrier and "
                    "note if you like. A file of the carrier works as well."
                ),
                wrap=True,
            )
        )
        column.addWidget(self._failure)
        column.addWidget(FormField(self.tr("Cards"), self._text))
        column.addWidget(FormField(self.tr("Delivery (may stay empty)"), self._note))
        column.addWidget(self._good, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._wrong)
        column.addSpacing(px(8))
        column.addLayout(row(self._file, None, self._close, self._add, gap=8))
        space(column, 24, gap=12)
        self.setMinimumWidth(px(WIDTH))

    def _connect(self) -> None:
        self._text.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._look)
        self._file.clicked.connect(self._choose_file)
        self._close.clicked.connect(self.reject)
        self._add.clicked.connect(self._take)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    # ---------------------------------------------------------------- looking

    def _look(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        work = partial(_look_at, self._desk.services, self._text.toPlainText())
        self._looking = self._desk.tasks.run(work, self._show_lines, self._fail)

    def _show_lines(self, lines: Sequence[StockLine]) -> None:
        wrong = [line for line in lines if line.problem is not None]
        good = len(lines) - len(wrong)
        self._good.set_state(
            StateKind.GOOD if good else StateKind.NEUTRAL,
            self.tr("%n card(s) can be added", "", good),
        )
        self._wrong.setText(self._wrong_words(wrong))
        self._wrong.setVisible(bool(wrong))
        self._add.setText(self.tr("Add %n card(s)", "", good))
        if good:
            self._add.unblock()
        else:
            self._add.block(self.tr("No line is a card that can be added"))
        fit_height(self)

    def _wrong_words(self, wrong: Sequence[StockLine]) -> str:
        told = [
            self.tr("Line {number}: {problem}").format(
                number=line.number, problem=problem_words(line.problem)
            )
            for line in wrong[:_SHOWN]
            if line.problem is not None
        ]
        if len(wrong) > _SHOWN:
            told.append(self.tr("and %n more line(s)", "", len(wrong) - _SHOWN))
        return "\n".join(told)

    # ---------------------------------------------------------------- a file

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Delivery of SIM cards"))
        dialog.setObjectName("stockFileDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.xlsx *.txt)")])
        dialog.fileSelected.connect(self.read_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Put the cards of a file into the field, below what stands there."""
        work = partial(_text_of, self._desk.services, path)
        self._desk.tasks.run(work, self._append, self._fail)

    def _append(self, text: str) -> None:
        self._failure.hide()
        before = self._text.toPlainText().rstrip("\n")
        self._text.setPlainText("\n".join(filter(None, (before, text))))

    # ---------------------------------------------------------------- adding

    def _take(self) -> None:
        self._add.block(self.tr("This is being written down"))
        act = NumberAct(self._desk.agent, self._note.text())
        work = partial(_add_to_stock, self._desk.services, self._text.toPlainText(), act)
        self._desk.tasks.run(work, self._show_taken, self._fail)

    def _show_taken(self, taken: Stocked) -> None:
        if not taken.refused:
            self.accept()
            return
        self._failure.show_state(
            StateKind.WARNING,
            self.tr("%n card(s) added. What could not be added is still here.", "", taken.added),
        )
        self._text.setPlainText("\n".join(line.text for line in taken.refused))

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._failure.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")
        fit_height(self)
        self._later.start()


def _look_at(services: Services, text: str, _stop: Event) -> tuple[StockLine, ...]:
    return services.sim_stocking.look_at(text)


def _text_of(services: Services, path: str, _stop: Event) -> str:
    return services.sim_stocking.text_of(Path(path))


def _add_to_stock(services: Services, text: str, act: NumberAct, _stop: Event) -> Stocked:
    return services.sim_stocking.add(text, act)
