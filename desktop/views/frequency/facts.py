"""The right column of the frequency page: what to say, where the service stands, the totals."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.frequency import OwnEstimate
from desktop.models.records.traffic import ServiceTraffic
from desktop.views.formats import Formats
from desktop.views.rates import estimate_words, said_words, words
from desktop.views.rates.curves import Estimates
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.button import Button, LinkButton
from desktop.views.widgets.headings import LabelValue, LabelValueRows
from desktop.views.widgets.label import small, title
from desktop.views.widgets.say_panel import SayPanel


class FrequencyFacts(Themed, QWidget):
    """One sentence to say, then what is recommended, and figures over the whole span shown.

    Signals:
        why_wanted: how the estimate was worked out shall be told.
        case_wanted: a case about the frequency shall begin.
        all_wanted: all services shall be shown.
        trial_wanted: a frequency test shall be planned.
        limit_wanted: the customer's own limit shall be changed.
    """

    why_wanted = Signal()
    case_wanted = Signal()
    all_wanted = Signal()
    trial_wanted = Signal()
    limit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._say = SayPanel(rounded=True)
        self._say.setObjectName("frequency_say")
        self._until = small()
        self._now = title()
        self._now.setObjectName("frequency_now")
        self._latest = small(wrap=True)
        self.said = ""
        self._recommended, self._advice = small(), title()
        self._advice.setObjectName("frequency_advice")
        self._reason = small(wrap=True)
        self._reason.setObjectName("frequency_reason")
        self._why = LinkButton()
        self._why.setObjectName("frequency_why")
        self._why.clicked.connect(self._ask_why)
        self._case = Button(icon_name="list-checks")
        self._case.setObjectName("frequency_case")
        self._case.clicked.connect(self._want_case)
        self._rows = LabelValueRows(right=True)
        self._rows.setObjectName("frequency_totals")
        self._remark = small(wrap=True)
        self._remark.setObjectName("frequency_remark")
        self._limit = LinkButton()
        self._limit.setObjectName("frequency_limit")
        self._limit.clicked.connect(self._want_limit)
        self._all = LinkButton()
        self._all.setObjectName("frequency_all")
        self._all.clicked.connect(self._want_all)
        self._trial = Button(icon_name="flask-conical")
        self._trial.setObjectName("frequency_trial_plan")
        self._trial.clicked.connect(self._want_trial)
        self._lay_out()
        self.restyle()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._figures = QVBoxLayout()
        for part in (self._until, self._now, self._latest):
            self._figures.addWidget(part)
        self._advised = QVBoxLayout()
        self._advised.addLayout(row(self._recommended, None, self._limit, self._all, gap=16))
        self._advised.addLayout(row(self._advice, self._why, None, gap=16))
        self._advised.addWidget(self._reason)
        self._hide_advice(hidden=True)
        self._column.addWidget(self._say)
        self._column.addLayout(self._advised)
        self._column.addLayout(self._figures)
        self._column.addWidget(self._rows)
        self._column.addWidget(self._remark)
        self._column.addStretch(1)
        self._column.addLayout(row(self._trial, self._case, None, gap=8))

    def restyle(self) -> None:
        space(self._column, 0, gap=8)
        space(self._figures, 0, gap=0)
        space(self._advised, 0, gap=0)

    def show_traffic(
        self, traffic: ServiceTraffic, formats: Formats, estimates: Estimates | None = None
    ) -> None:
        """Show the figures of a service, and its estimate once there is one."""
        self._all.setText(self.tr("All services"))
        self._trial.setText(self.tr("Plan a test …"))
        own = estimates.own if estimates is not None else None
        often = traffic.messages_per_day_now
        self.said = said_words.spoken(traffic, own, formats)
        self._say.say([self.said])
        self._case.setText(self.tr("Lead through a request …"))
        self._show_advice(own, formats)
        self._show_lately(traffic, formats, brief=own is not None)
        rows = self._totals(traffic, formats, brief=own is not None)
        sure = estimate_words.certainty(own, often) if own else None
        if sure is not None:
            word = estimate_words.certainty_word(sure)
            rows.insert(0, LabelValue(self.tr("Certainty"), word, strong=True))
        self._rows.set_rows(rows)
        remarks = [self._remark_on(traffic, formats)]
        if own is not None and own.disagreements:
            remarks.append(estimate_words.disagreements(own.disagreements, formats))
        split = estimates.peers.split if estimates is not None and estimates.peers else None
        if split is not None and split.confounded:
            remarks.append(
                self.tr(
                    "Services that send more differ from the others in more than that: do not"
                    " compare yourself with them."
                )
            )
        self._remark.setText(" ".join(remarks))

    def _show_lately(self, traffic: ServiceTraffic, formats: Formats, *, brief: bool) -> None:
        """Say where the service stands now, in one line where a recommendation stands above."""
        latest = traffic.latest
        if latest is None:
            return
        for part in (self._until, self._now):
            part.setVisible(not brief)
        self._until.setText(self.tr("Last 7 days up to {}").format(formats.date(latest.last_day)))
        per_day = formats.number(traffic.messages_per_day_now, 1)
        self._now.setText(self.tr("{} messages a day").format(per_day))
        if brief:
            today = self.tr("Today: {often} a day, {rate} in {days} days").format(
                often=per_day,
                rate=words.rate_with_range(latest.rate, formats),
                days=formats.number(traffic.period_days),
            )
            self._latest.setText(today)
            return
        left = self.tr("Opt-outs of the last 30 days: {}")
        self._latest.setText(left.format(words.rate_with_range(latest.rate, formats)))

    def _totals(
        self, traffic: ServiceTraffic, formats: Formats, *, brief: bool
    ) -> list[LabelValue]:
        """Return the figures of the span; below a recommendation, those that it rests on."""
        counted = traffic.counted
        if counted is None:
            return []
        period = formats.number(traffic.period_days)
        send_days = formats.counted(
            counted.send_days, self.tr("on {} send day"), self.tr("on {} send days")
        )
        rate = LabelValue(
            self.tr("Opt-outs in {} days").format(period),
            words.rate_with_range(counted.rate, formats),
            strong=True,
        )
        return [
            *([] if brief else [rate]),
            LabelValue(self.tr("Opt-outs"), f"{formats.number(counted.opt_outs)} {send_days}"),
            LabelValue(self.tr("Contact-days"), formats.number(counted.contact_days)),
        ]

    def _hide_advice(self, *, hidden: bool) -> None:
        for part in (self._recommended, self._advice, self._reason, self._why, self._limit):
            part.setHidden(hidden)

    def _want_case(self) -> None:
        self.case_wanted.emit()

    def _want_all(self) -> None:
        self.all_wanted.emit()

    def _want_limit(self) -> None:
        self.limit_wanted.emit()

    def _want_trial(self) -> None:
        self.trial_wanted.emit()

    def _ask_why(self) -> None:
        self.why_wanted.emit()

    def _show_advice(self, own: OwnEstimate | None, formats: Formats) -> None:
        self._hide_advice(hidden=own is None)
        if own is not None:
            self._recommended.setText(self.tr("Recommended"))
            self._limit.setText(
                self.tr("Limit {} …").format(estimate_words.limit_word(own.limit, formats))
            )
            self._limit.setToolTip(
                self.tr("The customer's own limit")
                if own.limit_is_own
                else self.tr("The usual limit of the house")
            )
            self._why.setText(self.tr("Why?"))
            self._why.setAccessibleName(self.tr("How was this worked out?"))
            self._advice.setText(estimate_words.advice_title(own.advice))
            self._reason.setText(estimate_words.advice_brief(own, formats))

    def _remark_on(self, traffic: ServiceTraffic, formats: Formats) -> str:
        if traffic.counted is None:
            return self.tr("All days shown lie within 30 days after a number change.")
        observed = self.tr("{}. Observed, not compared in a test.").format(
            words.days(traffic.counted, formats)
        )
        if any(week.left_out for week in traffic.weeks):
            left_out = self.tr("The 30 days after a number change are left out.")
            return f"{observed} {left_out}"
        return observed
