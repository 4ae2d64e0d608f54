"""What the estimates say of all services beside each other, as plain records."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.frequency.rates import Estimate
from desktop.models.records.frequency import (
    CurvePoint,
    Often,
    Split,
)


@dataclass(frozen=True, slots=True)
class Loss:
    """What one service loses in a period (share, 0..1), drawn to the others.

    ``outlier``: its interval lies wholly above or below the mean of all services; ``above``: its
    estimate lies above that mean.
    ``messages_per_day`` is what each contact was sent a day in that time.
    """

    service_id: int
    share: Estimate
    opt_outs: int
    contact_days: int
    outlier: bool
    above: bool
    messages_per_day: float


@dataclass(frozen=True, slots=True)
class PeerBin:
    """How the rates (per contact-day) of ``services`` differ at one frequency: mean and shape.

    The larger the shape, the more alike they are.
    """

    often: Often
    mean: float
    shape: float
    services: int


@dataclass(frozen=True, slots=True)
class PeerEstimate:
    """What all services say together: the curve of all, and who loses most in ``period_days``.

    ``bins`` are the frequencies at which enough services are known. ``losses`` are those of the
    last thirty days, ``before`` those of the thirty days before; ``changed`` are the ids of
    services at which the two differ by more than chance.
    """

    period_days: int
    services: int
    opt_outs: int
    contact_days: int
    curve: tuple[CurvePoint, ...]
    split: Split | None
    losses: tuple[Loss, ...]
    before: tuple[Loss, ...]
    changed: frozenset[int] = frozenset()
    bins: tuple[PeerBin, ...] = ()


@dataclass(frozen=True, slots=True)
class RankedService:
    """A service among all: what it loses now, what it lost before, and whether that changed.

    ``before`` is None where nothing counts in the thirty days before.
    """

    service_id: int
    service_name: str
    customer_name: str
    now: Loss
    before: Loss | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """All services by what they lose in ``period_days``, the largest loss first.

    Empty where there are too few services to compare.
    """

    period_days: int
    services: tuple[RankedService, ...]
