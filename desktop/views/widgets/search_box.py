"""The search field on top of the window, and what its keys do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from desktop.views.theme import Role, px
from desktop.views.theme.paint import square_icon
from desktop.views.widgets.base import Themed
from desktop.views.widgets.key_hint import draw_keys, key_width, spoken_keys
from desktop.views.widgets.search_hits import SearchHit, SearchResults
from desktop.views.widgets.search_list import SearchList

_HEIGHT, _ICON, _ICON_LEFT, _HINT_RIGHT = 36, 16, 13, 8
_LONGEST = 200
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class SearchBox(Themed, QLineEdit):
    """36 high. It only shows: answer `text_edited` with `show_results`.

    Up and Down choose, Enter opens, Ctrl+Enter starts a case, Esc closes the list and keeps the
    text. Enter opens by itself only a hit of a group that is sure; where nothing is, it chooses the
    first that may be meant, and opens it when pressed again. Pressed before the answer to what
    was typed last is there, it waits for it.

    Signals:
        text_edited: the person typed; the text without blanks at its ends.
        hit_chosen: the key of the hit to open.
        case_wanted: the key of the hit to start a case with.
    """

    text_edited = Signal(str)
    hit_chosen = Signal(object)
    case_wanted = Signal(object)

    def __init__(self, window: QWidget, keys: str = "Ctrl+K") -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setMaxLength(_LONGEST)
        self._keys = keys
        self._answered = self._dismissed = ""
        self._is_offered = False
        self._waiting: Callable[[SearchHit], None] | None = None
        self._list = SearchList(window)
        self._list.hit_pressed.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._tell)
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        hint = key_width(spoken_keys(self._keys))
        self.setTextMargins(px(26), 0, hint, 0)
        self.setFixedHeight(px(_HEIGHT))

    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Number, name, customer number, ICCID …"))
        self.setAccessibleName(self.tr("Search"))

    def sizeHint(self) -> QSize:
        return QSize(px(624), px(_HEIGHT))

    # ---------------------------------------------------------------- the list

    @property
    def list_open(self) -> bool:
        """Whether the list shows."""
        return self._list.isVisible()

    @property
    def is_in_use(self) -> bool:
        """Whether a person is looking for something that is not opened yet."""
        return self.hasFocus() and (self.list_open or self._is_unanswered) and not self._is_offered

    def enter(self, text: str, *, look_up: bool) -> None:
        """Show a text that nobody has typed; its hits wait for the keys to come here.

        Without ``look_up`` it is known already that there are none.
        """
        self.close_list()
        self.setText(text)
        if look_up:
            self._tell(self.text())
        else:
            self._answered = self._dismissed = self.text().strip()
        self._is_offered = look_up

    def show_results(self, results: SearchResults) -> None:
        """Show the answer to what was typed; without text or focus it comes too late."""
        self._list.show_results(results)
        self._answered = self.text().strip()
        act, self._waiting = self._waiting, None
        if not self._answered or self._answered == self._dismissed or not self.hasFocus():
            return
        self._open_list()
        if act is not None and self._list.chosen is not None:
            act(self._list.chosen)

    def close_list(self) -> None:
        """Hide the list; the text stays."""
        if self._list.isVisible():
            self._list.hide()
            self._listen(on=False)

    def _open_list(self) -> None:
        if not self._list.isVisible():
            # Only while the list is open: a click beside it closes it.
            self._listen(on=True)
        self._list.show_under(self)

    def _listen(self, *, on: bool) -> None:
        app = QApplication.instance()
        if app is None:
            return
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def _tell(self, text: str) -> None:
        self._waiting, self._answered, self._dismissed = None, "", ""
        self._is_offered = False
        if not text.strip():
            self.close_list()
        self.text_edited.emit(text.strip())

    def _open(self, hit: SearchHit) -> None:
        self.close_list()
        self.hit_chosen.emit(hit.key)

    def _start_case(self, hit: SearchHit) -> None:
        self.close_list()
        self.case_wanted.emit(hit.key)

    # ---------------------------------------------------------------- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.list_open or self._is_unanswered):
            self._waiting, self._dismissed = None, self.text().strip()
            self.close_list()
        elif event.key() in _STEPS:
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(event)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        if self.list_open:
            self._list.move_choice(step)
        elif self.text().strip() and not self._is_unanswered:
            self._open_list()

    @property
    def _is_unanswered(self) -> bool:
        """Whether the answer to what stands here is still to come."""
        return self.text().strip() not in {"", self._answered}

    def _enter(self, event: QKeyEvent) -> None:
        starts = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        act = self._start_case if starts else self._open
        if self._is_unanswered:
            self._waiting = act
        elif self.list_open and not event.isAutoRepeat():
            if self._list.chosen is None:
                self._list.move_choice(1)
            else:
                act(self._list.chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._is_offered and self._answered and self._answered == self.text().strip():
            self._open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._waiting = None
            self.close_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            place = event.globalPosition().toPoint()
            over = any(
                part.rect().contains(part.mapFromGlobal(place)) for part in (self, self._list)
            )
            if not over:
                self.close_list()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_list()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.list_open:
            self._list.show_under(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        square_icon(painter, "search", Role.MUTED, px(_ICON_LEFT), self.height() / 2, _ICON)
        keys = spoken_keys(self._keys)
        width, height = key_width(keys), px(20)
        left, top = self.width() - px(_HINT_RIGHT) - width, (self.height() - height) / 2
        draw_keys(painter, QRectF(left, top, width, height), keys)
