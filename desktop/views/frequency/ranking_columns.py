"""The columns of the table of all services by what they lose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.models.records.peers import RankedService
from desktop.views.formats import MISSING, Formats
from desktop.views.rates import words
from desktop.views.theme import StateKind
from desktop.views.widgets.columns import CellKind, Column


def columns(formats: Callable[[], Formats]) -> tuple[Column[RankedService], ...]:
    """Return the columns with their titles in the language of the moment."""
    service: Column[RankedService] = Column(
        "service",
        QCoreApplication.translate("FrequencyRanking", "Customer and service"),
        lambda one: one.customer_name,
        CellKind.TWO_LINES,
        second=lambda one: one.service_name,
        sort=lambda one: (one.customer_name.casefold(), one.service_name.casefold()),
        stretch=True,
    )
    stands_out = Column(
        "remark",
        QCoreApplication.translate("FrequencyRanking", "Stands out"),
        remark,
        CellKind.STATE,
        state=state,
        width=208,
    )
    return (service, *_numbers(_Cells(formats)), stands_out)


def _numbers(cells: _Cells) -> tuple[Column[RankedService], ...]:
    titles, number = _titles(), CellKind.NUMBER

    def column(
        key: str,
        text: Callable[[RankedService], str],
        width: int,
        sort: Callable[[RankedService], float] | None = None,
    ) -> Column[RankedService]:
        strong = _always if key == "loss" else None
        return Column(key, titles[key], text, number, width=width, strong=strong, sort=sort)

    return (
        column("messages", cells.messages, 112, lambda one: one.now.messages_per_day),
        column("loss", cells.loss, 80, lambda one: one.now.share.estimate),
        column("range", cells.bounds, 112),
        column("before", cells.before, 128, _loss_before),
        column("opt_outs", cells.opt_outs, 112, lambda one: one.now.opt_outs),
    )


def _titles() -> dict[str, str]:
    return {
        "messages": QCoreApplication.translate("FrequencyRanking", "Messages/day"),
        "loss": QCoreApplication.translate("FrequencyRanking", "Loss"),
        "range": QCoreApplication.translate("FrequencyRanking", "Range"),
        "before": QCoreApplication.translate("FrequencyRanking", "30 days before"),
        "opt_outs": QCoreApplication.translate("FrequencyRanking", "Opt-outs"),
    }


def _always(_one: RankedService) -> bool:
    return True


def _loss_before(one: RankedService) -> float:
    return one.before.share.estimate if one.before is not None else -1.0


class _Cells:
    """The words of the cells, in the formats of the moment."""

    def __init__(self, formats: Callable[[], Formats]) -> None:
        self._formats = formats

    def messages(self, one: RankedService) -> str:
        return self._formats().number(one.now.messages_per_day, 1)

    def loss(self, one: RankedService) -> str:
        return words.rate(one.now.share, self._formats())

    def bounds(self, one: RankedService) -> str:
        return words.short_range(one.now.share, self._formats())

    def before(self, one: RankedService) -> str:
        return words.rate(one.before.share, self._formats()) if one.before else MISSING

    def opt_outs(self, one: RankedService) -> str:
        return self._formats().number(one.now.opt_outs)


def is_above(one: RankedService) -> bool:
    """Tell whether a service surely loses more than the mean."""
    return one.now.outlier and one.now.above


def has_risen(one: RankedService) -> bool:
    """Tell whether a service loses more than in the thirty days before."""
    return one.before is not None and one.now.share.estimate > one.before.share.estimate


def remark(one: RankedService) -> str:
    """Return how a service stands out, in words."""
    if one.changed:
        if has_risen(one):
            return QCoreApplication.translate("FrequencyRanking", "more than before")
        return QCoreApplication.translate("FrequencyRanking", "less than before")
    if not one.now.outlier:
        return QCoreApplication.translate("FrequencyRanking", "as others")
    if is_above(one):
        return QCoreApplication.translate("FrequencyRanking", "more than others")
    return QCoreApplication.translate("FrequencyRanking", "less than others")


def state(one: RankedService) -> StateKind:
    """Return the shape that goes with the words."""
    if one.changed:
        return StateKind.WARNING if has_risen(one) else StateKind.GOOD
    if one.now.outlier:
        return StateKind.WARNING if is_above(one) else StateKind.GOOD
    return StateKind.NEUTRAL
