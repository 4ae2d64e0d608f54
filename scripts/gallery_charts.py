"""The charts of the frequency page, as in the design's picture."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.formats import Formats
from desktop.views.theme import Role
from desktop.views.widgets.base import space
from desktop.views.widgets.chart_spec import (
    Axis,
    Bars,
    ChartSpec,
    Curve,
    Dot,
    DotLook,
    Event,
    LegendEntry,
    Reading,
    Reference,
    Zone,
    day_number,
    even_ticks,
    month_axis,
)
from desktop.views.widgets.headings import Divider

_BUSY_WEEKS = range(26, 40)
_DOTS = [
    (0.57, 1.7, 25_000), (0.77, 1.9, 40_000), (1.0, 1.15, 8_000), (1.28, 3.8, 8_000),
    (1.48, 2.8, 40_000), (1.78, 3.7, 64_000), (2.0, 3.2, 14_000), (2.21, 3.4, 32_000),
    (2.47, 6.3, 34_000), (2.79, 4.5, 17_000), (3.0, 4.95, 16_000), (3.25, 4.6, 32_000),
    (3.57, 6.0, 17_000), (3.71, 5.9, 8_000), (4.15, 6.9, 25_000), (4.43, 5.9, 8_000),
]  # fmt: skip


def _against_frequency(formats: Formats) -> ChartSpec:
    xs = tuple(0.57 + place * 0.1 for place in range(39))
    own = tuple(1.9 + 0.45 * x + 0.17 * x * x for x in xs)
    peers_xs = tuple(0.2 + place * 0.1 for place in range(45))
    peers = tuple(1.0 + 0.6 * x + 0.11 * x * x for x in peers_xs)
    return ChartSpec(
        x=Axis(0, 5, even_ticks(5, formats), "Nachrichten am Tag (Schnitt der letzten 7 Tage)"),
        y=Axis(0, 12, even_ticks(12, formats), "Abmeldungen in 30 Tagen, % der aktiven Kontakte"),
        zones=(Zone(1, 3, "FAQ: 1 bis 3 am Tag"),),
        references=(Reference(10, "10 % laut FAQ, Zeitraum dort nicht angegeben"),),
        curves=(
            Curve(
                peers_xs,
                peers,
                Role.CHART_PEERS,
                "Vergleich",
                Role.CHART_PEERS_LABEL,
                tuple(y * 0.88 for y in peers),
                tuple(y * 1.12 for y in peers),
                width=1.5,
                dashed=True,
                band_alpha=0.12,
            ),
            Curve(
                xs,
                own,
                label="eigene",
                low=tuple(y * 0.88 - 0.1 for y in own),
                high=tuple(y * 1.14 + 0.2 for y in own),
            ),
        ),
        dots=(
            *(Dot(x, y, weight) for x, y, weight in _DOTS),
            Dot(1.85, 3.3, 8_000, DotLook.LEFT_OUT),
            Dot(1.71, 2.2, 8_000, DotLook.LEFT_OUT),
        ),
        readings=tuple(
            Reading(x, y, f"{formats.number(x, 1)} am Tag\n{formats.number(y, 1)} % abgemeldet")
            for x, y, _weight in _DOTS
        ),
        legend=(
            LegendEntry("eigene, 95-%-Bereich", Role.CHART_OWN),
            LegendEntry("Vergleich, 14 Kunden", Role.CHART_PEERS, dashed=True),
            LegendEntry("Wochen, Fläche = Kontakt-Tage", dot=DotLook.FULL),
            LegendEntry("nach Nummernwechsel", dot=DotLook.LEFT_OUT),
        ),
        right_room=8,
    )


def _over_time(formats: Formats) -> tuple[ChartSpec, ChartSpec]:
    first, last = date(2025, 11, 24), date(2026, 11, 24)
    axis = month_axis(first, last, formats)
    weeks = tuple(day_number(first + timedelta(days=4 + 7 * week)) for week in range(52))
    starts = tuple(week - 3.5 for week in weeks)
    ends = tuple(week + 3.5 for week in weeks)
    busy = [float(week in _BUSY_WEEKS) for week in range(52)]
    sent = tuple(1.4 + (week * 7 % 5) * 0.15 + 1.6 * busy[week] for week in range(52))
    rates = tuple(2.2 + (week * 5 % 7) * 0.3 + 3 * busy[week] for week in range(52))
    change = day_number(date(2026, 3, 16))
    agreed = day_number(date(2026, 9, 2))
    above = ChartSpec(
        axis,
        Axis(0, 6, ((0, "0"), (3, "3"), (6, "6")), "Nachrichten am Tag"),
        bars=(Bars(starts, ends, sent, label="2,1"),),
        events=(
            Event(change, "Nummernwechsel 16.03.2026, die 30 Tage danach zählen nicht mit"),
            Event(agreed, "02.09. vereinbart: 4 auf 2 am Tag"),
        ),
        headroom=28,
        x_labels=False,
    )
    below = ChartSpec(
        axis,
        Axis(0, 12, ((0, "0"), (6, "6"), (12, "12")), "Abmeldungen in 30 Tagen, %"),
        zones=(Zone(change, change + 30),),
        curves=(
            Curve(
                weeks,
                rates,
                label="3,2 %",
                width=1.5,
                muted=tuple(change <= week <= change + 30 for week in weeks),
            ),
        ),
        events=(Event(change), Event(agreed)),
        headroom=28,
    )
    return above, below


def charts() -> QWidget:
    """Rate against frequency, and both over time."""
    from desktop.views.widgets.chart import Chart

    page = QWidget()
    page.setAutoFillBackground(True)
    formats = Formats("de")
    column = QVBoxLayout(page)
    space(column, 32, 24, 400, 24, gap=0)
    main = Chart()
    main.show_spec(_against_frequency(formats))
    main.setMinimumHeight(440)
    column.addWidget(main, 3)
    column.addSpacing(16)
    column.addWidget(Divider())
    column.addSpacing(20)
    above, below = _over_time(formats)
    for spec, height in ((above, 98), (below, 120)):
        chart = Chart()
        chart.show_spec(spec)
        chart.setFixedHeight(round(height * page.fontMetrics().height() / 17))
        column.addWidget(chart)
    return page
