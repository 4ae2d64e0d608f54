"""What happened to a card, and which number its service sent from on a given day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.sims import NumberSpan, SimDetail, SimHistoryEntry
from desktop.models.sim_spans import spans_on
from desktop.models.states import NumberKind, SimStatus
from desktop.views.formats import Formats
from desktop.views.sims import words
from desktop.views.theme import StateKind
from desktop.views.widgets.base import Themed, row, space
from desktop.views.widgets.fields import DateTimeField
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import Label, small
from desktop.views.widgets.timeline import TimelineEntry, TimelineList
from desktop.views.words import state_kind, word


class HistoryBlock(Themed, QWidget):
    """The life line of the card, of its number on other cards, and of its service.

    The last one answers from which number the service sent on a day.
    """

    def __init__(self) -> None:
        super().__init__()
        self._spans: Sequence[NumberSpan] = ()
        self._formats: Formats | None = None
        self._card_heading = SectionHeading(edge=False)
        self._card_line = TimelineList()
        self._card_line.setObjectName("sim_history")
        self._elsewhere_heading = SectionHeading(edge=False)
        self._elsewhere_line = TimelineList()
        self._elsewhere_line.setObjectName("number_history")
        self._service = QWidget()
        self._service_heading = SectionHeading(edge=False)
        self._asked = small()
        self._day = DateTimeField(date_only=True)
        self._day.setObjectName("sim_day")
        self._day.dateTimeChanged.connect(self._answer)
        self._sent_from = Label(strong=True, wrap=True)
        self._sent_from.setObjectName("sim_sent_from")
        self._service_line = TimelineList()
        self._service_line.setObjectName("service_history")
        self._lay_out()
        self.retranslate()
        self.restyle()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._card_heading)
        self._column.addWidget(self._card_line)
        self._column.addWidget(self._elsewhere_heading)
        self._column.addWidget(self._elsewhere_line)
        self._column.addWidget(self._service)
        self._inner = QVBoxLayout(self._service)
        self._inner.addWidget(self._service_heading)
        self._inner.addWidget(self._service_line)
        self._inner.addLayout(row(self._asked, self._day, None, gap=8))
        self._inner.addWidget(self._sent_from)

    def restyle(self) -> None:
        space(self._column, 0, gap=8)
        space(self._inner, 0, 16, 0, 0, gap=8)

    def retranslate(self) -> None:
        self._card_heading.set_text(self.tr("History"))
        self._elsewhere_heading.set_text(self.tr("This number on other cards"))
        self._service_heading.set_text(self.tr("Numbers of this service"))
        self._asked.setText(self.tr("Sent from on"))
        self._day.setAccessibleName(self.tr("Sent from on"))

    def show_card(self, card: SimDetail, formats: Formats, now: datetime) -> None:
        """Show the history of a card and of its service."""
        self._formats, self._spans = formats, card.spans
        self._card_line.set_entries([_entry(one, formats) for one in card.history])
        self._elsewhere_line.set_entries([_entry_of_card(one, formats) for one in card.elsewhere])
        for part in (self._elsewhere_heading, self._elsewhere_line):
            part.setVisible(bool(card.elsewhere))
        self._service.setVisible(bool(card.spans))
        self._service_line.set_entries([self._span_entry(span) for span in card.spans])
        self._day.set_zone(formats.zone.key)
        self._day.set_language(formats.language)
        self._day.set_moment(int(now.timestamp()))
        self._answer()

    def _span_entry(self, span: NumberSpan) -> TimelineEntry:
        formats = self._formats
        assert formats is not None  # noqa: S101  show_card has set it
        begun = formats.date(span.from_at) if span.from_at else self.tr("always")
        until = formats.date(span.until_at) if span.until_at else self.tr("today")
        blocked = ""
        if span.blocked_at is not None:
            blocked = self.tr("blocked on {}").format(formats.moment(span.blocked_at))
        status = SimStatus.BLOCKED if span.blocked_at is not None else span.status
        kind = state_kind(status) if span.until_at is None or blocked else StateKind.NEUTRAL
        return TimelineEntry(
            kind=kind,
            word=formats.phone(span.number),
            when="",
            detail=", ".join(filter(None, (f"{begun} – {until}", blocked))),
        )

    def _answer(self) -> None:
        """Say from which number the service sent on the day that was asked about."""
        if self._formats is None:
            return
        day = self._asked_day()
        spans = spans_on(self._spans, day, self._formats.zone)
        numbers = [self._on_day(span, day, self._formats) for span in spans]
        self._sent_from.setText("\n".join(numbers) or self.tr("no number on this day"))

    def _on_day(self, span: NumberSpan, day: date, formats: Formats) -> str:
        """Return a number, and that it was blocked where it was on that day."""
        number = formats.phone(span.number)
        blocked_at = span.blocked_at
        if blocked_at is None or formats.local(blocked_at).date() > day:
            return number
        words = self.tr("{number}, blocked since {since}")
        return words.format(number=number, since=formats.moment(blocked_at))

    def _asked_day(self) -> date:
        assert self._formats is not None  # noqa: S101  _answer has looked
        moment = datetime.fromtimestamp(self._day.moment(), UTC)
        return self._formats.local(moment).date()


def _entry(entry: SimHistoryEntry, formats: Formats) -> TimelineEntry:
    return TimelineEntry(
        kind=words.kind_of(entry),
        word=words.happened(entry),
        when=formats.moment(entry.at),
        detail=words.remark(entry),
        icon_name=words.icon_of(entry),
    )


def _entry_of_card(entry: SimHistoryEntry, formats: Formats) -> TimelineEntry:
    told = _entry(entry, formats)
    card = formats.iccid(entry.iccid) if entry.iccid else word(NumberKind.PLATFORM)
    return replace(told, detail="\n".join(filter(None, (card, told.detail))))
