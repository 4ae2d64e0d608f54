"""One service on the customer's page: number and state, four counts, line, frequency, rate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.records.customers import OptOutRate, ServiceBand
from desktop.models.states import ContactState, SimStatus
from desktop.views.desk import Desk
from desktop.views.theme import Role, px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.button import Button, LinkButton
from desktop.views.widgets.headings import Divider, KeyFigure
from desktop.views.widgets.label import Label, small, strong
from desktop.views.widgets.sparkline import Sparkline
from desktop.views.widgets.state_label import Icon, Pill, StateLabel
from desktop.views.words import state_kind, word

LINE_WIDTH = 208
COLUMNS = ((144, 104), (152, 144), (128, 104), (128, 104), (312, 224), (160, 128), (152, 152))
"""Four counts, the line, frequency and rate: each width in a window of 1440, and the least one."""


class Band(Themed, QWidget):
    """One service.

    Signals:
        reminder_wanted: service id.
        signups_wanted: service id; the count of incomplete sign-ups was pressed.
        number_change_wanted: service id.
        frequency_wanted: service id.
    """

    reminder_wanted = Signal(int)
    signups_wanted = Signal(int)
    number_change_wanted = Signal(int)
    frequency_wanted = Signal(int)

    def __init__(self, desk: Desk, band: ServiceBand) -> None:
        super().__init__()
        self._desk, self._band = desk, band
        self._remind: Button | None = None
        self.setObjectName(f"service_{band.service_no}")
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head())
        self._column.addLayout(self._figures())
        remark = self._remark()
        if remark:
            self._column.addLayout(remark)
        self._column.addWidget(Divider())
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, 24, 0, 0, gap=16)

    @property
    def service_id(self) -> int:
        """The service it shows."""
        return self._band.id

    def focus_reminder(self) -> None:
        """Put the focus on the button that begins a reminder, where there is one."""
        if self._remind is not None:
            self._remind.setFocus()

    # ------------------------------------------------------------------ number and state

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        space(head, 0, gap=16)
        number = Label(self._desk.formats.phone(self._band.sender_number))
        for part in (strong(self._band.name), number, self._state()):
            head.addWidget(part)
        head.addStretch(1)
        for button in self._buttons():
            head.addWidget(button)
        return head

    def _state(self) -> QWidget:
        status = self._band.sim_status
        if status is None:
            return StateLabel(state_kind(SimStatus.WARNED), self.tr("no sender number"))
        if status is SimStatus.ACTIVE:
            return StateLabel(state_kind(status), word(status))
        since = self.tr("{state} since {moment}").format(
            state=word(status),
            moment=self._desk.formats.moment(self._band.sim_status_since),
        )
        return Pill(state_kind(status), since)

    def _buttons(self) -> Sequence[QWidget]:
        frequency = LinkButton(self.tr("Frequency"))
        frequency.setObjectName(f"frequency_{self._band.service_no}")
        frequency.clicked.connect(self._want_frequency)
        change = self._number_button()
        if self._may_be_reminded():
            remind = Button(self.tr("Prepare reminder …"), icon_name="send")
            remind.setObjectName(f"remind_{self._band.service_no}")
            remind.clicked.connect(self._want_reminder)
            self._remind = remind
            return (frequency, change, remind)
        if self._band.sim_id is None:
            return (frequency,)
        return (frequency, change)

    def _number_button(self) -> QWidget:
        """Begin the change of a number: the case itself marks one that still works as blocked."""
        button: Button = LinkButton(self.tr("Number blocked …"))
        if self._band.is_blocked:
            button = Button(self.tr("Replace number …"), icon_name="card-sim")
        button.setObjectName(f"sim_{self._band.service_no}")
        button.clicked.connect(self._want_number_change)
        return button

    def _may_be_reminded(self) -> bool:
        return self._band.sender_number is not None and not self._band.is_blocked

    # ------------------------------------------------------------------ figures

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        space(grid, 0, gap=0)
        counts = self._counts()
        for place, count in enumerate(counts):
            grid.addWidget(count, 0, place, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._line(), 0, len(counts), Qt.AlignmentFlag.AlignTop)
        for place, rate in enumerate(self._rates(), start=len(counts) + 1):
            grid.addWidget(rate, 0, place, Qt.AlignmentFlag.AlignTop)
        for place, (width, least) in enumerate(COLUMNS):
            grid.setColumnStretch(place, width)
            grid.setColumnMinimumWidth(place, px(least))
        return grid

    def _counts(self) -> tuple[QWidget, ...]:
        formats, band = self._desk.formats, self._band
        active = self.tr("active, waiting") if band.is_blocked else word(ContactState.ACTIVE)
        labels = (
            (ContactState.ACTIVE, active),
            (
                ContactState.RE_REGISTRATION_PENDING,
                word(ContactState.RE_REGISTRATION_PENDING),
            ),
            (ContactState.INCOMPLETE, word(ContactState.INCOMPLETE)),
            (ContactState.UNSUBSCRIBED, word(ContactState.UNSUBSCRIBED)),
        )
        return tuple(KeyFigure(formats.number(band.count(state)), label) for state, label in labels)

    def _line(self) -> QVBoxLayout:
        days = self._band.active_days
        column = QVBoxLayout()
        space(column, 0, gap=2)
        if not days:
            column.addWidget(small(self.tr("no traffic imported yet"), wrap=True))
            return column
        formats = self._desk.formats
        line = Sparkline([day.contacts for day in days], frozen_from=self._blocked_from())
        line.setFixedWidth(px(LINE_WIDTH))
        first, last = formats.number(days[0].contacts), formats.number(days[-1].contacts)
        if self._band.is_blocked:
            caption = self.tr("active, {days} days: stands still since the block")
        else:
            caption = self.tr("active, {days} days: {first} to {last}")
        text = caption.format(days=len(days), first=first, last=last)
        line.setAccessibleName(text)
        column.addWidget(line)
        column.addWidget(small(text))
        return column

    def _blocked_from(self) -> int | None:
        """Return the place in the line at which the number was blocked."""
        since = self._band.sim_status_since
        if not self._band.is_blocked or since is None:
            return None
        day = self._desk.formats.local(since).date()
        places = (index for index, entry in enumerate(self._band.active_days) if entry.day >= day)
        return next(places, None)

    def _rates(self) -> tuple[QWidget, QWidget]:
        formats, band = self._desk.formats, self._band
        decimals = 0 if band.messages_per_day == 0 else 1
        messages = KeyFigure(
            formats.number(band.messages_per_day, decimals), self.tr("messages a day")
        )
        return messages, self._rate(band.opt_out_rate)

    def _rate(self, rate: OptOutRate) -> QWidget:
        formats = self._desk.formats
        if rate.percent is None or rate.low is None or rate.high is None:
            if self._band.is_blocked:
                return KeyFigure("–", self.tr("too few data"), remark=self.tr("since the block"))
            return KeyFigure("–", self.tr("too few data"))
        bounds = self.tr("({low} to {high})").format(
            low=formats.number(rate.low, 1), high=formats.percent(rate.high / 100)
        )
        label = self.tr("opted out in {days} days").format(days=rate.period_days)
        return KeyFigure(formats.percent(rate.percent / 100), label, remark=bounds)

    def _remark(self) -> QHBoxLayout | None:
        if self._may_be_reminded():
            return None
        if self._band.is_blocked:
            text = self.tr(
                "No reminder possible: the sender number is blocked. Replace the SIM card first."
            )
        else:
            text = self.tr("No reminder possible: the service has no sender number.")
        remark = QHBoxLayout()
        space(remark, 0, gap=8)
        remark.addWidget(Icon("circle-minus", Role.MUTED, 14))
        remark.addWidget(small(text), 1)
        return remark

    # ------------------------------------------------------------------ ways on

    def _want_reminder(self) -> None:
        self.reminder_wanted.emit(self._band.id)

    def _want_number_change(self) -> None:
        self.number_change_wanted.emit(self._band.id)

    def _want_frequency(self) -> None:
        self.frequency_wanted.emit(self._band.id)
