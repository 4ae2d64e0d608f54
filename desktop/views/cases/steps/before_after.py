"""The follow-up of an agreed change of frequency: opt-outs before it and after it."""

from __future__ import annotations

from datetime import date
from functools import partial
from threading import Event

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.traffic import BeforeAfter, Tally, Verdict
from desktop.services.bundle import Services
from desktop.views.cases.steps.parts import Facts
from desktop.views.desk import Desk
from desktop.views.formats import Formats
from desktop.views.rates import words
from desktop.views.tasks import Reading
from desktop.views.widgets.base import space
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import Label, marked, small


class BeforeAfterPanel(QWidget):
    """Two rows of figures, a sentence to say, and what it does not prove."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("beforeAfter")
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._ignore)
        self._facts = Facts()
        self._said = Label(wrap=True, leading=24)
        self._said.setObjectName("beforeAfterSaid")
        self._caution = small(
            self.tr(
                "The first 7 days after the change and the 30 days after a number change do not"
                " count. Observed, not compared in a test: seasons differ, too."
            ),
            wrap=True,
        )
        column = QVBoxLayout(self)
        space(column, 0, gap=8)
        column.addWidget(SectionHeading(self.tr("Before and after the agreed change")))
        for part in (self._facts, self._said, self._caution):
            column.addWidget(part)
        self.hide()

    def read(self, service_id: int, agreed_on: date, today: date) -> None:
        """Read the days before and after; there is no panel before the change."""
        if today < agreed_on:
            self.hide()
            return
        self._reading.ask(partial(_read, self._desk.services, service_id, agreed_on))

    def end(self) -> None:
        """Let what is being read go."""
        self._reading.drop()

    def _ignore(self, _error: BaseException) -> None:
        """Do without: the case can be closed all the same."""

    def _show(self, found: BeforeAfter) -> None:
        formats = self._desk.formats
        self.show()
        self._facts.set_rows(
            [
                (self.tr("Before"), self._row(found.before)),
                (self.tr("After"), self._row(found.after)),
            ]
        )
        self._said.set_runs(marked(sentence(found, formats)))

    def _row(self, side: Tally | None) -> str:
        if side is None:
            return self.tr("no days that count yet")
        formats = self._desk.formats
        text = self.tr("{days}: {rate} in 30 days; {opt_outs}, {messages} messages a day")
        return text.format(
            days=words.days(side, formats),
            rate=words.rate_with_range(side.rate, formats),
            opt_outs=words.opt_outs(side.opt_outs, formats),
            messages=formats.number(side.sent_per_day, 1),
        )


def sentence(found: BeforeAfter, formats: Formats) -> str:
    """Return what the agent says; **figures** are said with weight."""
    template = {
        Verdict.WAITING: QCoreApplication.translate(
            "BeforeAfter", "There is nothing to compare before {first}."
        ),
        Verdict.TOO_FEW: QCoreApplication.translate(
            "BeforeAfter", "There are too few days or opt-outs yet to compare before and after."
        ),
        Verdict.LOWER: QCoreApplication.translate(
            "BeforeAfter",
            "Since the change {after} of the contacts unsubscribe in 30 days, before it was"
            " {before}: that is clearly fewer.",
        ),
        Verdict.HIGHER: QCoreApplication.translate(
            "BeforeAfter",
            "Since the change {after} of the contacts unsubscribe in 30 days, before it was"
            " {before}: that is clearly more.",
        ),
        Verdict.UNDECIDED: QCoreApplication.translate(
            "BeforeAfter",
            "Since the change {after} of the contacts unsubscribe in 30 days, before it was"
            " {before}: chance alone may explain that difference.",
        ),
    }[found.verdict]
    figures = {
        "first": formats.date(found.first_day),
        "before": words.rate(found.before.rate if found.before else None, formats),
        "after": words.rate(found.after.rate if found.after else None, formats),
    }
    said = template.format(**{name: f"**{figure}**" for name, figure in figures.items()})
    return QCoreApplication.translate("BeforeAfter", "“{}”").replace("{}", said)


def _read(services: Services, service_id: int, agreed_on: date, _stop: Event) -> BeforeAfter:
    return services.traffic.before_after(service_id, agreed_on)
