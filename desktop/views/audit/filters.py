"""The row of filters above the audit log: customer, case, person and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.records.audit import AuditFilter, AuditScope
from desktop.models.records.customers import CustomerLine
from desktop.views.audit.columns import person_word
from desktop.views.customer_picker import CustomerChip
from desktop.views.desk import Desk
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.date_field import DateTimeField
from desktop.views.widgets.filter_chip import FilterChip, Option
from desktop.views.widgets.label import muted

_DAYS = (1, 7, 30, 365)
_OWN = "own"
_DAY = timedelta(days=1)


class AuditFilters(Themed, QWidget):
    """Four chips; *from ... to* shows two dates as well. A cross takes one back.

    Signals:
        changed: the ``AuditFilter`` that a person wants now.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._filter = AuditFilter()
        self._scope = AuditScope((), (), "")
        self._time_key = ""
        self._customer = CustomerChip(desk, "audit")
        self._case = FilterChip(clearable=True)
        self._person = FilterChip(clearable=True)
        self._time = FilterChip(clearable=True)
        self._first = DateTimeField(date_only=True)
        self._last = DateTimeField(date_only=True)
        self._to = muted()
        self._names()
        self._connect()
        self._row = QHBoxLayout(self)
        parts = (self._customer, self._case, self._person, self._time)
        for part in (*parts, self._first, self._to, self._last):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self._own = (self._first, self._to, self._last)
        for field in (self._first, self._last):
            field.set_zone(desk.formats.zone.key)
        self.restyle()
        self.retranslate()

    def _names(self) -> None:
        self._case.setObjectName("audit_case")
        self._person.setObjectName("audit_person")
        self._time.setObjectName("audit_time")
        self._first.setObjectName("audit_first_day")
        self._last.setObjectName("audit_last_day")

    def _connect(self) -> None:
        self._customer.customer_chosen.connect(self._take_customer)
        self._customer.cleared.connect(self._any_customer)
        self._case.chosen.connect(self._take_case)
        self._case.cleared.connect(self._take_case)
        self._person.chosen.connect(self._take_person)
        self._person.cleared.connect(self._take_person)
        self._time.chosen.connect(self._take_time)
        self._time.cleared.connect(self._take_time)
        self._first.dateChanged.connect(self._take_days)
        self._last.dateChanged.connect(self._take_days)

    def restyle(self) -> None:
        space(self._row, 0, gap=8)

    def retranslate(self) -> None:
        self._customer.set_label(self.tr("Customer"))
        self._case.set_label(self.tr("Case"))
        self._person.set_label(self.tr("Person"))
        self._time.set_label(self.tr("Time"))
        self._to.setText(self.tr("to"))
        self._first.setAccessibleName(self.tr("First day"))
        self._last.setAccessibleName(self.tr("Last day"))
        for field in (self._first, self._last):
            field.set_language(self._desk.language.code)
        self._show()

    # ---------------------------------------------------------------- showing

    def show_filter(self, wanted: AuditFilter, scope: AuditScope) -> None:
        """Show what the log is filtered by, and offer what there is."""
        self._filter, self._scope = wanted, scope
        if wanted.since is None and wanted.until is None:
            self._time_key = ""
        self._show()

    def _show(self) -> None:
        wanted, scope = self._filter, self._scope
        any_ = Option("", self.tr("any"))
        if wanted.customer_id is None:
            self._customer.show_value("", self.tr("any"))
        else:
            self._customer.show_value(str(wanted.customer_id), scope.customer)
        cases = [Option(str(one.id), one.case_no) for one in scope.cases]
        case = "" if wanted.case_id is None else str(wanted.case_id)
        self._case.set_options([any_, *cases], case)
        people = [Option(f"={actor}", person_word(actor)) for actor in scope.actors]
        person = "" if wanted.actor is None else f"={wanted.actor}"
        self._person.set_options([any_, *people], person)
        self._time.set_options(
            [
                any_,
                Option("1", self.tr("today")),
                Option("7", self.tr("7 days")),
                Option("30", self.tr("30 days")),
                Option("365", self.tr("a year")),
                Option(_OWN, self.tr("from … to")),
            ],
            self._time_key,
        )
        for part in self._own:
            part.setVisible(self._time_key == _OWN)

    # ---------------------------------------------------------------- changing

    def _take_customer(self, line: CustomerLine) -> None:
        self._tell(replace(self._filter, customer_id=line.id, case_id=None))

    def _any_customer(self) -> None:
        self._tell(replace(self._filter, customer_id=None))

    def _take_case(self, key: str = "") -> None:
        self._tell(replace(self._filter, case_id=int(key) if key else None))

    def _take_person(self, key: str = "") -> None:
        self._tell(replace(self._filter, actor=key[1:] if key else None))

    def _take_time(self, key: str = "") -> None:
        self._time_key = key
        if key == _OWN:
            self._begin_own()
            return
        since = self._midnight(int(key) - 1) if key else None
        self._tell(replace(self._filter, since=since, until=None))

    def _begin_own(self) -> None:
        since = self._filter.since or self._midnight(_DAYS[1] - 1)
        for field, moment in ((self._first, since), (self._last, self._midnight(0))):
            field.blockSignals(True)
            field.set_moment(int(moment.timestamp()))
            field.blockSignals(False)
        self._take_days()
        self._first.setFocus()

    def _take_days(self) -> None:
        if self._time_key != _OWN:
            return
        first, last = self._start_of(self._first), self._start_of(self._last)
        since, last_day = min(first, last), max(first, last)
        self._tell(replace(self._filter, since=since, until=self._day_after(last_day)))

    def _tell(self, wanted: AuditFilter) -> None:
        self._filter = wanted
        self._show()
        self.changed.emit(wanted)

    # ---------------------------------------------------------------- days of this place

    def _midnight(self, days_ago: int) -> datetime:
        today = self._desk.formats.local(self._desk.services.database.clock()).date()
        return datetime.combine(today - days_ago * _DAY, time(), self._desk.formats.zone)

    def _start_of(self, field: DateTimeField) -> datetime:
        day = field.date()
        return datetime(day.year(), day.month(), day.day(), tzinfo=self._desk.formats.zone)

    def _day_after(self, moment: datetime) -> datetime:
        return datetime.combine(moment.date() + _DAY, time(), self._desk.formats.zone)
