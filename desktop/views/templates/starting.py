"""Begins a template: of which kind and language, for all or for one customer."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.records.customers import CustomerLine
from desktop.models.records.templates import TemplateDraft, TemplateLine
from desktop.models.states import DispatchKind
from desktop.models.template_content import TemplateContent, TemplateRef
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.tasks import Running
from desktop.views.templates.words import language_name
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.fields import FormField, LineEdit, RadioRow
from desktop.views.widgets.filter_chip import Option
from desktop.views.widgets.label import title
from desktop.views.widgets.table_model import RecordTableModel
from desktop.views.words import heading

WIDTH, HIT_ROWS = 480, 6


class Starting(QObject):
    """Asks what a template is for, keeps a first draft of it, and goes to its page."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._dialog: StartDialog | None = None
        self._line: TemplateLine | None = None

    def begin_new(self) -> None:
        """Begin a template that stands beside the others."""
        self._line = None
        self._open(self.tr("Begin template"))

    def begin_own(self, line: TemplateLine) -> None:
        """Begin a customer's own text in place of a template for all."""
        self._line = line
        self._open(self.tr("Begin own text"))

    def _open(self, accept: str) -> None:
        languages = self._desk.services.templates.languages()
        asked = () if self._line is not None else languages
        dialog = StartDialog(self._desk, self._parent.window(), accept, asked)
        dialog.answered.connect(self._begin)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _begin(self, kind: DispatchKind, language: str, customer_id: int | None) -> None:
        work = partial(
            _begin, self._desk.services, self._line, kind, language, customer_id, self._desk.agent
        )
        self._desk.tasks.run(work, self._go, self._fail)

    def _go(self, ref: TemplateRef) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._desk.navigator.template_wanted.emit(ref)

    def _fail(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.fail(error)


class StartDialog(QDialog):
    """Kind and language, and the customer by a few letters; none means all.

    Signals:
        answered: the kind, the language, and the customer's id or None.
    """

    answered = Signal(object, str, object)

    def __init__(
        self, desk: Desk, parent: QWidget, accept: str, languages: tuple[str, ...]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("startTemplate")
        self.setWindowTitle(accept)
        self.setModal(True)
        self._desk, self._for_all = desk, bool(languages)
        self._finding: Running[tuple[CustomerLine, ...]] | None = None
        self._failure = Banner()
        self._failure.hide()
        kinds = [Option(kind, heading(kind)) for kind in DispatchKind]
        self._kind = RadioRow(kinds, DispatchKind.SIGNUP_REMINDER)
        names = [Option(code, language_name(code)) for code in languages]
        self._language = RadioRow(names, languages[0] if languages else "")
        self._customer = LineEdit(icon_name="search")
        self._customer.setObjectName("startCustomer")
        self._model = RecordTableModel(self._columns(), parent=self)
        self._hits = DeskTable(name=self.tr("Customers"), choosable=True)
        self._hits.setObjectName("startCustomers")
        self._hits.horizontalHeader().hide()
        self._hits.set_model(self._model)
        self._accept = Button(accept, ButtonKind.PRIMARY)
        self._accept.setObjectName("acceptStart")
        self._accept.setDefault(True)
        self._back = Button(self.tr("Back"))
        self._lay_out()
        self._connect()
        self._find()

    def _columns(self) -> list[Column[CustomerLine]]:
        return [
            Column("name", "", lambda one: one.name, stretch=True),
            Column("number", "", lambda one: one.customer_no, CellKind.MUTED, width=96),
            Column("city", "", lambda one: one.city, CellKind.MUTED, width=128),
        ]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        question = self.tr("What is the new template for?")
        if not self._for_all:
            question = self.tr("Which customer gets a text of its own?")
        column.addWidget(title(question, wrap=True))
        column.addWidget(self._failure)
        if self._for_all:
            column.addWidget(FormField(self.tr("Kind"), self._kind))
            column.addWidget(FormField(self.tr("Language"), self._language))
        hint = self.tr("Leave it empty for all customers.") if self._for_all else ""
        self._field = FormField(self.tr("Customer"), self._customer, hint)
        column.addWidget(self._field)
        column.addWidget(self._hits)
        self._hits.setFixedHeight(px(40 * HIT_ROWS))
        column.addLayout(row(None, self._back, self._accept, gap=8))
        space(column, 24, gap=16)
        self.setMinimumWidth(px(WIDTH))

    def _connect(self) -> None:
        self._customer.textChanged.connect(self._find)
        self._hits.row_activated.connect(self._answer)
        self._accept.clicked.connect(self._answer)
        self._back.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._customer.setFocus()

    def _find(self) -> None:
        text = self._customer.text().strip()
        if self._finding is not None:
            self._finding.cancel()
        if not text:
            self._show(())
            return
        work = partial(_find, self._desk.services, text)
        self._finding = self._desk.tasks.run(work, self._show, self.fail)

    def _show(self, found: tuple[CustomerLine, ...]) -> None:
        self._model.set_records(found)
        self._field.show_problem("")
        if found:
            self._hits.setCurrentIndex(self._model.index(0, 0))

    def _answer(self) -> None:
        chosen = self._model.record(self._hits.currentIndex().row())
        if chosen is None and (self._customer.text().strip() or not self._for_all):
            self._field.show_problem(self.tr("Choose a customer by name, number or place."))
            self._customer.setFocus()
            return
        customer_id = chosen.id if chosen is not None else None
        self._accept.block(self.tr("This is being written down"))
        self.answered.emit(DispatchKind(self._kind.key), self._language.key, customer_id)

    def fail(self, error: BaseException) -> None:
        """Say why it was not begun; what was entered stays."""
        told = error_text(error)
        self._failure.show_state(StateKind.BAD, f"{told.sentence} {told.hint}")
        self._accept.unblock()


def _find(services: Services, text: str, _stop: Event) -> tuple[CustomerLine, ...]:
    return services.customers.lines(text)


def _begin(
    services: Services,
    line: TemplateLine | None,
    kind: DispatchKind,
    language: str,
    customer_id: int | None,
    agent: str,
    _stop: Event,
) -> TemplateRef:
    """Keep a first draft, unless there is such a template already; return which it is."""
    if line is None:
        ref, content = services.template_editing.new_ref(language, customer_id), TemplateContent()
    else:
        kind, content = line.kind, line.current.content
        ref = TemplateRef(line.ref.language, line.ref.key, customer_id)
        if any(one.ref == ref for one in services.template_lists.lines(agent)):
            return ref
    services.template_editing.keep_draft(ref, kind, TemplateDraft(content), agent)
    return ref
