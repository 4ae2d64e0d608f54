"""The value table beside the chart: one line for each week."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.models.records.traffic import Week
from desktop.views.formats import Formats
from desktop.views.rates import words
from desktop.views.widgets.columns import CellKind, Column

WIDTH = 560


def columns(formats: Callable[[], Formats]) -> tuple[Column[Week], ...]:
    """Return the columns with their titles in the language of the moment."""
    titles, cells = _titles(), _Cells(formats)
    first = Column(
        "week",
        titles["week"],
        cells.first_day,
        CellKind.TWO_LINES,
        second=cells.remark,
        muted=weak,
        sort=_first_day,
        width=96,
        gap=8,
    )

    def number(
        key: str, text: Callable[[Week], str], sort: Callable[[Week], float], width: int
    ) -> Column[Week]:
        kind = CellKind.NUMBER
        return Column(key, titles[key], text, kind, width=width, gap=8, muted=weak, sort=sort)

    bounds = Column(
        "range", titles["range"], cells.bounds, CellKind.NUMBER, muted=weak, stretch=True, gap=0
    )
    return (
        first,
        number("messages", cells.messages, _messages, 100),
        number("opt_outs", cells.opt_outs, _opt_outs, 88),
        number("contact_days", cells.contact_days, _contact_days, 96),
        number("rate", cells.rate, _rate, 72),
        bounds,
    )


def _titles() -> dict[str, str]:
    return {
        "week": QCoreApplication.translate("FrequencyTable", "Week from"),
        "messages": QCoreApplication.translate("FrequencyTable", "Messages/day"),
        "opt_outs": QCoreApplication.translate("FrequencyTable", "Opt-outs"),
        "contact_days": QCoreApplication.translate("FrequencyTable", "Contact-days"),
        "rate": QCoreApplication.translate("FrequencyTable", "Rate"),
        "range": QCoreApplication.translate("FrequencyTable", "Range"),
    }


class _Cells:
    """The words of the cells, in the formats of the moment."""

    def __init__(self, formats: Callable[[], Formats]) -> None:
        self._formats = formats

    def first_day(self, week: Week) -> str:
        return self._formats().date(week.tally.first_day)

    def remark(self, week: Week) -> str:
        if week.left_out:
            return QCoreApplication.translate("FrequencyTable", "after change")
        if week.tally.too_few:
            return QCoreApplication.translate("FrequencyTable", "few data")
        return ""

    def messages(self, week: Week) -> str:
        return self._formats().number(week.messages_per_day, 1)

    def opt_outs(self, week: Week) -> str:
        return self._formats().number(week.tally.opt_outs)

    def contact_days(self, week: Week) -> str:
        return self._formats().number(week.tally.contact_days)

    def rate(self, week: Week) -> str:
        return words.rate(week.tally.rate, self._formats())

    def bounds(self, week: Week) -> str:
        return words.short_range(week.tally.rate, self._formats())


def weak(week: Week) -> bool:
    """Tell whether a week is shown in grey: left out, or with too few data."""
    return week.left_out or week.tally.too_few


def _first_day(week: Week) -> int:
    return week.tally.first_day.toordinal()


def _messages(week: Week) -> float:
    return -1.0 if week.messages_per_day is None else week.messages_per_day


def _opt_outs(week: Week) -> float:
    return week.tally.opt_outs


def _contact_days(week: Week) -> float:
    return week.tally.contact_days


def _rate(week: Week) -> float:
    return -1.0 if week.tally.rate is None else week.tally.rate.estimate
