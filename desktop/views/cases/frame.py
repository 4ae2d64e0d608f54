"""Head, foot and right column of a case: what stands around its steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.views.cases.steps.base import Foot, Saying
from desktop.views.theme import Role, color, px
from desktop.views.theme.paint import line
from desktop.views.widgets.base import Themed, column, row, space
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.key_hint import KeyHint, spoken_keys
from desktop.views.widgets.label import muted, small, title
from desktop.views.widgets.notes_panel import NotesPanel
from desktop.views.widgets.say_panel import SayPanel
from desktop.views.widgets.scroll import ScrollArea

_HEAD, _FOOT, _SIDE = 80, 64, 312


class CaseHead(Themed, QWidget):
    """Title, whose case it is, when it was saved, and the two ways out.

    Signals:
        pause_wanted: lay the case aside.
        close_wanted: end it.
    """

    pause_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = title(elide=True)
        self.title.setObjectName("caseTitle")
        self.subtitle = muted(elide=True)
        self.saved = small()
        self.saved.setObjectName("caseSaved")
        self.pause = Button(icon_name="pause-lines")
        self.pause.setObjectName("pauseCase")
        self.pause.clicked.connect(self.pause_wanted)
        self.close_case = Button(icon_name="x")
        self.close_case.setObjectName("closeCase")
        self.close_case.clicked.connect(self.close_wanted)
        self._row = QHBoxLayout(self)
        self._row.addLayout(column(None, self.title, self.subtitle, None), 1)
        for part in (self.saved, self.pause, self.close_case):
            self._row.addWidget(part)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._row, 32, 0, 32, 1, gap=16)
        self.setFixedHeight(px(_HEAD))

    def retranslate(self) -> None:
        self.pause.setText(self.tr("Pause"))
        self.close_case.setText(self.tr("Close"))

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), self.height() - 1)


class _Primary(Button):
    """The way on. While ``guarded``, Enter and Space alone do nothing: no single key sends.

    Signals:
        held_back: a single key was pressed that would have sent.
    """

    held_back = Signal()
    guarded = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.guarded and event.key() in keys and alone:
            self.held_back.emit()
            return
        super().keyPressEvent(event)


class CaseFoot(Themed, QWidget):
    """What Esc does at the left, the one way on at the right.

    Signals:
        primary_pressed: the way on was taken.
        skip_pressed: the step is to be left out, with a reason.
    """

    primary_pressed = Signal()
    skip_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._esc = KeyHint("")
        self._hint = small(elide=True)
        self._hint.setObjectName("footHint")
        self._reason = small(elide=True)
        self._reason.setObjectName("footReason")
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._keys = KeyHint("")
        self.primary = _Primary("", ButtonKind.PRIMARY)
        self.primary.setObjectName("primary")
        self.primary.clicked.connect(self.primary_pressed)
        self.primary.held_back.connect(self._name_keys)
        self.skip = Button("")
        self.skip.setObjectName("skipStep")
        self.skip.clicked.connect(self.skip_pressed)
        self.skip.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._esc)
        self._row.addWidget(self._hint, 1)
        self._row.addWidget(self._reason, 1)
        self._row.addWidget(self.skip)
        self._row.addWidget(self._keys)
        self._row.addWidget(self.primary)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        space(self._row, 32, 1, 32, 0, gap=8)
        self.setFixedHeight(px(_FOOT))

    def retranslate(self) -> None:
        self._esc.set_keys(spoken_keys("Esc"))
        self._keys.set_keys(spoken_keys("Ctrl+Return"))
        self.skip.setText(self.tr("Skip with a reason …"))

    def show_foot(self, foot: Foot) -> None:
        """Show what a step says of its foot."""
        self._esc.setVisible(foot.esc)
        self._hint.setText(foot.hint)
        reason = foot.blocked.strip()
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._keys.setVisible(foot.by_keys and not foot.blocked)
        self.primary.setVisible(bool(foot.primary))
        self.primary.setText(foot.primary)
        self.primary.set_icon_name(foot.icon_name)
        self.primary.set_trailing(foot.trailing)
        self.primary.guarded = foot.guarded
        if foot.blocked:
            self.primary.block(reason)
        else:
            self.primary.unblock()

    def _name_keys(self) -> None:
        """Say which keys send, where a single one was pressed and did nothing."""
        words = self.tr("One key alone sends nothing: press {}.").format(spoken_keys("Ctrl+Return"))
        self._reason.setText(words)
        self._reason.show()
        self.primary.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        line(QPainter(self), 0, self.width(), 0)


class CaseSide(Themed, QWidget):
    """What to say, and below it the notes, always open; at the foot the way to the log.

    Signals:
        log_wanted: the person wants to see what was done on this case.
    """

    log_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.say = SayPanel()
        self.say.setObjectName("sayPanel")
        self.notes = NotesPanel()
        self.notes.setObjectName("notesPanel")
        self._log = LinkButton(icon_name="history", trailing="chevron-right")
        self._log.setObjectName("case_to_audit")
        self._log.clicked.connect(self._want_log)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        space(self._column, 0, gap=0)
        self._column.addWidget(self.say)
        self._column.addWidget(self.notes, 1)
        self._foot = row(self._log, None)
        self._column.addLayout(self._foot)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(ScrollArea(self._content))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.restyle()
        self.retranslate()

    def restyle(self) -> None:
        self._outer.setContentsMargins(1, 0, 0, 0)
        self.setFixedWidth(px(_SIDE))
        self.notes.setMinimumHeight(px(200))
        space(self._foot, 24, 0, 8, 16)  # with room for the scroll bar, in German too

    def retranslate(self) -> None:
        self._log.setText(self.tr("What was done in this case"))

    def _want_log(self) -> None:
        self.log_wanted.emit()

    def show_saying(self, saying: Saying) -> None:
        """Say something else; without anything to say the notes take the room."""
        self.say.setVisible(bool(saying.paragraphs))
        self.say.say(saying.paragraphs, saying.answers)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 1, self.height(), color(Role.LINE))


class Edged(Themed, QWidget):
    """A column with a line at its right."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(content)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), color(Role.LINE))
