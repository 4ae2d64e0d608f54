"""The fitted curves of the rate chart, own and of all services, each with its band."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.models.records.frequency import CurvePoint, OwnEstimate
from desktop.models.records.peers import PeerEstimate
from desktop.views.formats import Formats
from desktop.views.rates.estimate_words import in_period
from desktop.views.theme import Role
from desktop.views.widgets.chart_spec import Curve, LegendEntry


class Compared(StrEnum):
    """Which curves are shown."""

    OWN = "own"
    PEERS = "peers"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Estimates:
    """What has been estimated so far, and which of it is shown."""

    own: OwnEstimate | None = None
    peers: PeerEstimate | None = None
    compared: Compared = Compared.BOTH

    @property
    def own_curve(self) -> tuple[CurvePoint, ...]:
        """The own curve where it is wanted and there is one."""
        shown = self.own is not None and self.compared is not Compared.PEERS
        return self.own.trend.curve if shown and self.own and self.own.trend else ()

    @property
    def peer_curve(self) -> tuple[CurvePoint, ...]:
        """The curve of all services where it is wanted and there is one."""
        return self.peers.curve if self.peers and self.compared is not Compared.OWN else ()


def curves(estimates: Estimates, period_days: int, right: float, top: float) -> tuple[Curve, ...]:
    """Return the curves as far as the axes go, those of all services behind the own one."""
    found = []
    peers = [
        point
        for point in estimates.peer_curve
        if point.frequency <= right and 100 * in_period(point.rate, period_days).estimate <= top
    ]
    if len(peers) > 1:
        curve = _curve(peers, period_days, QCoreApplication.translate("RateBlock", "peers"), top)
        found.append(
            replace(
                curve,
                role=Role.CHART_PEERS,
                label_role=Role.CHART_PEERS_LABEL,
                width=1.5,
                dashed=True,
                band_alpha=0.12,
            )
        )
    if estimates.own_curve:
        own = QCoreApplication.translate("RateBlock", "own")
        found.append(_curve(estimates.own_curve, period_days, own, top))
    return tuple(found)


def highest(estimates: Estimates, period_days: int) -> float:
    """Return the highest value of the own curve in per cent; 0 without one."""
    return max(_curve(estimates.own_curve, period_days, "").ys, default=0.0)


def legend(estimates: Estimates, formats: Formats) -> tuple[LegendEntry, ...]:
    """Return what the curves are."""
    found = []
    if estimates.own_curve:
        own = QCoreApplication.translate("RateBlock", "own, 95 % range")
        found.append(LegendEntry(own))
    if estimates.peer_curve and estimates.peers is not None:
        peers = QCoreApplication.translate("RateBlock", "peers, {} services")
        found.append(
            LegendEntry(
                peers.format(formats.number(estimates.peers.services)),
                Role.CHART_PEERS,
                dashed=True,
            )
        )
    return tuple(found)


def _curve(points: Iterable[CurvePoint], period_days: int, label: str, top: float = 100.0) -> Curve:
    """Return points as a line in per cent with its band, which ends at the upper edge."""
    pairs = [(one.frequency, in_period(one.rate, period_days)) for one in points]
    return Curve(
        tuple(often for often, _ in pairs),
        tuple(100 * rate.estimate for _, rate in pairs),
        label=label,
        low=tuple(100 * rate.low for _, rate in pairs),
        high=tuple(min(100 * rate.high, top) for _, rate in pairs),
    )
