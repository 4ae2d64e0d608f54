"""The acts that are possible on a number: the likeliest as a button, the others in a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.models.records.sims import SimDetail
from desktop.models.sim_acts import SimAct, possible_acts
from desktop.views.sims.act_words import act_words
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button, ButtonKind

_PRIMARY = frozenset({SimAct.REPLACE})
_ICONS = {SimAct.REPLACE: "arrow-left-right"}


class ActBar(Themed, QWidget):
    """Buttons for a number.

    Signals:
        wanted: the ``SimAct`` that a person wants to begin.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sim_acts")
        self._acts: tuple[SimAct, ...] = ()
        self._first = Button()
        self._first.setObjectName("sim_first_act")
        self._first.clicked.connect(self._begin_first)
        self._more = Button(menu=True)
        self._more.setObjectName("sim_more_acts")
        self._menu = QMenu(self)
        self._menu.setObjectName("sim_act_menu")
        self._more.clicked.connect(self._open_menu)
        line = QHBoxLayout(self)
        line.addWidget(self._first)
        line.addWidget(self._more)
        line.addStretch(1)
        space(line, 0, 4, 0, 4, gap=8)
        self.retranslate()

    def retranslate(self) -> None:
        self._more.setText(self.tr("More"))

    def show_acts(self, card: SimDetail) -> None:
        """Offer what can be done about a number now."""
        correctable = card.correctable_until is not None
        self._acts = possible_acts(card.row.meaning, correctable=correctable)
        self.setVisible(bool(self._acts))
        if not self._acts:
            return
        first, *others = self._acts
        self._first.setText(act_words(first).button)
        self._first.set_kind(ButtonKind.PRIMARY if first in _PRIMARY else ButtonKind.PLAIN)
        self._first.set_icon_name(_ICONS.get(first, ""))
        self._more.setVisible(bool(others))
        self._menu.clear()
        for act in others:
            action = self._menu.addAction(act_words(act).button)
            action.setObjectName(f"sim_act_{act.value}")
            action.triggered.connect(partial(self._begin, act))

    def _begin_first(self) -> None:
        self.wanted.emit(self._acts[0])

    def _begin(self, act: SimAct, _checked: bool = False) -> None:
        self.wanted.emit(act)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
