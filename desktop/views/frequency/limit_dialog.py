"""What a customer is willing to lose: asked for in per cent, kept, and taken back on demand."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.loss_limit import permille_of
from desktop.models.records.frequency import OwnEstimate
from desktop.services.loss_limits import LossLimits
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.rates.estimate_words import limit_word
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import FormField, LineEdit
from desktop.views.widgets.label import muted, title
from desktop.views.widgets.undo_bar import UndoBar


class LimitDialog(QDialog):
    """One field; empty, the limit of the house holds.

    Signals:
        decided: the limit in thousandths of the contacts, or None for that of the house.
    """

    decided = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, own: OwnEstimate) -> None:
        super().__init__(parent)
        self.setObjectName("frequency_limit_dialog")
        self.setModal(True)
        self.setWindowTitle(self.tr("Limit of the customer"))
        formats = desk.formats
        self._field = LineEdit()
        self._field.setObjectName("limit_percent")
        label = self.tr("% of the contacts in {} days").format(formats.number(own.period_days))
        hint = self.tr("Empty: the usual limit of the house.")
        self._form = FormField(label, self._field, hint)
        if own.limit_is_own:
            self._field.setText(limit_word(own.limit, formats).rstrip("%\N{NO-BREAK SPACE} "))
        save = Button(self.tr("Set limit"), ButtonKind.PRIMARY)
        save.setObjectName("limit_save")
        save.setDefault(True)
        save.clicked.connect(self._decide)
        back = Button(self.tr("Back"))
        back.setObjectName("limit_back")
        back.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        space(column, 24, gap=12)
        column.addWidget(title(self.tr("How many may unsubscribe?"), wrap=True))
        column.addWidget(
            muted(
                self.tr("No frequency that loses more than this is recommended to the customer."),
                wrap=True,
            )
        )
        column.addWidget(self._form)
        column.addLayout(row(None, back, save, gap=8))
        self.setMinimumWidth(px(420))
        self.finished.connect(self.deleteLater)
        self._field.setFocus()
        self._field.selectAll()

    def _decide(self) -> None:
        text = self._field.text().strip()
        permille = permille_of(text)
        if text and permille is None:
            self._form.show_problem(self.tr("A limit is a number from 0.1 to 50 %."))
            self._field.setFocus()
            return
        self.accept()
        self.decided.emit(permille)


class LimitKeeper(QObject):
    """Asks for the limit of a customer, writes it, and takes it back."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._customer_id = 0
        self._before: int | None = None
        self._bar = UndoBar(page)
        self._bar.undone.connect(self._take_back)

    def ask(self, customer_id: int, own: OwnEstimate) -> None:
        """Open the dialog for a customer."""
        self._customer_id = customer_id
        dialog = LimitDialog(self._page, self._desk, own)
        dialog.decided.connect(self._write)
        dialog.open()

    def _write(self, permille: int | None) -> None:
        work = partial(
            _change,
            self._desk.services.loss_limits,
            self._customer_id,
            permille,
            self._desk.agent,
        )
        self._desk.tasks.run(work, self._tell_written, self._tell_failure)

    def _tell_written(self, before: int | None) -> None:
        self._before = before
        self._bar.show_message(self.tr("Limit set."), undo=True)

    def _take_back(self) -> None:
        work = partial(
            _change,
            self._desk.services.loss_limits,
            self._customer_id,
            self._before,
            self._desk.agent,
        )
        self._desk.tasks.run(work, self._tell_undone, self._tell_failure)

    def _tell_undone(self, _before: int | None) -> None:
        self._bar.show_message(self.tr("Taken back."))

    def _tell_failure(self, error: BaseException) -> None:
        told = error_text(error)
        self._bar.show_message(f"{told.sentence} {told.hint}")


def _change(
    limits: LossLimits, customer_id: int, permille: int | None, agent: str, _stop: Event
) -> int | None:
    return limits.change(customer_id, permille, agent)
