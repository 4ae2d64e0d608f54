"""Everything that is said about one service, and about all of them, from their days.

own_estimate(days, left_out, counted, limit, period_days) -> OwnEstimate
batch_of(days, left_out, last_day) -> Batch
peer_estimate(batches, period_days) -> PeerEstimate
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from desktop.models.frequency.advice import benefit_range, rate_at, within_limit
from desktop.models.frequency.arrays import Array, Days, Flags, Numbers, frequencies
from desktop.models.frequency.bins import by_frequency, cells
from desktop.models.frequency.from_events import EventDays, tenure_shares
from desktop.models.frequency.panel import (
    Panel,
    Recent,
    changed,
    joined,
    losses,
    panel,
    peer_bins,
    peer_curve,
    split_of,
)
from desktop.models.frequency.rates import Estimate, share_lost
from desktop.models.frequency.reads import share_by_frequency
from desktop.models.frequency.shape import shape
from desktop.models.frequency.trend import trend
from desktop.models.records.frequency import (
    Advice,
    Bin,
    Disagreement,
    Lack,
    NotEnough,
    OwnEstimate,
)
from desktop.models.records.peers import PeerEstimate

HORIZON_DAYS = 365
"""For how long reads of a new contact are counted."""

RECENT_DAYS = 30


def own_estimate(
    days: Days, left_out: Flags, seen: EventDays | None, limit: float, period_days: int
) -> OwnEstimate:
    """Return what the days of one service say; those that are ``left_out`` do not count."""
    often = frequencies(days)
    often[left_out] = np.nan
    bins = by_frequency(days, often)
    tenure = tenure_shares(seen, days.day, days.at_risk) if seen is not None else None
    return OwnEstimate(
        period_days=period_days,
        limit=limit,
        bins=bins,
        trend=trend(days, often, tenure),
        shape=shape(cells(days, often)) if bins else None,
        advice=_advice(days, often, bins, limit, period_days),
        disagreements=_disagreements(days, seen) if seen is not None else (),
        by_events=_by_events(seen, period_days) if seen is not None else None,
        read=share_by_frequency(days, often, days.read),
        clicked=share_by_frequency(days, often, days.clicked),
    )


def _advice(
    days: Days, often: Array, bins: Sequence[Bin], limit: float, period_days: int
) -> Advice | NotEnough:
    """Return what reads recommend below the limit, or where they cannot, what the limit allows."""
    if not bins:
        return NotEnough(Lack.NO_DATA)
    most_lost = rate_at(limit, period_days)
    by_reads = benefit_range(cells(days, often), bins, HORIZON_DAYS, most_lost)
    if isinstance(by_reads, Advice):
        return by_reads
    by_limit = within_limit(bins, most_lost)
    told = isinstance(by_limit, Advice) or by_reads.lack is not Lack.UNDECIDED
    return by_limit if told else by_reads


def _disagreements(days: Days, seen: EventDays) -> tuple[Disagreement, ...]:
    """Return the days that both know and count differently."""
    _, ours, theirs = np.intersect1d(days.day, seen.day, return_indices=True)
    differs = days.opt_outs[ours] != seen.opt_outs[theirs]
    pairs = zip(ours[differs], theirs[differs], strict=True)
    return tuple(
        Disagreement(
            date.fromordinal(int(days.day[one])),
            int(days.opt_outs[one]),
            int(seen.opt_outs[other]),
        )
        for one, other in pairs
    )


def _by_events(seen: EventDays, period_days: int) -> Estimate | None:
    """Return the share that opts out in a period, from events alone."""
    contact_days = int(seen.at_risk.sum())
    return share_lost(int(seen.opt_outs.sum()), contact_days, period_days) if contact_days else None


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some services added up: their bins, and opt-outs and contact-days of the last two months.

    The columns of ``opt_outs``, ``contact_days`` and ``sent`` are the last thirty days and those
    before; ``sent`` is messages times contacts.
    """

    table: Panel
    service: Numbers
    opt_outs: Array
    contact_days: Array
    sent: Array


def batch_of(days: Days, left_out: Flags, last_day: int) -> Batch:
    """Add up some services; days that are ``left_out`` do not count.

    ``last_day`` (ordinal) is the last one of all services.
    """
    names, service = np.unique(days.service, return_inverse=True)
    month = (last_day - days.day) // RECENT_DAYS
    lately = (month >= 0) & (month < 2)  # noqa: PLR2004 - this month and the one before
    wanted = lately & ~left_out
    key = service[wanted] * 2 + month[wanted]

    def sums(values: Array) -> Array:
        added = np.bincount(key, weights=values[wanted], minlength=2 * len(names))
        return added.astype(np.float64).reshape(-1, 2)

    often = frequencies(days)
    often[left_out] = np.nan
    return Batch(
        table=panel(days, often),
        service=names,
        opt_outs=sums(days.opt_outs),
        contact_days=sums(days.at_risk),
        sent=sums(days.at_risk * days.sent),
    )


def peer_estimate(batches: Sequence[Batch], period_days: int) -> PeerEstimate:
    """Return what all services say together."""
    if not batches:
        return PeerEstimate(period_days, 0, 0, 0, (), None, (), ())
    table = joined([one.table for one in batches])
    now, before = (_recent(batches, table, month) for month in (0, 1))
    return PeerEstimate(
        period_days=period_days,
        services=len(np.unique(table.service)),
        opt_outs=int(table.opt_outs.sum()),
        contact_days=int(table.contact_days.sum()),
        curve=peer_curve(table),
        split=split_of(table),
        losses=losses(now, period_days),
        before=losses(before, period_days),
        changed=changed(now, before),
        bins=peer_bins(table),
    )


def _recent(batches: Sequence[Batch], table: Panel, month: int) -> Recent:
    """Return one month of all; what an opt-out is worth is that of the whole service."""
    service = np.concatenate([one.service for one in batches])
    opt_outs = np.concatenate([one.opt_outs[:, month] for one in batches])
    contact_days = np.concatenate([one.contact_days[:, month] for one in batches])
    sent = np.concatenate([one.sent[:, month] for one in batches])
    number = np.searchsorted(service, table.service)
    weight = np.bincount(number, weights=table.contact_days, minlength=len(service))
    worth = np.bincount(number, weights=table.contact_days * table.worth, minlength=len(service))
    total = np.bincount(number, weights=table.opt_outs, minlength=len(service))
    usual = np.divide(worth, weight, out=np.ones(len(service)), where=weight > 0)
    expected = np.divide(total, weight, out=np.zeros(len(service)), where=weight > 0) * contact_days
    return Recent(
        service,
        opt_outs,
        contact_days,
        worth=usual,
        spread=np.divide(usual - 1, expected, out=np.zeros(len(service)), where=expected > 0),
        sent=np.divide(sent, contact_days, out=np.zeros(len(sent)), where=contact_days > 0),
    )
