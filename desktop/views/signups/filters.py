"""The row of filters above the list: chips at the left, segments with counts at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.eligibility import ReasonCounts
from desktop.models.records.customers import CustomerLine
from desktop.models.records.signups import RemindedFilter, SignupFilter, SignupScope, SmsFilter
from desktop.models.states import ExclusionReason
from desktop.views.customer_picker import CustomerChip
from desktop.views.desk import Desk
from desktop.views.signups import words
from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.widgets.segments import Segment, Segments

_GAP = 8

AGES_DAYS = (1, 3, 7, 14, 30)


class FilterBar(Themed, QWidget):
    """Shows a filter and lets it be changed.

    Signals:
        changed: the ``SignupFilter`` that a person wants now.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filter = SignupFilter()
        self._scope: SignupScope | None = None
        self._counts: ReasonCounts | None = None
        self._make_chips()
        self._segments = Segments()
        self._segments.setObjectName("signups_segments")
        self._segments.chosen.connect(self._take_sms)
        self._segments.setParent(self)
        self._narrow: bool | None = None
        self._arranged: tuple[list[QWidget], int] | None = None
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        self._rows = QVBoxLayout(self)
        for line in (self._upper, self._lower):
            self._rows.addLayout(line)
        self.restyle()
        self.retranslate()
        self.show_narrow(narrow=False)

    def _make_chips(self) -> None:
        self.customer = CustomerChip(self._desk, "signups", counts=True)
        self.service = FilterChip(clearable=True)
        self.age = FilterChip()
        self.reminded = FilterChip()
        self.sms = FilterChip()
        self._chips = (self.customer, self.service, self.age, self.reminded, self.sms)
        names = ("customer", "service", "age", "reminded", "sms")
        for chip, name in zip(self._chips, names, strict=True):
            chip.setObjectName(f"signups_{name}")
        self.customer.customer_chosen.connect(self._take_customer)
        self.customer.cleared.connect(self._clear_customer)
        self.service.chosen.connect(self._take_service)
        self.service.cleared.connect(self._take_service)
        self.age.chosen.connect(self._take_age)
        self.reminded.chosen.connect(self._take_reminded)
        self.sms.chosen.connect(self._take_sms)

    def restyle(self) -> None:
        for layout in (self._rows, self._upper, self._lower):
            space(layout, 0, gap=_GAP)

    # ---------------------------------------------------------------- showing

    def show_filter(self, wanted: SignupFilter, scope: SignupScope | None) -> None:
        """Show what the list is filtered by; the scope names its customer and service."""
        self._filter, self._scope = wanted, scope
        self.retranslate()

    def show_counts(self, counts: ReasonCounts | None) -> None:
        """Show the counts of the segments; None while they are not known."""
        self._counts = counts
        self._show_segments()

    def show_narrow(self, *, narrow: bool) -> None:
        """Offer the reasons as a chip in place of the segments."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.sms.setVisible(narrow)
            self._segments.setVisible(not narrow)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done

    def _arrange(self) -> None:
        """Take one line where everything fits, else two."""
        shown: list[QWidget] = [*self._chips[:-1], self.sms if self._narrow else self._segments]
        width = sum(one.sizeHint().width() for one in shown) + (len(shown) - 1) * px(_GAP)
        above = len(shown) if width <= self.width() else 2 if self._narrow else len(shown) - 1
        if (shown, above) == self._arranged:
            return
        self._arranged = (shown, above)
        for line, parts in ((self._upper, shown[:above]), (self._lower, shown[above:])):
            while line.count():
                line.takeAt(0)
            for part in parts:
                if part is self._segments and line is self._upper:
                    line.addStretch(1)
                line.addWidget(part)
            if line is self._lower or self._segments not in parts:
                line.addStretch(1)

    def retranslate(self) -> None:
        self.customer.set_label(self.tr("Customer"))
        self.service.set_label(self.tr("Service"))
        self.age.set_label(self.tr("Age"))
        self.reminded.set_label(self.tr("Reminded"))
        self.sms.set_label(self.tr("SMS"))
        self._show_customer()
        self._show_service()
        ages = [Option(str(days), self.tr("at least %n day(s)", "", days)) for days in AGES_DAYS]
        days = self._filter.min_age_days
        self.age.set_options([Option("0", self.tr("any")), *ages], str(days))
        reminded = self._filter.reminded
        self.reminded.set_options(self._reminded_options(), reminded.value)
        self.sms.set_options(self._sms_options(), self._filter.sms.value)
        self._show_segments()

    def _show_customer(self) -> None:
        customer = self._scope.customer if self._scope else None
        if customer is None:
            self.customer.show_value("", self.tr("all"))
        else:
            self.customer.show_value(str(customer.id), customer.name)

    def _show_service(self) -> None:
        services = self._scope.services if self._scope else ()
        options = [Option(str(one.id), one.name) for one in services]
        chosen = "" if self._filter.service_id is None else str(self._filter.service_id)
        self.service.set_options([Option("", self.tr("all")), *options], chosen)
        self.service.setEnabled(bool(services))
        hint = "" if services else self.tr("Choose a customer first.")
        self.service.setToolTip(hint)
        self.service.setAccessibleDescription(hint)

    def _reminded_options(self) -> list[Option]:
        return [
            Option(RemindedFilter.ALL.value, self.tr("all")),
            Option(RemindedFilter.NEVER.value, self.tr("never")),
            Option(RemindedFilter.ONCE.value, self.tr("once")),
            Option(RemindedFilter.MORE_THAN_ONCE.value, self.tr("more than once")),
        ]

    def _sms_options(self) -> list[Option]:
        options = [
            Option(SmsFilter.ALL.value, self.tr("all")),
            Option(SmsFilter.POSSIBLE.value, self.tr("possible")),
            Option(SmsFilter.NOT_POSSIBLE.value, self.tr("not possible")),
        ]
        if self._scope is not None and self._counts is not None:
            rules = self._scope.rules
            options += [
                Option(reason.value, words.reason_words(reason, rules))
                for reason in self._counts.by_reason
            ]
        return options

    def _show_segments(self) -> None:
        number, counts = self._desk.formats.number, self._counts
        listed, possible, excluded = (
            (number(counts.listed), number(counts.recipients), number(counts.excluded))
            if counts is not None
            else ("", "", "")
        )
        sms = self._filter.sms
        chosen = SmsFilter.NOT_POSSIBLE if isinstance(sms, ExclusionReason) else sms
        self._segments.set_segments(
            [
                Segment(SmsFilter.ALL.value, self.tr("All"), listed),
                Segment(SmsFilter.POSSIBLE.value, words.possible(), possible),
                Segment(SmsFilter.NOT_POSSIBLE.value, self.tr("not possible"), excluded),
            ],
            chosen.value,
        )

    # ---------------------------------------------------------------- choosing

    def _take_customer(self, line: CustomerLine) -> None:
        self.customer.show_value(str(line.id), line.name)
        self._want(replace(self._filter, customer_id=line.id, service_id=None))

    def _clear_customer(self) -> None:
        self._want(replace(self._filter, customer_id=None, service_id=None))

    def _take_service(self, key: str = "") -> None:
        customer = self._scope.customer if self._scope else None
        customer_id = customer.id if customer else self._filter.customer_id
        service_id = int(key) if key else None
        self._want(replace(self._filter, customer_id=customer_id, service_id=service_id))

    def _take_age(self, key: str) -> None:
        self._want(replace(self._filter, min_age_days=int(key)))

    def _take_reminded(self, key: str) -> None:
        self._want(replace(self._filter, reminded=RemindedFilter(key)))

    def _take_sms(self, key: str) -> None:
        known = key in {one.value for one in SmsFilter}
        self.choose_sms(SmsFilter(key) if known else ExclusionReason(key))

    def choose_sms(self, chosen: SmsFilter | ExclusionReason) -> None:
        """Filter by whether an SMS is possible, or by one reason."""
        self._want(replace(self._filter, sms=chosen))

    def _want(self, wanted: SignupFilter) -> None:
        self._filter = wanted
        self.changed.emit(wanted)
