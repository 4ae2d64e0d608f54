"""Opt-out rates by frequency: what was seen at each, before any model.

    cells(days, often, groups) -> Cells         # one row for each message, one column for each bin
    by_frequency(days, often) -> tuple[Bin, ...]

The exact interval of a count (``rate``) holds where contacts leave one by one. They do not: a
message that annoys makes many leave at once, and then the exact interval is much too narrow.
``wide`` allows for that: the variance between messages is estimated over all bins of the service,
and the count is treated as the smaller number of independent opt-outs that it is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from desktop.models.frequency.arrays import Array, Days, Numbers, countable, messages
from desktop.models.frequency.glm import reach
from desktop.models.frequency.rates import Estimate, rate_of
from desktop.models.records.frequency import BOUNDS, Bin, Often


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Opt-outs and contact-days of each message (rows) at each frequency (columns, all tried).

    ``weight`` is contact-days times 1 + frequency: what opt-outs go with inside a bin, roughly.
    ``read`` is reads or clicks in the same cells, not-a-number where they are unknown.
    """

    often: tuple[Often, ...]
    frequency: Array
    opt_outs: Array
    contact_days: Array
    weight: Array
    read: Array


def place(often: Array) -> Numbers:
    """Return for each frequency the number of its bin, in the order of ``Often``."""
    return np.searchsorted(np.array(list(BOUNDS.values())), often, side="left")


def cells(days: Days, often: Array, groups: Numbers | None = None) -> Cells:
    """Add up the days whose frequency is known by message, or by other groups, and bin."""
    counted = countable(days, often)
    rows = (messages(days) if groups is None else groups)[counted]
    days, often = days.only(counted), often[counted]
    places = place(often)
    tried = np.unique(places)
    columns = np.searchsorted(tried, places)
    _, rows = np.unique(rows, return_inverse=True)
    shape = (int(rows.max(initial=-1)) + 1, len(tried))

    def table(values: Array) -> Array:
        added = np.zeros(shape)
        np.add.at(added, (rows, columns), values)
        return added

    contact_days = table(days.at_risk)
    return Cells(
        often=tuple(list(Often)[number] for number in tried),
        frequency=table(days.at_risk * often).sum(0) / contact_days.sum(0),
        opt_outs=table(days.opt_outs),
        contact_days=contact_days,
        weight=table(days.at_risk * (1 + often)),
        read=table(days.read),
    )


def by_frequency(days: Days, often: Array) -> tuple[Bin, ...]:
    """Return the opt-out rate of each frequency that was tried, lowest first."""
    table = cells(days, often)
    if not table.often:
        return ()
    counted = countable(days, often)
    sent = np.bincount(place(often[counted]), weights=days.sent[counted] > 0, minlength=len(BOUNDS))
    worth, freedom = worths(table)
    totals, exposure = table.opt_outs.sum(0), table.contact_days.sum(0)
    return tuple(
        Bin(
            often=name,
            frequency=float(table.frequency[number]),
            opt_outs=int(totals[number]),
            contact_days=int(exposure[number]),
            send_days=int(sent[list(Often).index(name)]),
            rate=rate_of(int(totals[number]), float(exposure[number])),
            wide=wide_rate(totals[number], exposure[number], worth[number], freedom),
            worth=float(worth[number]),
        )
        for number, name in enumerate(table.often)
    )


def spread(table: Cells) -> float:
    """Return the variance between messages, relative to the squared rate; at least 0.

    Method of moments over all cells: what squares exceed the Poisson variance by, with the loss
    that comes from estimating each bin's rate from the same cells.
    """
    totals = table.opt_outs.sum(0)
    part = table.weight / table.weight.sum(0)
    mean = part * totals
    excess = (table.opt_outs - mean) ** 2 - mean * (1 - part)
    squares = mean**2 * (1 - 2 * part) + part**2 * (mean**2).sum(0)
    below = squares.sum()
    return max(float(excess.sum() / below), 0.0) if below > 0 else 0.0


def worths(table: Cells) -> tuple[Array, float]:
    """Return for each bin how many opt-outs are worth one, and the degrees of freedom of that."""
    totals = table.opt_outs.sum(0)
    mean = table.weight / table.weight.sum(0) * totals
    squares = (mean**2).sum(0)
    relative = np.divide(squares, totals, out=np.zeros_like(totals), where=totals > 0)
    worth = 1 + spread(table) * relative
    freedom = int((table.contact_days > 0).sum()) - len(table.often)
    return worth, float(freedom) if freedom > 0 else 1.0


def wide_rate(events: float, exposure: float, worth: float, freedom: float = inf) -> Estimate:
    """Return events per unit of exposure with the interval of the events that they are worth.

    Jeffreys' interval: right on average, where Garwood's is right or too wide for each single rate
    (Brown, Cai and DasGupta 2003). Without events its upper bound is Garwood's.
    """
    from scipy.special import gammaincinv, ndtr

    tail = float(ndtr(-reach(freedom))) if worth > 1 else float(ndtr(-reach(inf)))
    events, base = float(events) / worth, float(exposure) / worth
    if events <= 0:
        return Estimate(0.0, 0.0, float(gammaincinv(1, 1 - tail)) / base)
    low, high = (float(gammaincinv(events + 0.5, part)) / base for part in (tail, 1 - tail))
    return Estimate(events / base, low, high)
