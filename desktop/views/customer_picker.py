"""A filter chip whose values are too many for a menu: customers, found while typing."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.customers import CustomerLine
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.theme import Role, color, px
from desktop.views.theme.paint import box
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.fields import LineEdit
from desktop.views.widgets.filter_chip import FilterChip
from desktop.views.widgets.table_model import RecordTableModel

_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_WIDTH, _HEIGHT = 360, 376


class CustomerList(Themed, QWidget):
    """A field and the customers that it finds, over the page; ``name`` begins its object names.

    ``counts`` tells what is incomplete, for a list of incomplete sign-ups.

    Signals:
        chosen: the ``CustomerLine`` that a person chose.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, name: str, *, counts: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName(f"{name}_customers")
        self._desk = desk
        self._counts = counts
        self._searching: Running[tuple[CustomerLine, ...]] | None = None
        self._field = LineEdit(icon_name="search")
        self._field.setObjectName(f"{name}_customer_search")
        self._field.textChanged.connect(self.look_up)
        self._field.installEventFilter(self)
        self._model: RecordTableModel[CustomerLine] = RecordTableModel(self._columns(), parent=self)
        self._table = DeskTable(name="", choosable=True, click_activates=True)
        self._table.setObjectName(f"{name}_customer_table")
        self._table.horizontalHeader().hide()
        self._table.set_model(self._model)
        self._table.row_activated.connect(self._choose)
        self._none = EmptyState("search")
        self._none.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._field)
        self._column.addWidget(self._table, 1)
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 8, gap=8)
        self.setFixedSize(px(_WIDTH), px(_HEIGHT))

    def retranslate(self) -> None:
        self._field.setPlaceholderText(self.tr("Name or number of the customer …"))
        self._field.setAccessibleName(self.tr("Search customers"))
        self._table.setAccessibleName(self.tr("Customers"))
        self._none.say(self.tr("No customer fits these words."))

    def _columns(self) -> list[Column[CustomerLine]]:
        columns = [Column("name", "", _name, width=240, stretch=True)]
        if self._counts:
            columns.append(
                Column("incomplete", "", self._incomplete, CellKind.NUMBER, width=80, muted=_always)
            )
        return columns

    def _incomplete(self, line: CustomerLine) -> str:
        return self._desk.formats.number(line.incomplete)

    # ---------------------------------------------------------------- searching

    def open_below(self, chip: QWidget) -> None:
        """Show itself below a chip, with all customers."""
        self._field.clear()
        self.look_up()
        self.move(chip.mapToGlobal(QPoint(0, chip.height() + px(4))))
        self.show()
        self._field.setFocus()

    def look_up(self) -> None:
        """Find the customers for what stands in the field."""
        if self._searching is not None:
            self._searching.cancel()
        work = partial(_find, self._desk.services, self._field.text())
        self._searching = self._desk.tasks.run(work, self._show, self._tell_failure)

    def _show(self, found: tuple[CustomerLine, ...]) -> None:
        self._model.set_records(found)
        self._table.show_instead(None if found else self._none)
        if found:
            self._table.setCurrentIndex(self._model.index(0, 0))

    def _tell_failure(self, error: BaseException) -> None:
        told = error_text(error)
        self._model.set_records(())
        self._none.say(told.sentence, told.hint)
        self._table.show_instead(self._none)

    def _choose(self, row: int) -> None:
        line = self._model.record(row)
        if line is not None:
            self.hide()
            self.chosen.emit(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the field has the focus; Enter chooses."""
        if watched is self._field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
                self._table.keyPressEvent(event)
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
                self._choose(self._table.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        box(QPainter(self), self.rect().toRectF(), color(Role.BASE), color(Role.EDGE), 0)


_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CustomerChip(FilterChip):
    """The chip of the customer; it opens the searchable list.

    Signals:
        customer_chosen: the ``CustomerLine`` that a person chose.
    """

    customer_chosen = Signal(object)

    def __init__(self, desk: Desk, name: str, *, counts: bool = False) -> None:
        super().__init__(clearable=True)
        self.setObjectName(f"{name}_customer")
        self._list = CustomerList(desk, self, name, counts=counts)
        self._list.chosen.connect(self.customer_chosen)

    @property
    def list(self) -> CustomerList:
        """The list that it opens."""
        return self._list

    def open_menu(self) -> None:
        """Show the list of customers below the chip."""
        self._list.open_below(self)


def _find(services: Services, text: str, _stop: Event) -> tuple[CustomerLine, ...]:
    return services.customers.lines(text)


def _name(line: CustomerLine) -> str:
    return line.name


def _always(_line: CustomerLine) -> bool:
    return True
