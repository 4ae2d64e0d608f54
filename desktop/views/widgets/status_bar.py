"""The bar at the foot of the window: live or test, and how gateway, database and sending are."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.views.theme import FontRole, Role, color, px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.label import Label
from desktop.views.widgets.state_label import Icon


class _Fact(Themed, QWidget):
    """An icon and a few small words."""

    def __init__(self, icon_name: str, *, strong: bool = False) -> None:
        super().__init__()
        self._icon = Icon(icon_name, Role.MUTED, 14)
        self._text = Label("", size=FontRole.SMALL, role=Role.MUTED, strong=strong)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text)
        self.restyle()

    def restyle(self) -> None:
        space(self._row, 0, gap=6)

    def say(self, text: str) -> None:
        """Show other words; without words it takes no room."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def tint(self, role: Role) -> None:
        """Change the colour."""
        self._text.set_role(role)
        self._icon.set_icon(self._icon.name, role)

    def show_icon(self, icon_name: str, role: Role, *, strong: bool) -> None:
        """Change the icon and the weight."""
        self._icon.set_icon(icon_name, role)
        self._text.set_strong(strong)


class StatusBar(Themed, QWidget):
    """32 high; in test mode it is yellow in both schemes and says that nothing leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._test = False
        self._mode = _Fact("circle-arrow-right")
        self._mode.setObjectName("statusMode")
        self._sentence = Label("", size=FontRole.SMALL, role=Role.MUTED, elide=True)
        self._sentence.setObjectName("statusSentence")
        self._gateway, self._database = _Fact("wifi"), _Fact("database")
        self._sending = _Fact("send")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mode)
        self._row.addWidget(self._sentence, 1)
        for fact in (self._gateway, self._database, self._sending):
            self._row.addWidget(fact)
            fact.say("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(px(32))
        space(self._row, 20, 1, 24, 0, gap=24)

    @property
    def test_mode(self) -> bool:
        """Whether the bar says that nothing leaves this computer."""
        return self._test

    def show_mode(self, *, test: bool, word: str, sentence: str = "") -> None:
        """Say whether this is live or a test: a word, and a sentence beside it."""
        self._test = test
        role = Role.ON_TEST_MODE if test else Role.MUTED
        icon_name = "flask-conical" if test else "circle-arrow-right"
        self._mode.say(word)
        self._mode.tint(role)
        self._mode.show_icon(icon_name, role, strong=test)
        self._sentence.setText(sentence)
        self._sentence.set_role(role)
        for fact in (self._gateway, self._database, self._sending):
            fact.tint(role)
        self.update()

    def show_gateway(self, text: str) -> None:
        """Say how the gateway is."""
        self._gateway.say(text)

    def show_database(self, text: str) -> None:
        """Say which database this is."""
        self._database.say(text)

    def show_sending(self, text: str) -> None:
        """Say how far the sending is."""
        self._sending.say(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(Role.TEST_MODE if self._test else Role.WINDOW))
        if not self._test:
            painter.fillRect(QRectF(0, 0, self.width(), 1), color(Role.LINE))
