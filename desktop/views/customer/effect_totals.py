"""What all reminders of a customer brought, a line for each service, below the dispatches."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.customers import CustomerCard
from desktop.models.records.effects import ServiceEffect
from desktop.models.states import DispatchKind
from desktop.services.effects import Effects
from desktop.views import effect_words
from desktop.views.desk import Desk
from desktop.views.tasks import Running
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.label import Label, small


class EffectTotals(Themed, QWidget):
    """Hidden where nobody was reminded; read when the list of dispatches comes to the front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._customer_id: int | None = None
        self._is_front = False
        self._running: Running[tuple[ServiceEffect, ...]] | None = None
        self._effects: tuple[ServiceEffect, ...] = ()
        self.setObjectName("effect_totals")
        self._heading = SectionHeading()
        self._caution = small(wrap=True)
        self._column = QVBoxLayout(self)
        self._rows = QVBoxLayout()
        self._lines: KeptWidgets[ServiceEffect, Label] = KeptWidgets(self._rows, self._line_of)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._rows)
        self._column.addWidget(self._caution)
        self.hide()
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, 24, 0, 0, gap=8)
        space(self._rows, 0, gap=4)

    def retranslate(self) -> None:
        """Set the texts again."""
        self._heading.set_text(self.tr("What the reminders brought"))
        self._caution.setText(effect_words.caution())
        self._show(self._effects)

    def show_customer(self, card: CustomerCard) -> None:
        """Take note of the customer; what is in front is read again."""
        if card.facts.id != self._customer_id:
            self._show(())
        reminded = any(one.kind is DispatchKind.SIGNUP_REMINDER for one in card.dispatches)
        self._customer_id = card.facts.id if reminded else None
        if self._is_front:
            self.read()

    def read(self) -> None:
        """Read what the reminders brought."""
        self._is_front = True
        if self._running is not None:
            self._running.cancel()
        if self._customer_id is not None:
            work = partial(_read, self._desk.services.effects, self._customer_id)
            self._running = self._desk.tasks.run(work, self._show, self._do_without)
            if not self._effects:
                self._heading.set_remark(self.tr("is being counted …"))
                self.show()

    def _show(self, effects: tuple[ServiceEffect, ...]) -> None:
        self._effects = effects
        self._heading.set_remark("")
        self._lines.show(effects, self._desk.formats)
        self.setVisible(bool(effects))

    def _do_without(self, _error: BaseException) -> None:
        """Show none: the dispatches stand above all the same."""
        self._show(())

    def _line_of(self, one: ServiceEffect) -> Label:
        return Label(effect_words.total_line(one, self._desk.formats), wrap=True)


def _read(effects: Effects, customer_id: int, stop: Event) -> tuple[ServiceEffect, ...]:
    return effects.of_customer(customer_id, stop)
