"""How the estimate was worked out: what was seen at each frequency, and what was made of it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from desktop.models.frequency.rates import Estimate
from desktop.models.records.frequency import (
    Bin,
    Doubt,
    OwnEstimate,
    Shape,
    Split,
    Trend,
)
from desktop.models.records.peers import PeerEstimate
from desktop.views.formats import MISSING, Formats
from desktop.views.rates import estimate_words, words
from desktop.views.rates.curves import Estimates
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.label import Label, small, title

_WIDTH = 760


class ExplanationDialog(QDialog):
    """Opened by "Why?": a row for each frequency that was tried, then the reasoning."""

    def __init__(self, parent: QWidget, formats: Formats, estimates: Estimates) -> None:
        super().__init__(parent)
        self.setObjectName("frequency_explanation")
        self.setModal(True)
        self._formats = formats
        self._close = Button(self.tr("Close"), ButtonKind.PRIMARY)
        self._close.setObjectName("explanation_close")
        self._close.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self._lay_out(estimates)

    def _lay_out(self, estimates: Estimates) -> None:
        self.setWindowTitle(self.tr("How was this worked out?"))
        column = QVBoxLayout(self)
        column.addWidget(title(self.tr("How was this worked out?")))
        own = estimates.own
        if own is not None:
            column.addWidget(self._bins(own, estimates.peers))
        for number, sentence in enumerate(self._sentences(estimates)):
            label = small(sentence, wrap=True)
            label.setObjectName(f"explanation_{number}")
            column.addWidget(label)
        column.addSpacing(px(8))
        column.addLayout(row(None, self._close, gap=8))
        space(column, 24, gap=12)
        self.setMinimumWidth(px(_WIDTH))

    # ---------------------------------------------------------------- what was seen

    def _bins(self, own: OwnEstimate, peers: PeerEstimate | None) -> QWidget:
        """Return a line for each frequency: own rate, drawn to the others, what it rests on."""
        from desktop.models.frequency.peers import drawn_to

        drawn = drawn_to(own.bins, peers.bins) if peers is not None else {}
        heads = ["", self.tr("own"), self.tr("own and peers"), self.tr("rests on")]
        table = QWidget()
        table.setObjectName("explanation_bins")
        grid = QGridLayout(table)
        space(grid, 0, gap=8)
        grid.setHorizontalSpacing(px(24))
        grid.setColumnStretch(3, 1)
        for place, head in enumerate(heads):
            grid.addWidget(small(head), 0, place)
        for line, one in enumerate(own.bins, 1):
            rates = (one.wide, drawn.get(one.often))
            texts = [estimate_words.often_word(one.often)]
            texts += [self._rate(rate, own.period_days) for rate in rates]
            for place, text in enumerate(texts):
                grid.addWidget(Label(text), line, place)
            grid.addWidget(small(self._rests_on(one), wrap=True), line, 3)
        return table

    def _rate(self, rate: Estimate | None, period_days: int) -> str:
        if rate is None:
            return MISSING
        return words.rate_with_range(estimate_words.in_period(rate, period_days), self._formats)

    def _rests_on(self, one: Bin) -> str:
        figures = self.tr("{opt_outs} · {send_days}").format(
            opt_outs=words.opt_outs(one.opt_outs, self._formats),
            send_days=self._formats.counted(
                one.send_days, self.tr("{} send day"), self.tr("{} send days")
            ),
        )
        return " · ".join([figures, *(self._doubt(doubt) for doubt in one.doubts)])

    def _doubt(self, doubt: Doubt) -> str:
        return {
            Doubt.FEW_OPT_OUTS: self.tr("fewer than 5 opt-outs"),
            Doubt.FEW_SEND_DAYS: self.tr("fewer than 3 send days"),
        }[doubt]

    # ---------------------------------------------------------------- what was made of it

    def _sentences(self, estimates: Estimates) -> list[str]:
        own = estimates.own
        if own is None:
            return []
        found = [
            self.tr(
                "Each day counts at the frequency of the seven days before it. The rate is opt-outs"
                " per contact and day, told for {} days."
            ).format(self._formats.number(own.period_days)),
            self.tr(
                "The ranges hold in 95 of 100 cases, and allow for messages that make many leave at"
                " once."
            ),
        ]
        if own.trend is not None:
            found.append(self._of_trend(own.trend))
        if own.shape is not None:
            found.append(self._of_shape(own.shape.shape))
        found.append(estimate_words.advice_reason(own, self._formats))
        if estimates.peers is not None and estimates.peers.split is not None:
            found.append(self._of_split(estimates.peers.split))
        if estimates.peers is not None and estimates.peers.bins:
            found.append(
                self.tr(
                    "“Own and peers” draws each rate to those of the other services at that"
                    " frequency: far where your own data are few, hardly where they are many."
                )
            )
        found.append(self.tr("Observed, not compared in a test."))
        return found

    def _of_trend(self, trend: Trend) -> str:
        text = self.tr(
            "The curve rests on {opt_outs} under {messages} messages. Its slope is {slope} (0 would"
            " be: no difference)."
        )
        if trend.weekdays:
            weekdays = self.tr("The day of the week is taken into account.")
            text = f"{text} {weekdays}"
        if trend.with_tenure:
            tenure = self.tr("So is for how long contacts have been there.")
            text = f"{text} {tenure}"
        return text.format(
            opt_outs=words.opt_outs(trend.opt_outs, self._formats),
            messages=self._formats.number(trend.messages),
            slope=self._slope(trend.effect),
        )

    def _of_shape(self, shape: Shape) -> str:
        if shape is Shape.U_SHAPED:
            return self.tr("With very few messages more leave as well: people forget who writes.")
        return self.tr("Without any formula, too, the rate only rises with the frequency.")

    def _of_split(self, split: Split) -> str:
        text = self.tr(
            "Over {services} services: slope between services {between}, within each service"
            " {within}."
        ).format(
            services=self._formats.number(split.services),
            between=self._slope(split.between),
            within=self._slope(split.within),
        )
        if not split.confounded:
            return text
        confounded = self.tr(
            "The two disagree: services that send more differ in more than that (confounded)."
        )
        return f"{text} {confounded}"

    def _slope(self, effect: Estimate) -> str:
        return self.tr("{value} ({low} to {high})").format(
            value=self._formats.number(effect.estimate, 2),
            low=self._formats.number(effect.low, 2),
            high=self._formats.number(effect.high, 2),
        )
