"""The answers: a list to search on the left, the answer to read out on the right."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.answers import Answer
from desktop.models.settings import ProviderSettings
from desktop.services.bundle import Services
from desktop.views.answers.panel import AnswerPanel
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.tasks import Running
from desktop.views.widgets.base import space
from desktop.views.widgets.columns import Column
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState
from desktop.views.widgets.fields import LineEdit
from desktop.views.widgets.label import title
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.table_model import RecordTableModel
from desktop.views.widgets.toast import Toast

_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class AnswersPage(Page):
    """Finds an answer while the caller still speaks; Enter copies it."""

    cares_for = frozenset({Change.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("answers_page")
        self._provider = ProviderSettings()
        self._reading: Running[ProviderSettings] | None = None
        self._searching: Running[tuple[Answer, ...]] | None = None
        self._make_parts()
        self._build()
        self.retranslate()
        desk.theme.changed.connect(self._space)

    def enter(self) -> None:
        super().enter()
        self._search.setFocus()

    def reload(self) -> None:
        """Read the provider's contact data, then the answers that name them."""
        if self._reading is not None:
            self._reading.cancel()
        work = partial(_read_provider, self.desk.services)
        self._reading = self.desk.tasks.run(work, self._take_provider, self._tell_failure)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Answers"))
        self._search.setPlaceholderText(self.tr("Question or keyword …"))
        self._search.setAccessibleName(self.tr("Search in the answers"))
        self._table.setAccessibleName(self.tr("Questions"))
        self._model.set_columns(self._columns())
        self._empty.say(
            self.tr("No answer fits these words."),
            self.tr("Fewer or other words find more; an empty field shows all questions."),
            self.tr("Show all"),
        )
        if not self._stale:
            self.look_up()

    # ---------------------------------------------------------------- parts

    def _make_parts(self) -> None:
        self._title = title()
        self._search = LineEdit(icon_name="search")
        self._search.setObjectName("answer_search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self.look_up)
        self._search.installEventFilter(self)
        self._model: RecordTableModel[Answer] = RecordTableModel(self._columns(), parent=self)
        self._table = DeskTable(name="", choosable=True)
        self._table.setObjectName("answer_table")
        self._table.horizontalHeader().hide()
        self._table.set_model(self._model)
        self._table.row_chosen.connect(self._choose)
        self._table.row_activated.connect(self.copy_answer)
        self._panel = AnswerPanel()
        self._panel.setObjectName("answer_panel")
        self._panel.hide()
        self._panel.copy_wanted.connect(self.copy_answer)
        self._panel.page_wanted.connect(self.desk.navigator.page_wanted)
        self._toast = Toast(self)
        self._empty = EmptyState("search")
        self._empty.acted.connect(self._search.clear)
        self._error = ErrorState()
        self._error.retried.connect(self.reload)
        for state in (self._empty, self._error):
            state.hide()

    def _columns(self) -> list[Column[Answer]]:
        return [Column("title", self.tr("Question"), _title, stretch=True)]

    def _build(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._search)
        left.addWidget(self._table, 1)
        right = QWidget()
        ScrollArea.around(self._panel, right)
        middle = QHBoxLayout()
        middle.addLayout(left, 5)
        middle.addWidget(right, 7)
        page = QVBoxLayout(self)
        page.addWidget(self._title)
        page.addLayout(middle, 1)
        self._left, self._middle, self._column = left, middle, page
        self._space()

    def _space(self) -> None:
        space(self._left, 0, gap=8)
        space(self._middle, 0, gap=40)
        space(self._column, 32, 24, 32, 24, gap=12)

    # ---------------------------------------------------------------- showing

    def _take_provider(self, provider: ProviderSettings) -> None:
        self._provider = provider
        self.look_up()

    def look_up(self) -> None:
        """Find the answers for what stands in the search field."""
        if self._searching is not None:
            self._searching.cancel()
        query, language = self._search.text(), self.desk.language.code
        work = partial(_search, self.desk.services, query, language, self._provider)
        self._searching = self.desk.tasks.run(work, self._show, self._tell_failure)

    def _show(self, found: tuple[Answer, ...]) -> None:
        before = self._chosen()
        self._model.set_records(found)
        self._table.show_instead(None if found else self._empty)
        self._panel.setVisible(bool(found))
        ids = [one.answer_id for one in found]
        # While somebody searches the best hit is the first; else what was read stays.
        stays = before is not None and not self._search.text() and before.answer_id in ids
        place = ids.index(before.answer_id) if before is not None and stays else 0
        self._table.setCurrentIndex(self._model.index(place, 0))

    def _tell_failure(self, error: BaseException) -> None:
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._model.set_records(())
        self._panel.hide()
        self._table.show_instead(self._error)

    def _chosen(self) -> Answer | None:
        return self._model.record(self._table.currentIndex().row())

    def _choose(self, place: int) -> None:
        answer = self._model.record(place)
        if answer is not None:
            self._panel.show_answer(answer, self._provider)

    # ---------------------------------------------------------------- copy and keys

    def copy_answer(self) -> None:
        """Put what is said on the clipboard."""
        answer = self._chosen()
        if answer is not None:
            QGuiApplication.clipboard().setText(answer.say_text)
            self._toast.tell(self.tr("Answer copied"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move the list, and Enter copy, while the search field is typed in."""
        if watched is self._search and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._use_key(event)
        return super().eventFilter(watched, event)

    def _use_key(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVES:
            self._table.keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.copy_answer()
        elif event.key() == Qt.Key.Key_Escape and self._search.text():
            self._search.clear()
        else:
            return False
        return True


def _title(answer: Answer) -> str:
    return answer.title


def _read_provider(services: Services, _stop: Event) -> ProviderSettings:
    return services.settings.load().provider


def _search(
    services: Services, query: str, language: str, provider: ProviderSettings, _stop: Event
) -> tuple[Answer, ...]:
    return services.answers.search(query, language, provider)
