"""The first part of the page: where the exports are, what can be read, what was read before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.importing import ImportTable, PastImport
from desktop.services.importing.columns import FORMATS
from desktop.views.desk import Desk
from desktop.views.importing.drop_area import DropArea
from desktop.views.importing.words import table_word
from desktop.views.theme import px
from desktop.views.widgets.base import space
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.table_model import RecordTableModel


class ChoosingPart(QWidget):
    """Drop area, the tables of the exchange format, and the last imports."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.area = DropArea()
        self._known_heading = SectionHeading()
        self._known = RecordTableModel(_format_columns(desk), tuple(ImportTable), parent=self)
        self._known_table = DeskTable(name="", fits_rows=True)
        self._known_table.setObjectName("import_formats")
        self._known_table.set_model(self._known)
        self._past_heading = SectionHeading()
        self._past = RecordTableModel(_past_columns(desk), parent=self)
        self._past_table = DeskTable(name="", fits_rows=True)
        self._past_table.setObjectName("past_imports")
        self._past_table.set_model(self._past)
        column = QVBoxLayout(self)
        column.addWidget(self.area)
        column.addSpacing(px(24))
        for part in (self._past_heading, self._past_table):
            column.addWidget(part)
            part.hide()
        column.addSpacing(px(16))
        column.addWidget(self._known_heading)
        column.addWidget(self._known_table)
        column.addStretch(1)
        space(column, 0, gap=0)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts again."""
        self._known_heading.set_text(self.tr("What can be read"))
        self._known_heading.set_remark(self.tr("headers in English or German, in any order"))
        self._known_table.setAccessibleName(self.tr("What can be read"))
        self._past_heading.set_text(self.tr("Last imports"))
        self._past_table.setAccessibleName(self.tr("Last imports"))
        self._known.set_columns(_format_columns(self._desk))
        self._past.set_columns(_past_columns(self._desk))

    def show_past(self, imports: Sequence[PastImport]) -> None:
        """Show what was imported lately; nothing is shown where there was nothing."""
        self._past.set_records(imports)
        self._past_heading.setVisible(bool(imports))
        self._past_table.setVisible(bool(imports))


def _format_columns(desk: Desk) -> list[Column[ImportTable]]:
    return [
        Column(
            "table",
            QCoreApplication.translate("ImportTables", "Table"),
            table_word,
            CellKind.STRONG,
            width=120,
        ),
        Column(
            "required",
            QCoreApplication.translate("ImportTables", "Needed columns"),
            lambda table: _column_names(desk, table, FORMATS[table].required),
            width=408,
        ),
        Column(
            "optional",
            QCoreApplication.translate("ImportTables", "More columns"),
            lambda table: _column_names(desk, table, FORMATS[table].optional),
            CellKind.MUTED,
            stretch=True,
            gap=0,
        ),
    ]


def _column_names(desk: Desk, table: ImportTable, fields: Sequence[str]) -> str:
    """Return headers as an export in the language of the moment has them."""
    german = {field: header for header, field in FORMATS[table].german.items()}
    words = german if desk.language.code == "de" else {}
    return ", ".join(words.get(field, field) for field in fields)


def _past_columns(desk: Desk) -> list[Column[PastImport]]:
    return [
        Column(
            "at",
            QCoreApplication.translate("ImportTables", "When"),
            lambda run: desk.formats.moment(run.at),
            width=176,
        ),
        Column(
            "agent",
            QCoreApplication.translate("ImportTables", "By"),
            lambda run: run.agent,
            CellKind.MUTED,
            stretch=True,
        ),
        Column(
            "rows",
            QCoreApplication.translate("ImportTables", "Rows"),
            lambda run: desk.formats.number(run.rows),
            CellKind.NUMBER,
            width=120,
        ),
        Column(
            "rejected",
            QCoreApplication.translate("ImportTables", "Rejected"),
            lambda run: desk.formats.number(run.rejected),
            CellKind.NUMBER,
            width=120,
            gap=0,
            muted=lambda run: run.rejected == 0,
        ),
    ]
