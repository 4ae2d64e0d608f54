"""How far a dispatch is: a bar, seven counts, and the sum written out."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.records.dispatches import Balance, DispatchRecord
from desktop.models.states import DispatchState, SmsState
from desktop.views.desk import Desk
from desktop.views.widgets.bars import DispatchBar, DispatchCounts
from desktop.views.widgets.base import row, space
from desktop.views.widgets.headings import KeyFigure
from desktop.views.widgets.label import Label, Run, small
from desktop.views.words import state_kind, word

_SHOWN: tuple[tuple[SmsState, ...], ...] = (
    (SmsState.QUEUED, SmsState.SENDING),
    (SmsState.ACCEPTED,),
    (SmsState.DELIVERED,),
    (SmsState.UNDELIVERABLE,),
    (SmsState.FAILED,),
    (SmsState.UNCLEAR,),
    (SmsState.EXCLUDED,),
    (SmsState.CANCELLED,),
)
"""The counts in their order; the last one only where something was cancelled."""

_ENOUGH_FOR_A_PACE_S = 2.0
_LATELY_S = 30.0
_WHOLE_NUMBERS_FROM = 10.0


@dataclass(frozen=True, slots=True)
class _Sample:
    dispatch_id: int
    at: datetime
    processed: int


class ProgressBlock(QWidget):
    """The books of a dispatch at one glance."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._done = Label()
        self._done.setObjectName("dispatch_progress")
        self._pace_label = small()
        self._bar = DispatchBar()
        self._passed: deque[_Sample] = deque()
        self._figures: dict[SmsState, KeyFigure] = {}
        figures = QHBoxLayout()
        for states in _SHOWN:
            figure = KeyFigure("0", word(states[0]), kind=state_kind(states[0]))
            figure.setObjectName(f"count_{states[0].value}")
            self._figures[states[0]] = figure
            figures.addWidget(figure, 1)
        space(figures, 0, gap=16)
        self._sum = small(wrap=True)
        self._sum.setObjectName("dispatch_sum")
        box = QVBoxLayout(self)
        box.addLayout(row(self._done, None, self._pace_label))
        box.addWidget(self._bar)
        box.addLayout(figures)
        box.addWidget(self._sum)
        space(box, 0, gap=8)

    def show_dispatch(
        self, record: DispatchRecord, now: datetime, opens_at: datetime | None = None
    ) -> None:
        """Show the books of a dispatch at the moment ``now``.

        ``opens_at`` is when the sending hours begin, None while they last: a test keeps to none.
        """
        balance = record.balance
        number = self._desk.formats.number
        done = self.tr("{done} of {all}").format(
            done=number(balance.processed), all=number(balance.recipients)
        )
        self._done.set_runs([Run(done, strong=True), Run(" " + self.tr("processed"))])
        said = [self._pace_words(record, now)]
        if record.test_mode and opens_at is not None:
            when = self._desk.formats.moment(opens_at)
            said.append(self.tr("a test; real SMS would wait until {time}").format(time=when))
        self._pace_label.setText(" · ".join(filter(None, said)))
        self._show_bar(balance, done)
        for states in _SHOWN:
            figure = self._figures[states[0]]
            figure.show_value(number(balance.count(*states)), word(states[0]))
        self._figures[SmsState.CANCELLED].setVisible(balance.count(SmsState.CANCELLED) > 0)
        self._sum.setText(self._sum_words(balance))

    def _show_bar(self, balance: Balance, done: str) -> None:
        self._bar.show_counts(
            DispatchCounts(
                balance.recipients,
                balance.count(SmsState.DELIVERED),
                balance.count(SmsState.ACCEPTED),
                balance.count(SmsState.FAILED, SmsState.UNDELIVERABLE),
                balance.count(SmsState.UNCLEAR),
                balance.count(SmsState.EXCLUDED, SmsState.CANCELLED),
            )
        )
        self._bar.describe(f"{done} {self.tr('processed')}")

    def _sum_words(self, balance: Balance) -> str:
        number = self._desk.formats.number
        shown = list(_SHOWN[:-1])
        if balance.count(SmsState.CANCELLED):
            shown.append(_SHOWN[-1])
        parts = " + ".join(number(balance.count(*states)) for states in shown)
        found = sum(balance.states.values())
        words = self.tr("{sum} = {found} recipients")
        if found == 1:
            words = self.tr("{sum} = {found} recipient")
        return words.format(sum=parts, found=number(found))

    def _pace_words(self, record: DispatchRecord, now: datetime) -> str:
        if record.state is DispatchState.COUNTDOWN:
            left_s = max(1.0, (record.starts_at - now).total_seconds())
            return self.tr("begins in {time}").format(time=self._desk.formats.remaining(left_s))
        if record.state is not DispatchState.SENDING:
            self._passed.clear()
            return ""
        per_s = self._pace(record, now)
        if per_s is None:
            return ""
        left_s = (record.balance.recipients - record.balance.processed) / per_s
        rate, words = per_s, self.tr("{rate} SMS per second, about {time} left")
        if per_s < 1:
            rate, words = per_s * 60, self.tr("{rate} SMS per minute, about {time} left")
        return words.format(
            rate=self._desk.formats.number(rate, 0 if rate >= _WHOLE_NUMBERS_FROM else 1),
            time=self._desk.formats.remaining(left_s),
        )

    def _pace(self, record: DispatchRecord, now: datetime) -> float | None:
        """Return how many SMS a second were processed lately; None while nobody can tell."""
        sample = _Sample(record.id, now, record.balance.processed)
        if self._passed and self._passed[-1].dispatch_id != record.id:
            self._passed.clear()
        if not self._passed or self._passed[-1].processed != sample.processed:
            self._passed.append(sample)
        while (now - self._passed[0].at).total_seconds() > _LATELY_S and len(self._passed) > 1:
            self._passed.popleft()
        first = self._passed[0]
        passed_s = (now - first.at).total_seconds()
        done = sample.processed - first.processed
        return done / passed_s if done and passed_s >= _ENOUGH_FOR_A_PACE_S else None
