"""The second part of the page: what would be read, before anything is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.importing import FilePreview, ImportPreview
from desktop.views.desk import Desk
from desktop.views.importing.words import form_words, shown_cell, table_word
from desktop.views.theme import StateKind, px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import small
from desktop.views.widgets.state_label import StateLabel
from desktop.views.widgets.table_model import RecordTableModel

_SHOWN_COLUMNS = 8
_LETTER_WIDTH, _NARROWEST, _WIDEST = 9, 56, 240

Cells = tuple[str, ...]


class PreviewPart(QWidget):
    """The files with what they are, and the first rows of the chosen one.

    Signals:
        agreed: import it.
        declined: choose something else.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._preview = ImportPreview((), ())
        self._heading = SectionHeading()
        self._files = RecordTableModel(_file_columns(desk), parent=self)
        self._table = DeskTable(name="", fits_rows=True, choosable=True)
        self._table.setObjectName("import_preview")
        self._table.set_model(self._files)
        self._table.row_chosen.connect(self._show_rows)
        self._unknown = StateLabel(StateKind.WARNING, "")
        self._unknown.setObjectName("import_unknown_columns")
        self._skipped = small("", wrap=True)
        self._skipped.setObjectName("import_skipped")
        self._rows_heading = SectionHeading()
        self._rows: RecordTableModel[Cells] = RecordTableModel([], parent=self)
        self._rows_table = DeskTable(name="", fits_rows=True)
        self._rows_table.setObjectName("import_first_rows")
        self._rows_table.set_model(self._rows)
        self._import = Button("", ButtonKind.PRIMARY)
        self._import.setObjectName("run_import")
        self._import.clicked.connect(self._agree)
        self._other = Button("")
        self._other.setObjectName("choose_others")
        self._other.clicked.connect(self._decline)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addWidget(self._table)
        column.addSpacing(px(8))
        column.addWidget(self._unknown)
        column.addWidget(self._skipped)
        column.addSpacing(px(16))
        column.addWidget(self._rows_heading)
        column.addWidget(self._rows_table)
        column.addSpacing(px(24))
        column.addLayout(row(self._import, self._other, None, gap=8))
        column.addStretch(1)
        space(column, 0, gap=0)

    def retranslate(self) -> None:
        """Set the texts again."""
        self._other.setText(self.tr("Choose others"))
        self._table.setAccessibleName(self.tr("Files"))
        self._rows_table.setAccessibleName(self.tr("First rows"))
        self._files.set_columns(_file_columns(self._desk))
        self._show_texts()

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what would be read."""
        self._preview = preview
        self._files.set_records(preview.files)
        self._show_texts()
        largest = max(range(len(preview.files)), key=lambda at: preview.files[at].rows)
        self._table.selectRow(largest)
        self._show_rows(largest)
        self._import.setFocus()

    def _show_texts(self) -> None:
        formats, files = self._desk.formats, self._preview.files
        rows = sum(file.rows for file in files)
        files_word = formats.counted(len(files), self.tr("{} file"), self.tr("{} files"))
        self._heading.set_text(self.tr("{files} to read").format(files=files_word))
        self._heading.set_remark(self.tr("about {rows} rows").format(rows=formats.number(rows)))
        self._import.setText(self.tr("Import {files}").format(files=files_word))
        unknown = [name for file in files for name in file.unknown_columns]
        self._unknown.setVisible(bool(unknown))
        self._unknown.set_state(
            StateKind.WARNING,
            self.tr("Unknown columns are not read: {columns}").format(columns=", ".join(unknown)),
        )
        self._skipped.setVisible(bool(self._preview.skipped))
        self._skipped.setText(
            self.tr("Passed over, no table: {names}").format(names=", ".join(self._preview.skipped))
        )

    def _show_rows(self, at: int) -> None:
        file = self._files.record(at) if at >= 0 else None
        if file is None:
            return
        self._rows_heading.set_text(self.tr("First rows of {name}").format(name=file.name))
        self._rows.set_columns(_cell_columns(file))
        self._rows_table.restyle()
        self._rows.set_records(file.first_rows)

    def _agree(self) -> None:
        self.agreed.emit()

    def _decline(self) -> None:
        self.declined.emit()


def _file_columns(desk: Desk) -> list[Column[FilePreview]]:
    return [
        Column(
            "name",
            QCoreApplication.translate("ImportTables", "File"),
            lambda file: file.name,
            CellKind.STRONG,
            stretch=True,
        ),
        Column(
            "table",
            QCoreApplication.translate("ImportTables", "Table"),
            lambda file: table_word(file.table),
            width=160,
        ),
        Column(
            "form",
            QCoreApplication.translate("ImportTables", "Form"),
            form_words,
            CellKind.MUTED,
            width=240,
        ),
        Column(
            "rows",
            QCoreApplication.translate("ImportTables", "Rows"),
            lambda file: desk.formats.number(file.rows),
            CellKind.NUMBER,
            width=120,
        ),
    ]


def _cell_columns(file: FilePreview) -> list[Column[Cells]]:
    """Return the columns of a file as they are headed in it, the first ones at least."""
    headers = file.columns[:_SHOWN_COLUMNS]
    return [
        Column(
            str(at),
            header,
            partial(_cell, file, at),
            width=_width(file, at),
            gap=12,
            stretch=at == len(headers) - 1,
        )
        for at, header in enumerate(headers)
    ]


def _width(file: FilePreview, at: int) -> int:
    """Return the room that the longest cell of a column needs, within reason."""
    texts = [file.columns[at], *(cells[at] for cells in file.first_rows if at < len(cells))]
    return min(max(_LETTER_WIDTH * max(map(len, texts)) + 16, _NARROWEST), _WIDEST)


def _cell(file: FilePreview, at: int, cells: Cells) -> str:
    return shown_cell(file, at, cells[at]) if at < len(cells) else ""
