"""The last part of the page: how every row ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.models.records.importing import ImportReport, TableLedger
from desktop.services.importing.rejected import reason_words
from desktop.views.desk import Desk
from desktop.views.importing.words import conflict_words, table_word
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, LinkButton
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import Label, small
from desktop.views.widgets.ledger import Ledger, LedgerRow
from desktop.views.widgets.table_model import RecordTableModel

_MOST_NOTES = 20


@dataclass(frozen=True, slots=True)
class _Line:
    """One table of the report, or the sum of all."""

    word: str
    ledger: TableLedger
    total: bool = False


class ReportPart(QWidget):
    """What was read, table by table, and what was not, reason by reason.

    Signals:
        again: import something else.
    """

    again = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._report: ImportReport | None = None
        self._banner = Banner()
        self._banner.setObjectName("import_outcome")
        self._heading = SectionHeading()
        self._lines = RecordTableModel(_ledger_columns(desk), parent=self)
        self._table = DeskTable(name="", fits_rows=True)
        self._table.setObjectName("import_report")
        self._table.set_model(self._lines)
        self._reasons_heading = SectionHeading()
        self._reasons = Ledger(dense=True)
        self._files = QVBoxLayout()
        self._files_hint = small("", wrap=True)
        self._notes_heading = SectionHeading()
        self._notes = QVBoxLayout()
        self._again = Button("")
        self._again.setObjectName("import_again")
        self._again.clicked.connect(self._want_again)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        for part in (self._banner, 16, self._heading, self._table, 24, self._reasons_heading):
            if isinstance(part, int):
                column.addSpacing(px(part))
            else:
                column.addWidget(part)
        column.addWidget(self._reasons)
        column.addSpacing(px(8))
        column.addWidget(self._files_hint)
        column.addLayout(self._files)
        column.addSpacing(px(16))
        column.addWidget(self._notes_heading)
        column.addLayout(self._notes)
        column.addSpacing(px(24))
        column.addLayout(row(self._again, None))
        column.addStretch(1)
        for layout in (column, self._files, self._notes):
            space(layout, 0, gap=4 if layout is self._notes else 0)

    def retranslate(self) -> None:
        """Set the texts again."""
        self._heading.set_text(self.tr("How the rows ended"))
        self._heading.set_remark(self.tr("read = new + changed + unchanged + rejected"))
        self._table.setAccessibleName(self.tr("How the rows ended"))
        self._reasons_heading.set_text(self.tr("Why rows were rejected"))
        self._notes_heading.set_text(self.tr("Remarks"))
        self._again.setText(self.tr("Import more"))
        self._lines.set_columns(_ledger_columns(self._desk))
        if self._report is not None:
            self.show_report(self._report)

    def show_report(self, report: ImportReport) -> None:
        """Show how an import went."""
        self._report = report
        total = _sum(list(report.tables.values()))
        lines = [_Line(table_word(table), ledger) for table, ledger in report.tables.items()]
        if len(lines) > 1:
            lines.append(_Line(self.tr("All"), total, total=True))
        self._lines.set_records(lines)
        self._show_outcome(report, total)
        self._show_reasons(report, total)
        self._show_error_files(report.error_files)
        self._show_notes(report)

    def _show_outcome(self, report: ImportReport, total: TableLedger) -> None:
        formats = self._desk.formats
        changed = total.inserted + total.updated
        news = (
            self.tr("{changed} brought something new.") if changed else self.tr("Nothing was new.")
        )
        said = [self.tr("{rows} rows read in {seconds} s."), news]
        if total.rejected:
            said.append(self.tr("{rejected} were rejected."))
        self._banner.show_state(
            StateKind.WARNING if total.rejected else StateKind.GOOD,
            " ".join(said).format(
                rows=formats.number(total.read),
                seconds=formats.number(report.seconds, 1),
                changed=formats.number(changed),
                rejected=formats.number(total.rejected),
            ),
        )
        self._again.setFocus()

    def _show_reasons(self, report: ImportReport, total: TableLedger) -> None:
        words, formats = reason_words(self._desk.language.code), self._desk.formats
        rows = [
            LedgerRow(
                f"{table}-{reason}",
                formats.number(count),
                table_word(table),
                explanation=words[reason.value],
            )
            for table, reasons in report.rejections.items()
            for reason, count in sorted(reasons.items(), key=_by_count)
        ]
        if rows:
            number = formats.number(total.rejected)
            rows.append(LedgerRow("total", number, self.tr("rejected in all"), strong=True))
        self._reasons.set_rows(rows)
        self._reasons.setVisible(bool(rows))
        self._reasons_heading.setVisible(bool(rows))

    def _show_error_files(self, paths: Sequence[Path]) -> None:
        _clear(self._files)
        self._files_hint.setVisible(bool(paths))
        self._files_hint.setText(
            self.tr("These files hold the rejected rows. Correct them there and import them again.")
        )
        for path in paths:
            link = LinkButton(str(path), icon_name="folder-open")
            link.setObjectName("open_error_folder")
            link.setToolTip(self.tr("Open the folder"))
            link.clicked.connect(partial(_open_folder, path.parent))
            self._files.addLayout(row(link, None))

    def _show_notes(self, report: ImportReport) -> None:
        _clear(self._notes)
        notes = [
            self.tr("{name}: unknown columns were not read: {columns}").format(
                name=name, columns=", ".join(columns)
            )
            for name, columns in report.unknown_columns.items()
        ]
        notes += [
            self.tr("{name}: passed over, no table").format(name=name) for name in report.skipped
        ]
        notes += [conflict_words(conflict, self._desk.formats) for conflict in report.conflicts]
        more = len(notes) - _MOST_NOTES
        if more > 0:
            notes[_MOST_NOTES:] = [
                self.tr("and {count} more").format(count=self._desk.formats.number(more))
            ]
        for note in notes:
            self._notes.addWidget(Label(note, wrap=True))
        self._notes_heading.setVisible(bool(notes))

    def _want_again(self) -> None:
        self.again.emit()


def _by_count(entry: tuple[object, int]) -> tuple[int, str]:
    reason, count = entry
    return -count, str(reason)


def _sum(ledgers: Sequence[TableLedger]) -> TableLedger:
    return TableLedger(
        sum(ledger.read for ledger in ledgers),
        sum(ledger.inserted for ledger in ledgers),
        sum(ledger.updated for ledger in ledgers),
        sum(ledger.unchanged for ledger in ledgers),
        sum(ledger.rejected for ledger in ledgers),
    )


def _clear(layout: QLayout) -> None:
    """Remove everything from a layout of widgets and rows."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            _clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _open_folder(folder: Path, _checked: bool = False) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _ledger_columns(desk: Desk) -> list[Column[_Line]]:
    def number(key: str, title: str, gap: int = 16) -> Column[_Line]:
        return Column(
            key,
            title,
            lambda line: desk.formats.number(getattr(line.ledger, key)),
            CellKind.NUMBER,
            width=120,
            gap=gap,
            strong=lambda line: line.total,
            muted=lambda line: getattr(line.ledger, key) == 0,
        )

    return [
        Column(
            "table",
            QCoreApplication.translate("ImportTables", "Table"),
            lambda line: line.word,
            stretch=True,
            strong=lambda line: line.total,
        ),
        number("read", QCoreApplication.translate("ImportTables", "Read")),
        number("inserted", QCoreApplication.translate("ImportTables", "New")),
        number("updated", QCoreApplication.translate("ImportTables", "Changed")),
        number("unchanged", QCoreApplication.translate("ImportTables", "Unchanged")),
        number("rejected", QCoreApplication.translate("ImportTables", "Rejected"), 0),
    ]
