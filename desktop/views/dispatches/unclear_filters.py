"""The row of filters above the unclear SMS: customer, dispatch, cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.records.unclear import UnclearFilter, UnclearScope
from desktop.views.desk import Desk
from desktop.views.sms_words import reason_words
from desktop.views.widgets.base import row, space
from desktop.views.widgets.filter_chip import FilterChip, Option

_MOST_OPTIONS = 25


class UnclearFilters(QWidget):
    """Three chips; a cross takes one back.

    Signals:
        changed: the ``UnclearFilter`` that a person wants.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filter = UnclearFilter()
        self._customer = FilterChip(clearable=True)
        self._dispatch = FilterChip(clearable=True)
        self._reason = FilterChip(clearable=True)
        for name, chip in self._chips().items():
            chip.setObjectName(f"unclear_{name}")
        line = row(*self._chips().values(), None, gap=8)
        self.setLayout(line)
        space(line, 0, gap=8)
        self._customer.chosen.connect(self._choose_customer)
        self._customer.cleared.connect(self._any_customer)
        self._dispatch.chosen.connect(self._choose_dispatch)
        self._dispatch.cleared.connect(self._any_dispatch)
        self._reason.chosen.connect(self._choose_reason)
        self._reason.cleared.connect(self._any_reason)

    def _chips(self) -> dict[str, FilterChip]:
        return {"customer": self._customer, "dispatch": self._dispatch, "reason": self._reason}

    def show_scope(self, wanted: UnclearFilter, scope: UnclearScope) -> None:
        """Offer what there is, and show what is chosen."""
        self._filter = wanted
        number = self._desk.formats.number
        self._customer.set_label(self.tr("Customer"))
        self._dispatch.set_label(self.tr("Dispatch"))
        self._reason.set_label(self.tr("Cause"))
        names = {one.customer_id: one.customer for one in scope.dispatches}
        ours = [
            one
            for one in scope.dispatches
            if wanted.customer_id is None or one.customer_id == wanted.customer_id
        ]
        customers = ((str(key), name) for key, name in names.items())
        dispatches = ((str(one.id), f"{one.dispatch_no} ({number(one.count)})") for one in ours)
        reasons = (
            (reason, f"{reason_words(reason)} ({number(count)})")
            for reason, count in scope.reasons.items()
        )
        self._offer(self._customer, customers, wanted.customer_id)
        self._offer(self._dispatch, dispatches, wanted.dispatch_id)
        self._offer(self._reason, reasons, wanted.reason)

    def _offer(
        self, chip: FilterChip, options: Iterable[tuple[str, str]], chosen: int | str | None
    ) -> None:
        offered = [Option(key, text) for key, text in options]
        key = "" if chosen is None else str(chosen)
        any_ = Option("", self.tr("any"))
        kept = [one for one in offered[_MOST_OPTIONS:] if one.key == key]
        chip.set_options([any_, *offered[:_MOST_OPTIONS], *kept], key)
        if key and all(one.key != key for one in offered):
            chip.show_value(key, self.tr("none left"))

    def _choose_customer(self, key: str) -> None:
        customer_id = int(key) if key else None
        self._tell(UnclearFilter(customer_id, None, self._filter.reason))

    def _any_customer(self) -> None:
        self._choose_customer("")

    def _choose_dispatch(self, key: str) -> None:
        self._tell(replace(self._filter, dispatch_id=int(key) if key else None))

    def _any_dispatch(self) -> None:
        self._choose_dispatch("")

    def _choose_reason(self, key: str) -> None:
        self._tell(replace(self._filter, reason=key or None))

    def _any_reason(self) -> None:
        self._choose_reason("")

    def _tell(self, wanted: UnclearFilter) -> None:
        self.changed.emit(wanted)
