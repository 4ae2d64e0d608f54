"""Writes a template while showing it filled: what is data is tinted and moves as one piece."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit

from desktop.models.sms_template import Placeholder
from desktop.views.theme import Role, color, px
from desktop.views.widgets.base import Themed
from desktop.views.widgets.fields import readable

_NAME = QTextFormat.Property.UserProperty + 1
_SERIAL = QTextFormat.Property.UserProperty + 2
_LONGEST_PASTE = 2_000
_TYPED = {f"{{{each.value}}}" for each in Placeholder}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text: typed (no name), or filled in for a placeholder."""

    start: int
    text: str
    name: str = ""
    serial: int = 0

    @property
    def end(self) -> int:
        """The position behind it."""
        return self.start + len(self.text)


class TemplateEdit(Themed, QTextEdit):
    """A field for a template. What is filled in cannot be changed by halves.

    Signals:
        template_edited: the template, after a person changed it.
    """

    template_edited = Signal(str)

    def __init__(self, placeholder: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self._values: Mapping[str, str] = {}
        self._serial = 0
        self._told = ""
        self._filling = False
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._leave_piece)
        self.restyle()

    def restyle(self) -> None:
        # The viewport stays inside the rounded corners of the frame.
        self.setViewportMargins(px(3), px(3), px(3), px(3))
        self.document().setDocumentMargin(px(12))
        if self._values:
            self._write(self.template(), self.textCursor().position())

    # ---------------------------------------------------------------- template in and out

    def show_template(self, template: str, values: Mapping[str, str]) -> None:
        """Show a template filled with ``values``; without a value its name stays in braces."""
        if template == self.template() and values == self._values:
            return
        self._values = dict(values)
        self._told = template
        self._write(template, 0)

    def template(self) -> str:
        """The text with its placeholders."""
        return "".join(
            f"{{{piece.name}}}" if piece.name else piece.text for piece in self._pieces()
        )

    def insert_placeholder(self, name: Placeholder) -> None:
        """Fill a placeholder in at the cursor."""
        cursor = self.textCursor()
        self._insert(cursor, name.value)
        self.setTextCursor(cursor)
        self.setFocus()

    def _write(self, template: str, position: int) -> None:
        """Write all anew, and put the cursor where it was."""
        self._filling = True
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.setBlockFormat(_roomy())
        rest = template
        while rest:
            start, name = _next_placeholder(rest)
            cursor.insertText(rest[:start], QTextCharFormat())
            if name:
                self._insert(cursor, name)
            rest = rest[start + len(name) + 2 :] if name else ""
        cursor.endEditBlock()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.document().clearUndoRedoStacks()
        self._filling = False

    def _insert(self, cursor: QTextCursor, name: str) -> None:
        value = self._values.get(name, "").strip()
        if not value:
            cursor.insertText(f"{{{name}}}", QTextCharFormat())
            return
        self._serial += 1
        form = QTextCharFormat()
        form.setProperty(_NAME, name)
        form.setProperty(_SERIAL, self._serial)
        form.setForeground(color(Role.ACCENT))
        form.setBackground(color(Role.ACCENT_GROUND))
        cursor.insertText(value, form)
        cursor.setCharFormat(QTextCharFormat())

    # ---------------------------------------------------------------- reading the document

    def _pieces(self) -> list[_Piece]:
        pieces: list[_Piece] = []
        block = self.document().begin()
        while block.isValid():
            if block.blockNumber():
                pieces.append(_Piece(block.position() - 1, "\n"))
            pieces += _pieces_of(block)
            block = block.next()
        return [self._judged(piece) for piece in _joined(pieces)]

    def _judged(self, piece: _Piece) -> _Piece:
        """What no longer reads like its value was changed, and is typed text from then on."""
        if piece.name and piece.text == self._values.get(piece.name, "").strip():
            return piece
        return _Piece(piece.start, piece.text)

    def _piece_at(self, position: int) -> _Piece | None:
        """Return the filled piece that has a position inside, not at its edges."""
        for piece in self._pieces():
            if piece.name and piece.start < position < piece.end:
                return piece
        return None

    # ---------------------------------------------------------------- editing

    def _tell(self) -> None:
        if self._filling:
            return
        template = self.template()
        if template == self._told:
            return
        self._told = template
        if any(typed in self.toPlainText() for typed in self._fillable()):
            self._write(template, self.textCursor().position())
        self.template_edited.emit(template)

    def _fillable(self) -> Sequence[str]:
        """Placeholders in braces that have a value: typed by hand, they are filled in."""
        return [typed for typed in _TYPED if self._values.get(typed[1:-1], "").strip()]

    def _leave_piece(self) -> None:
        """Keep the cursor out of what is filled in, and its format out of what is typed."""
        if self._filling:
            return
        cursor = self.textCursor()
        piece = self._piece_at(cursor.position())
        if piece is not None:
            nearer_end = cursor.position() - piece.start > len(piece.text) / 2
            place = piece.end if nearer_end or cursor.hasSelection() else piece.start
            keep = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else _MOVE
            cursor.setPosition(place, keep)
            self.setTextCursor(cursor)
        if self.currentCharFormat().hasProperty(_NAME):
            self.setCurrentCharFormat(QTextCharFormat())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step over what is filled in; Backspace and Delete take it out whole."""
        cursor = self.textCursor()
        plain = not cursor.hasSelection() and not event.modifiers()
        backward = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Backspace}
        forward = event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Delete}
        piece = self._beside(cursor.position(), backward=backward) if backward or forward else None
        if not plain or piece is None:
            super().keyPressEvent(event)
            return
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            cursor.setPosition(piece.start)
            cursor.setPosition(piece.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.setPosition(piece.start if backward else piece.end)
        self.setTextCursor(cursor)

    def _beside(self, position: int, *, backward: bool) -> _Piece | None:
        for piece in self._pieces():
            if piece.name and (piece.end if backward else piece.start) == position:
                return piece
        return None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click marks what is filled in as a whole."""
        cursor = self.cursorForPosition(event.position().toPoint())
        piece = self._piece_at(cursor.position())
        if piece is None:
            super().mouseDoubleClickEvent(event)
            return
        cursor.setPosition(piece.start)
        cursor.setPosition(piece.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only, and no more than any SMS could hold."""
        text = readable(source.text())[:_LONGEST_PASTE]
        self.textCursor().insertText(text, QTextCharFormat())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._values:
            self._write(self.template(), self.textCursor().position())


def _roomy() -> QTextBlockFormat:
    """Lines of 24, so that the tints of two lines do not touch."""
    form = QTextBlockFormat()
    form.setLineHeight(px(24), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


_MOVE = QTextCursor.MoveMode.MoveAnchor


def _next_placeholder(text: str) -> tuple[int, str]:
    """Return where the next known placeholder begins, and its name; the end and "" without."""
    found = [(text.find(typed), typed[1:-1]) for typed in _TYPED if typed in text]
    return min(found) if found else (len(text), "")


def _pieces_of(block: QTextBlock) -> list[_Piece]:
    pieces: list[_Piece] = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        form = fragment.charFormat()
        name = form.property(_NAME)
        pieces.append(
            _Piece(
                fragment.position(),
                fragment.text(),
                str(name) if name else "",
                int(form.property(_SERIAL) or 0),
            )
        )
        place += 1
    return pieces


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Join what Qt keeps apart for reasons of its own."""
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and (last.name, last.serial) == (piece.name, piece.serial):
            joined[-1] = _Piece(last.start, last.text + piece.text, last.name, last.serial)
        else:
            joined.append(piece)
    return joined
