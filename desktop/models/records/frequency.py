"""What the estimates of the frequency say, as plain records. Nothing here imports numpy."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf

from desktop.models.frequency.rates import FEWEST_OPT_OUTS, FEWEST_SEND_DAYS, Estimate

CONFOUNDED_BELOW = 0.05


class Often(StrEnum):
    """How often a service sends, in the words that people use."""

    NEVER = "never"
    MONTHLY = "monthly"
    TWICE_A_MONTH = "twice_a_month"
    WEEKLY = "weekly"
    SOME_A_WEEK = "some_a_week"
    DAILY = "daily"
    SOME_A_DAY = "some_a_day"
    MORE = "more"


BOUNDS = {
    Often.NEVER: 0.0,
    Often.MONTHLY: 1 / 30,
    Often.TWICE_A_MONTH: 2 / 30,
    Often.WEEKLY: 1.5 / 7,
    Often.SOME_A_WEEK: 3.5 / 7,
    Often.DAILY: 1.5,
    Often.SOME_A_DAY: 3.5,
    Often.MORE: inf,
}
"""Upper bound of each bin in messages per day; a bound belongs to the bin that it ends. Between
"once a week" and "two or three" lies one and a half, and so on: a bin is what rounds to it."""


def often_of(frequency: float) -> Often:
    """Return the bin of a frequency in messages per day."""
    return list(BOUNDS)[bisect_left(list(BOUNDS.values()), frequency)]


class Doubt(StrEnum):
    """Why a bin is greyed."""

    FEW_OPT_OUTS = "few_opt_outs"
    FEW_SEND_DAYS = "few_send_days"


@dataclass(frozen=True, slots=True)
class Bin:
    """All days of one frequency.

    ``frequency`` is their mean in messages per day, weighted with contacts. Rates are per
    contact-day: ``rate`` with the exact interval, ``wide`` with what messages differ by.
    ``worth`` is how many opt-outs of the data say as much as one independent opt-out (at least 1).
    """

    often: Often
    frequency: float
    opt_outs: int
    contact_days: int
    send_days: int
    rate: Estimate
    wide: Estimate
    worth: float

    @property
    def spread(self) -> float:
        """What messages add to the squared relative error of the rate, beside chance."""
        return (self.worth - 1) / self.opt_outs if self.opt_outs else 0.0

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Return why the bin is greyed; nothing where it is not."""
        few_sent = self.often is not Often.NEVER and self.send_days < FEWEST_SEND_DAYS
        found = (
            (Doubt.FEW_OPT_OUTS, self.opt_outs < FEWEST_OPT_OUTS),
            (Doubt.FEW_SEND_DAYS, few_sent),
        )
        return tuple(doubt for doubt, applies in found if applies)


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The opt-out rate per contact-day at a frequency in messages per day."""

    frequency: float
    rate: Estimate


class Drift(StrEnum):
    """How opt-outs went with the frequency."""

    RISES = "rises"
    FALLS = "falls"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Trend:
    """What a higher frequency went with at one service.

    ``effect`` is the coefficient of log(1 + frequency): above 0, more messages went with more
    opt-outs. ``curve`` covers the frequencies that were tried and no others, those of the bins
    among them, at the mix of weekdays (and tenures) that was seen. ``weekdays`` holds ratios to the
    mean day, Monday first, if any.
    """

    effect: Estimate
    curve: tuple[CurvePoint, ...]
    weekdays: tuple[float, ...]
    opt_outs: int
    messages: int
    with_tenure: bool

    @property
    def drift(self) -> Drift:
        """Which direction the data settle, if any."""
        if self.effect.low > 0:
            return Drift.RISES
        return Drift.FALLS if self.effect.high < 0 else Drift.UNCLEAR


@dataclass(frozen=True, slots=True)
class Split:
    """The effect of log(1 + frequency) between services and within them.

    ``p_value``: how often chance alone would make the two differ as much.
    """

    between: Estimate
    within: Estimate
    p_value: float
    services: int

    @property
    def confounded(self) -> bool:
        """Whether services that send more differ in more than their frequency."""
        return self.p_value < CONFOUNDED_BELOW


class Shape(StrEnum):
    """How the rate goes with the frequency."""

    RISING = "rising"
    U_SHAPED = "u_shaped"


@dataclass(frozen=True, slots=True)
class ShapePoint:
    """The fitted rate per contact-day of one bin, at its mean frequency, with its band."""

    often: Often
    frequency: float
    rate: Estimate


@dataclass(frozen=True, slots=True)
class ShapeFit:
    """The fit of all bins; ``p_value`` is that of rising alone against falling first."""

    shape: Shape
    p_value: float
    points: tuple[ShapePoint, ...]


@dataclass(frozen=True, slots=True)
class ShareAt:
    """Which share (0..1) of the ``messages`` was read, or clicked, at a frequency that was tried.

    ``frequency`` is the mean in messages per day, ``messages`` how many of them there were.
    """

    often: Often
    frequency: float
    share: Estimate
    messages: int


class Ground(StrEnum):
    """What a recommendation rests on."""

    BENEFIT = "benefit"
    LIMIT = "limit"


class Lack(StrEnum):
    """Why there is no recommendation."""

    NO_DATA = "no_data"
    ONE_FREQUENCY = "one_frequency"
    NO_READS = "no_reads"
    UNDECIDED = "undecided"
    OVER_LIMIT = "over_limit"
    UNSURE_OF_LIMIT = "unsure_of_limit"


@dataclass(frozen=True, slots=True)
class Advice:
    """A range of frequencies, from ``lowest`` to ``highest`` (both tried), and its ground.

    ``certainty``: in which share of the draws the best frequency lies in the range; None where the
    ground is a limit, of which the interval is sure by its making. ``capped``: what was tried above
    the range was left out because it loses more than the limit allows.
    """

    ground: Ground
    lowest: Often
    highest: Often
    certainty: float | None
    capped: bool = False


@dataclass(frozen=True, slots=True)
class NotEnough:
    """No recommendation, and what would be enough.

    ``times``: how many times the contact-days of today it takes, at the rates of today; None where
    more of the same would not help.
    """

    lack: Lack
    times: float | None = None


class Course(StrEnum):
    """Where the recommendation lies, seen from how often a service sends now."""

    LESS = "less"
    KEEP = "keep"
    MORE = "more"
    OPEN = "open"
    """There is no recommendation."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a service: two points of its curve, and what follows from them.

    ``other`` lies in the recommended range where ``now`` does not.
    """

    now: CurvePoint
    other: CurvePoint
    course: Course
    drift: Drift


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A day on which the traffic and the contacts' events count opt-outs differently."""

    day: date
    in_traffic: int
    in_events: int


@dataclass(frozen=True, slots=True)
class OwnEstimate:
    """What the days of one service say.

    ``limit`` is what the customer may lose in ``period_days`` (share, 0..1), ``limit_is_own``
    whether that is what this customer agreed to; ``advice`` rests on reads below the limit where
    there are any, else on the limit. Without traffic all is empty but ``by_events``: the share that
    opts out in a period, from what contacts did.
    """

    period_days: int
    limit: float
    bins: tuple[Bin, ...]
    trend: Trend | None
    shape: ShapeFit | None
    advice: Advice | NotEnough
    disagreements: tuple[Disagreement, ...]
    by_events: Estimate | None
    read: tuple[ShareAt, ...] = ()
    clicked: tuple[ShareAt, ...] = ()
    limit_is_own: bool = False
