"""All services side by side: their bins, the curve of all, and who loses most.

    panel(days) -> Panel                        # one entry for each service and bin
    joined(panels) -> Panel
    peer_curve(panel) -> tuple[CurvePoint, ...]
    peer_bins(panel) -> tuple[PeerBin, ...]
    losses(recent, period_days) -> tuple[Loss, ...]
    changed(now, before) -> frozenset[int]      # services whose loss is another now

The days of many services are added up a batch at a time, so that millions of them never lie in
memory together; what is left of a service is a handful of numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from desktop.models.frequency.arrays import (
    Array,
    Days,
    Flags,
    Numbers,
    countable,
    frequencies,
    messages,
)
from desktop.models.frequency.bins import place
from desktop.models.frequency.glm import Fit, NoFitError, poisson_fit
from desktop.models.frequency.peers import FEWEST_SERVICES, GammaPrior, between_within, gamma_prior
from desktop.models.frequency.trial_result import holm
from desktop.models.records.frequency import (
    BOUNDS,
    CurvePoint,
    Often,
    Split,
)
from desktop.models.records.peers import Loss, PeerBin

CHANGED_BELOW = 0.05
_BINS = len(BOUNDS)
_POINTS = 41


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """Opt-outs and contact-days of each service at each frequency it tried.

    ``frequency`` is the mean in messages per day; ``worth`` how many opt-outs are worth one
    independent one, by how messages of the service differ.
    """

    service: Numbers
    frequency: Array
    opt_outs: Array
    contact_days: Array
    worth: Array


def panel(days: Days, often: Array | None = None) -> Panel:
    """Add up days whose frequency is known by service and bin."""
    often = frequencies(days) if often is None else often
    counted = countable(days, often)
    rows = messages(days)[counted]
    days, often = days.only(counted), often[counted]
    names, service = np.unique(days.service, return_inverse=True)
    group = service * _BINS + place(often)
    kept, group = np.unique(group, return_inverse=True)
    cell, of_cell = np.unique(rows * len(kept) + group, return_inverse=True)
    cell_group = cell % max(len(kept), 1)
    contact_days = _sums(group, days.at_risk, len(kept))
    opt_outs = _sums(group, days.opt_outs, len(kept))
    weight = _sums(of_cell, days.at_risk * (1 + often), len(cell))
    left = _sums(of_cell, days.opt_outs, len(cell))
    return Panel(
        service=names[kept // _BINS] if len(kept) else kept,
        frequency=_sums(group, days.at_risk * often, len(kept)) / contact_days,
        opt_outs=opt_outs,
        contact_days=contact_days,
        worth=_worth(weight, left, cell_group, kept // _BINS, opt_outs),
    )


def joined(panels: Sequence[Panel]) -> Panel:
    """Put panels of different services together."""
    return Panel(*(np.concatenate([getattr(one, f.name) for one in panels]) for f in fields(Panel)))


def peer_curve(table: Panel) -> tuple[CurvePoint, ...]:
    """Return the rate of all services by frequency, errors clustered by service; () without one.

    Fewer than eight services are no witnesses for the others: their errors would be too small.
    """
    fit = _fit_of_all(table)
    if fit is None:
        return ()
    tried = np.linspace(table.frequency.min(), table.frequency.max(), _POINTS)
    rows = ((float(one), np.array([1.0, np.log1p(one)])) for one in tried)
    return tuple(
        CurvePoint(one, fit.combination(row).through(lambda log: float(np.exp(log))))
        for one, row in rows
    )


def _rows(table: Panel) -> Array:
    return np.column_stack([np.ones(len(table.frequency)), np.log1p(table.frequency)])


def _fit_of_all(table: Panel) -> Fit | None:
    """Fit the rate of all services to their frequency."""
    if len(np.unique(table.service)) < FEWEST_SERVICES or np.ptp(table.frequency) == 0:
        return None
    try:
        return poisson_fit(_rows(table), table.opt_outs, table.contact_days, table.service)
    except NoFitError:
        return None


def peer_bins(table: Panel) -> tuple[PeerBin, ...]:
    """Return how services differ at each frequency.

    Where fewer than eight of them tried one, the curve of all stands for its mean, and how far
    services lie from the curve at all frequencies for how they differ (Clayton and Kaldor 1987).
    """
    fit = _fit_of_all(table)
    spread = np.divide(
        table.worth - 1, table.opt_outs, out=np.zeros_like(table.worth), where=table.opt_outs > 0
    )
    places = place(table.frequency)
    expected = np.exp(_rows(table) @ fit.coefficients) if fit is not None else None
    around = (
        gamma_prior(table.opt_outs, expected * table.contact_days, spread)
        if expected is not None
        else None
    )
    found = []
    for number in np.unique(places):
        here = places == number
        contact_days = table.contact_days[here]
        prior = gamma_prior(table.opt_outs[here], contact_days, spread[here])
        if prior is None and around is not None and expected is not None:
            mean = float(np.average(expected[here], weights=contact_days))
            prior = GammaPrior(around.mean * mean, around.shape, len(np.unique(table.service)))
        if prior is not None:
            found.append(PeerBin(list(Often)[number], prior.mean, prior.shape, prior.services))
    return tuple(found)


def split_of(table: Panel) -> Split | None:
    """Split the effect of the frequency into between and within services."""
    return between_within(table.service, table.frequency, table.contact_days, table.opt_outs)


@dataclass(frozen=True, slots=True, eq=False)
class Recent:
    """Opt-outs and contact-days of each service in some days.

    ``worth`` is how many of its opt-outs are worth one, ``spread`` what messages add to the squared
    relative error of its rate, ``sent`` the messages of a contact a day.
    """

    service: Numbers
    opt_outs: Array
    contact_days: Array
    worth: Array
    spread: Array
    sent: Array

    def only(self, flags: Flags) -> Recent:
        """Return the services that are flagged."""
        return Recent(*(getattr(self, one.name)[flags] for one in fields(self)))


def losses(recent: Recent, period_days: float) -> tuple[Loss, ...]:
    """Return what each service loses in a period, drawn to the others, the largest loss first."""
    known = recent.only(recent.contact_days > 0)
    prior = gamma_prior(known.opt_outs, known.contact_days, known.spread)
    if prior is None:
        return ()

    def lost(rate: float) -> float:
        return float(-np.expm1(-rate * period_days))

    found = []
    for place_of, name in enumerate(known.service):
        left, base = float(known.opt_outs[place_of]), float(known.contact_days[place_of])
        rate = prior.shrunken(left, base, float(known.spread[place_of]))
        apart = rate.low > prior.mean or rate.high < prior.mean
        sent = float(known.sent[place_of])
        found.append(
            Loss(
                int(name),
                rate.through(lost),
                int(left),
                int(base),
                outlier=apart,
                above=rate.estimate > prior.mean,
                messages_per_day=sent,
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.share.estimate, one.service_id)))


def changed(now: Recent, before: Recent) -> frozenset[int]:
    """Return the services whose rates differ by more than chance, corrected for their number.

    Given the sum of two counts, one of them is binomial where the rates are alike (Przyborowski
    and Wilenski 1940); opt-outs count as the independent ones that they are worth. Holm's
    correction lets one service in twenty looks at all of them be named wrongly.
    """
    both = (now.contact_days > 0) & (before.contact_days > 0)
    now, before = now.only(both), before.only(both)
    p_values = two_rates(
        now.opt_outs / now.worth, now.contact_days, before.opt_outs / now.worth, before.contact_days
    )
    surely = np.array(holm(list(p_values))) < CHANGED_BELOW
    return frozenset(int(one) for one in now.service[surely])


def two_rates(events: Array, exposure: Array, other: Array, other_exposure: Array) -> Array:
    """Return two-sided p-values of equal rates: twice the smaller tail."""
    from scipy.special import betainc

    part = exposure / (exposure + other_exposure)
    above = np.where(events > 0, betainc(np.maximum(events, 1e-12), other + 1, part), 1.0)
    below = np.where(other > 0, betainc(np.maximum(other, 1e-12), events + 1, 1 - part), 1.0)
    return np.asarray(np.minimum(2 * np.minimum(above, below), 1.0), dtype=np.float64)


def _worth(weight: Array, left: Array, group: Numbers, owner: Numbers, totals: Array) -> Array:
    """Return ``bins.worths`` of every service at once; ``group`` is the bin of each cell."""
    groups = len(totals)
    part = weight / np.maximum(_sums(group, weight, groups), 1e-300)[group]
    mean = part * totals[group]
    squares = _sums(group, mean**2, groups)
    excess = (left - mean) ** 2 - mean * (1 - part)
    below = mean**2 * (1 - 2 * part) + part**2 * squares[group]
    services = int(owner.max(initial=-1)) + 1
    above, below = (_sums(owner[group], each, services) for each in (excess, below))
    spread = np.maximum(np.divide(above, below, out=np.zeros_like(above), where=below > 0), 0.0)
    relative = np.divide(squares, totals, out=np.zeros_like(totals), where=totals > 0)
    return np.asarray(1 + spread[owner] * relative, dtype=np.float64)


def _sums(group: Numbers, values: Array, groups: int) -> Array:
    """Add up values by group."""
    return np.bincount(group, weights=values, minlength=groups).astype(np.float64)
