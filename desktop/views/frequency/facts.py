"""The right column of the frequency page: what to say, where the service stands, the totals."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.traffic import ServiceTraffic
from desktop.views.formats import Formats
from desktop.views.frequency import words
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.headings import LabelValue, LabelValueRows
from desktop.views.widgets.label import small, title
from desktop.views.widgets.say_panel import SayPanel


class FrequencyFacts(Themed, QWidget):
    """One sentence to say, then figures: now, and over the whole span shown."""

    def __init__(self) -> None:
        super().__init__()
        self._say = SayPanel(rounded=True)
        self._say.setObjectName("frequency_say")
        self._until = small()
        self._now = title()
        self._now.setObjectName("frequency_now")
        self._latest = small(wrap=True)
        self._rows = LabelValueRows(right=True)
        self._rows.setObjectName("frequency_totals")
        self._remark = small(wrap=True)
        self._remark.setObjectName("frequency_remark")
        self._column = QVBoxLayout(self)
        self._figures = QVBoxLayout()
        for part in (self._until, self._now, self._latest):
            self._figures.addWidget(part)
        self._column.addWidget(self._say)
        self._column.addLayout(self._figures)
        self._column.addWidget(self._rows)
        self._column.addWidget(self._remark)
        self._column.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        space(self._column, 0, gap=12)
        space(self._figures, 0, gap=0)

    def show_traffic(self, traffic: ServiceTraffic, formats: Formats) -> None:
        """Show the figures of a service."""
        self._say.say([words.sentence(traffic, formats)])
        latest, counted = traffic.latest, traffic.counted
        if latest is None:
            return
        self._until.setText(self.tr("Last 7 days up to {}").format(formats.date(latest.last_day)))
        per_day = formats.number(traffic.messages_per_day_now, 1)
        self._now.setText(self.tr("{} messages a day").format(per_day))
        self._latest.setText(
            self.tr("Opt-outs of the last 30 days: {}").format(
                words.rate_with_range(latest.rate, formats)
            )
        )
        period = formats.number(traffic.period_days)
        rows = []
        if counted is not None:
            rows = [
                LabelValue(self.tr("Span"), words.days(counted, formats)),
                LabelValue(
                    self.tr("Opt-outs in {} days").format(period),
                    words.rate_with_range(counted.rate, formats),
                    strong=True,
                ),
                LabelValue(self.tr("Opt-outs"), formats.number(counted.opt_outs)),
                LabelValue(self.tr("Send days"), formats.number(counted.send_days)),
                LabelValue(self.tr("Contact-days"), formats.number(counted.contact_days)),
            ]
        self._rows.set_rows(rows)
        self._remark.setText(self._remark_on(traffic))

    def _remark_on(self, traffic: ServiceTraffic) -> str:
        observed = self.tr("Observed, not compared in a test.")
        if traffic.counted is None:
            return self.tr("All days shown lie within 30 days after a number change.")
        if any(week.left_out for week in traffic.weeks):
            left_out = self.tr("The 30 days after a number change are left out.")
            return f"{observed} {left_out}"
        return observed
