"""Where the database is, and what an examination of the desk finds."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.models.records.audit import AuditFilter
from desktop.models.records.doctor import Finding, Level
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.settings.form import LABEL_WIDTH
from desktop.views.settings.words import examined_text, finding_text
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.base import Themed, row, space, take_all_out
from desktop.views.widgets.busy import BusyLine
from desktop.views.widgets.button import Button, LinkButton
from desktop.views.widgets.headings import LabelValue, LabelValueRows
from desktop.views.widgets.label import Label, muted
from desktop.views.widgets.state_label import StateLabel

_KINDS = {Level.OK: StateKind.GOOD, Level.WARNING: StateKind.WARNING, Level.BAD: StateKind.BAD}

Findings = tuple[Finding, ...]


class Health(Themed, QWidget):
    """The place of the database (read-only), and the findings, on request."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: Findings = ()
        self._running: Running[Findings] | None = None
        self._place = LabelValueRows(label_width=LABEL_WIDTH + 16, lines=False)
        self._examine = Button(icon_name="shield-check")
        self._examine.setObjectName("examine_desk")
        self._log = LinkButton(icon_name="history", trailing="chevron-right")
        self._log.setObjectName("to_audit")
        self._again = LinkButton(icon_name="refresh-cw")
        self._again.setObjectName("set_up_again")
        self._again.clicked.connect(self._set_up_again)
        self._busy = BusyLine()
        self._list = QWidget()
        self._list.setObjectName("findings")
        self._grid = QGridLayout(self._list)
        self._indent = muted()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._place)
        self._column.addLayout(
            row(self._indent, self._examine, self._log, self._again, None, gap=16)
        )
        self._column.addWidget(self._busy)
        self._column.addWidget(self._list)
        self._examine.clicked.connect(self._ask)
        self._log.clicked.connect(self._open_log)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._column, 0, gap=8)
        space(self._grid, 0, gap=0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setColumnMinimumWidth(0, px(LABEL_WIDTH))
        self._grid.setColumnStretch(2, 1)
        self._indent.setFixedWidth(px(LABEL_WIDTH))
        for line in range(self._grid.rowCount() if self._findings else 0):
            self._grid.setRowMinimumHeight(line, px(32))

    def retranslate(self) -> None:
        database = self._desk.services.database
        self._place.set_rows([LabelValue(self.tr("Place"), database.place)])
        self._examine.setText(self.tr("Examine the desk"))
        self._log.setText(self.tr("Audit log"))
        self._again.setText(self.tr("Set up again …"))
        self._show(self._findings)

    def _open_log(self) -> None:
        self._desk.navigator.audit_wanted.emit(AuditFilter())

    def _set_up_again(self) -> None:
        self._desk.navigator.setup_wanted.emit()

    def _ask(self) -> None:
        self._examine.block(self.tr("The desk is being examined"))
        self._busy.start()
        self._running = self._desk.tasks.run(self._look, self._show, self._fail)

    def _look(self, _stop: Event) -> Findings:
        return self._desk.services.doctor.examine()

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._end()
        self._place.set_rows([LabelValue(told.sentence, told.hint)])

    def _show(self, findings: Findings) -> None:
        self._end()
        self._findings = findings
        take_all_out(self._grid)
        words = {
            Level.OK: self.tr("ok"),
            Level.WARNING: self.tr("warning"),
            Level.BAD: self.tr("bad"),
        }
        for place, finding in enumerate(findings):
            text = Label(finding_text(finding, self._desk.formats), wrap=True, leading=20)
            self._grid.addWidget(muted(examined_text(finding.examined)), place, 0)
            self._grid.addWidget(StateLabel(_KINDS[finding.level], words[finding.level]), place, 1)
            self._grid.addWidget(text, place, 2, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def _end(self) -> None:
        self._busy.stop()
        self._examine.unblock()
