"""The list under the search field."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, color, px
from desktop.views.theme.paint import box, line
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.key_hint import KeyHint, spoken_keys
from desktop.views.widgets.label import Label, Run, small
from desktop.views.widgets.search_hits import (
    SearchDelegate,
    SearchHit,
    SearchListModel,
    SearchResults,
)

WIDTH = 784
_HEAD, _FOOT, _EDGE = 40, 40, 1


class SearchList(Themed, QWidget):
    """First line, groups of hits, and a row of keys. It never takes the focus from the field.

    Signals:
        hit_pressed: a `SearchHit` was clicked.
    """

    hit_pressed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("searchList")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = SearchListModel()
        self._view = QListView()
        self._set_up_view()
        self._reading = Label("", size=FontRole.SMALL, role=Role.MUTED, elide=True)
        self._count = small("")
        self._head = QWidget()
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addWidget(self._reading, 1)
        self._head_row.addWidget(self._count)
        self._foot = QWidget()
        self._foot_row = QHBoxLayout(self._foot)
        self._hints: list[tuple[KeyHint, Label]] = []
        self._fill_foot()
        self._column = QVBoxLayout(self)
        for part in (self._head, self._view, self._foot):
            self._column.addWidget(part)
        self.retranslate()
        self.restyle()
        self.hide()

    def _set_up_view(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setItemDelegate(SearchDelegate(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setMouseTracking(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        view.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        view.entered.connect(self._point_at)
        view.clicked.connect(self._press)

    def _fill_foot(self) -> None:
        for keys in ("↑ ↓", "Return", "Ctrl+Return", "Esc"):
            hint, words = KeyHint(keys), small("")
            self._hints.append((hint, words))
            self._foot_row.addWidget(hint)
            self._foot_row.addWidget(words)
        self._foot_row.addStretch(1)

    def retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Search hits"))
        said = (
            ("↑ ↓", self.tr("choose")),
            (spoken_keys("Return"), self.tr("open")),
            (spoken_keys("Ctrl+Return"), self.tr("start case")),
            (spoken_keys("Esc"), self.tr("close")),
        )
        for (hint, words), (keys, text) in zip(self._hints, said, strict=True):
            hint.set_keys(keys)
            words.setText(text)

    def restyle(self) -> None:
        space(self._column, _EDGE, gap=0)
        space(self._head_row, 16, 0, 16, 1, gap=16)
        space(self._foot_row, 16, 0, 16, 0, gap=8)
        for place in range(3, 2 * len(self._hints), 2):
            self._foot_row.setStretch(place, 0)
        for _hint, words in self._hints:
            words.setContentsMargins(0, 0, px(12), 0)
        self._head.setFixedHeight(px(_HEAD))
        self._foot.setFixedHeight(px(_FOOT))

    # ---------------------------------------------------------------- what it shows

    def show_results(self, results: SearchResults) -> None:
        """Replace everything; the first sure hit is chosen."""
        # The words that were read stand out from the sentence around them.
        self._reading.set_runs(
            [
                Run(one.text, one.strong, Role.TEXT if one.strong else None)
                for one in results.reading
            ]
        )
        self._count.setText(results.count)
        self._model.show_groups(results.groups)
        self._choose(self._model.first_sure)
        self._view.setVisible(self._model.rowCount() > 0)

    def show_under(self, field: QWidget) -> None:
        """Place the list under a field, as wide and high as the window allows, and show it."""
        parent = self.parentWidget()
        if parent is None:
            return
        corner = field.mapTo(parent, QPoint(0, field.height() + px(5)))
        width = min(px(WIDTH), parent.width() - corner.x() - px(8))
        rows = sum(self._view.sizeHintForRow(place) for place in range(self._model.rowCount()))
        fixed = px(_HEAD) + px(_FOOT) + 2 * px(_EDGE)
        height = min(fixed + rows, parent.height() - corner.y() - px(8))
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.show()
        self.raise_()

    # ---------------------------------------------------------------- choosing

    @property
    def chosen(self) -> SearchHit | None:
        """The hit that Enter opens."""
        row = self._model.row(self._view.currentIndex().row())
        return row if isinstance(row, SearchHit) else None

    def move_choice(self, step: int) -> None:
        """Choose the next hit in a direction."""
        self._choose(self._model.next_hit(self._view.currentIndex().row(), step))

    def _choose(self, place: int) -> None:
        index = self._model.index(place, 0) if place >= 0 else QModelIndex()
        self._view.setCurrentIndex(index)
        if index.isValid():
            self._view.scrollTo(index)

    def _point_at(self, index: QModelIndex) -> None:
        if isinstance(self._model.row(index.row()), SearchHit):
            self._view.setCurrentIndex(index)

    def _press(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if isinstance(row, SearchHit):
            self.hit_pressed.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        painter.fillRect(area, color(Role.BASE))
        foot = QRectF(self._foot.geometry()).adjusted(0, 0, 0, 1)
        painter.fillRect(foot, color(Role.WINDOW))
        line(painter, 0, area.right(), foot.top())
        line(painter, 0, area.right(), self._head.geometry().bottom())
        box(painter, area, None, color(Role.EDGE), 6)
