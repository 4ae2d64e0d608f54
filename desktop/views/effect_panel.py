"""The effect of a reminder: two rows of figures, a sentence to say, and what they cannot tell."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.models.records.dispatches import DispatchRecord
from desktop.models.records.effects import ReminderEffect, Within
from desktop.models.states import DispatchKind, DispatchState
from desktop.services.effects import Effects
from desktop.views import effect_words
from desktop.views.desk import Desk
from desktop.views.tasks import Reading
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import Label, marked, muted, small

_ENDED = frozenset({DispatchState.DONE, DispatchState.STOPPED})
_TOP = Qt.AlignmentFlag.AlignTop


class EffectPanel(Themed, QWidget):
    """Hidden until the effect of an ended dispatch of reminders is read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._effect: ReminderEffect | None = None
        self._dispatch_id = 0
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self._hide)
        self.setObjectName("effect")
        self._heading = SectionHeading()
        self._labels = {place: muted() for place in ((0, 1), (0, 2), (1, 0), (2, 0))}
        self._figures = {(row, column): Label(wrap=True) for row in (1, 2) for column in (1, 2)}
        self._said = Label(wrap=True)
        self._said.setObjectName("effect_said")
        self._caution = small(wrap=True)
        self._grid = QGridLayout()
        for (row, column), part in {**self._labels, **self._figures}.items():
            self._grid.addWidget(part, row, column, _TOP)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._grid)
        self._column.addWidget(self._said)
        self._column.addWidget(self._caution)
        self.hide()
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=8)
        space(self._grid, 0, gap=4)
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setColumnMinimumWidth(0, px(200))
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)

    def retranslate(self) -> None:
        """Set the texts again."""
        self._heading.set_text(self.tr("Effect"))
        for place, text in {
            (0, 1): self.tr("started within 24 hours"),
            (0, 2): self.tr("started within 7 days"),
            (1, 0): self.tr("with a reminder"),
            (2, 0): self.tr("comparable, without one"),
        }.items():
            self._labels[place].setText(text)
        if self._effect is not None:
            self._show(self._effect)

    def show_dispatch(self, dispatch: DispatchRecord | None) -> None:
        """Read the effect of a dispatch of reminders once it has ended; hide for any other."""
        known = self._dispatch_id
        self._dispatch_id = dispatch.id if dispatch is not None else 0
        if dispatch is None or dispatch.id != known:
            self._reading.drop()
            self._hide()
        if (
            dispatch is not None
            and dispatch.kind is DispatchKind.SIGNUP_REMINDER
            and dispatch.state in _ENDED
        ):
            self._reading.ask(partial(_read, self._desk.services.effects, dispatch.id))

    def _take(self, effect: ReminderEffect | None) -> None:
        self._effect = effect
        self.setVisible(effect is not None)
        if effect is not None:
            self._show(effect)

    def _hide(self, _error: BaseException | None = None) -> None:
        """Do without: what was sent is told all the same."""
        self._effect = None
        self.hide()

    def _show(self, effect: ReminderEffect) -> None:
        formats = self._desk.formats
        shown: dict[tuple[int, int], Within] = {
            (1, 1): effect.day.reminded,
            (1, 2): effect.week.reminded,
            (2, 1): effect.day.others,
            (2, 2): effect.week.others,
        }
        for place, within in shown.items():
            words = effect_words.figures(within, formats)
            self._figures[place].setText(words)
            row, column = place
            named = f"{self._labels[row, 0].text()}, {self._labels[0, column].text()}: {words}"
            self._figures[place].setAccessibleName(named)
        self._said.set_runs(marked(effect_words.sentence(effect.week, formats)))
        remarks = [effect_words.caution()]
        if effect.already:
            remarks.insert(
                0,
                formats.counted(
                    effect.already,
                    self.tr("{} recipient had started before and is not counted."),
                    self.tr("{} recipients had started before and are not counted."),
                ),
            )
        self._caution.setText(" ".join(remarks))


def _read(effects: Effects, dispatch_id: int, _stop: Event) -> ReminderEffect | None:
    return effects.of_dispatch(dispatch_id)
