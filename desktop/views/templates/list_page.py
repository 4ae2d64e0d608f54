"""The list of all SMS templates."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.folding import fold
from desktop.models.records.templates import TemplateLine
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Reading
from desktop.views.templates.columns import template_columns
from desktop.views.templates.starting import Starting
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.fields import LineEdit
from desktop.views.widgets.label import muted, title
from desktop.views.widgets.table_model import RecordTableModel
from desktop.views.words import heading

_Read = tuple[tuple[TemplateLine, ...], bool]


class TemplatesPage(Page):
    """All templates with their version; Enter opens one."""

    cares_for = frozenset({Change.TEMPLATES, Change.SETTINGS, Change.CUSTOMERS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("templates_page")
        self._reading = Reading(desk.tasks, self)
        self._lines: tuple[TemplateLine, ...] = ()
        self._title = title()
        self._remark = muted(elide=True)
        self._filter = LineEdit(icon_name="search")
        self._filter.setObjectName("template_filter")
        self._new = Button("", ButtonKind.PRIMARY, icon_name="plus")
        self._new.setObjectName("newTemplate")
        self._model = RecordTableModel(template_columns(desk), parent=self)
        self._table = DeskTable(name="", choosable=True, two_lines=True, click_activates=True)
        self._table.setObjectName("templates")
        self._table.set_model(self._model)
        self._table.remember(desk.local)
        self._nothing = EmptyState("search")
        self._error = ErrorState()
        self._starting = Starting(desk, self)
        self._lay_out()
        self._filter.textChanged.connect(self._show)
        self._new.clicked.connect(self._starting.begin_new)
        self._table.row_activated.connect(self._open)
        self._nothing.acted.connect(self._filter.clear)
        self._error.retried.connect(self.reload)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self._fail)
        desk.person.changed.connect(self.reload)
        self.retranslate()

    def _lay_out(self) -> None:
        head = row(self._title, self._remark, self._filter, self._new, gap=16)
        head.setStretch(1, 1)
        self._filter.setFixedWidth(px(280))
        box = QVBoxLayout(self)
        box.addLayout(head)
        box.addWidget(self._table, 1)
        space(box, 32, 24, 32, 16, gap=16)
        for state in (self._nothing, self._error):
            state.hide()

    def retranslate(self) -> None:
        self._title.setText(self.tr("SMS templates"))
        self._remark.setText(self.tr("Cases keep the text with which they began."))
        self._filter.setPlaceholderText(self.tr("Title, customer or word of the text"))
        self._filter.setAccessibleName(self.tr("Filter templates"))
        self._new.setText(self.tr("New template …"))
        self._table.setAccessibleName(self.tr("SMS templates"))
        self._nothing.say(self.tr("No template matches."), "", self.tr("Show all"))
        self._model.set_columns(template_columns(self.desk))
        self._show()

    def enter(self) -> None:
        """Show the list with this agent's drafts; the keys go to it."""
        self._stale = True
        super().enter()
        self._table.setFocus()

    def reload(self) -> None:
        """Read the list again."""
        self._reading.ask(partial(_read, self.desk.services, self.desk.agent))

    def _take(self, read: _Read) -> None:
        self._lines, may_edit = read
        if may_edit:
            self._new.unblock()
        else:
            self._new.block(self.tr("Only a supervisor changes templates"))
        self._show()

    def _show(self) -> None:
        words = fold(self._filter.text()).split()
        self._model.set_records([line for line in self._lines if self._fits(line, words)])
        nothing = bool(self._lines) and not self._model.records
        self._table.show_instead(self._nothing if nothing else None)

    def _fits(self, line: TemplateLine, words: list[str]) -> bool:
        content = line.current.content
        title = line.title(self.desk.formats.language)
        text = fold(" ".join((title, line.customer, heading(line.kind), content.text, content.du)))
        return all(word in text for word in words)

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._model.set_records(())
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)

    def _open(self, place: int) -> None:
        line = self._model.record(place)
        if line is not None:
            self.desk.navigator.template_wanted.emit(line.ref)


def _read(services: Services, agent: str, _stop: Event) -> _Read:
    return services.template_lists.lines(agent), services.template_editing.may_edit(agent)
