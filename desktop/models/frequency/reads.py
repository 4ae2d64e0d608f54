"""Reads or clicks by frequency: which share of the messages was read where many were sent.

    share_by_frequency(days, often, counted) -> tuple[ShareAt, ...]

A message that interests nobody is read by few, whoever gets it: messages are the witnesses, not
contacts. So the interval is that of a ratio of sums over messages (Cochran 1977, section 6.3; the
same as a regression without terms whose errors are clustered by message), on the logit scale.
"""

from __future__ import annotations

import numpy as np

from desktop.models.frequency.arrays import Array, Days, Numbers, countable, messages
from desktop.models.frequency.bins import place
from desktop.models.frequency.glm import reach
from desktop.models.frequency.rates import FEWEST_SEND_DAYS, Estimate
from desktop.models.records.frequency import Often, ShareAt


def share_by_frequency(days: Days, often: Array, counted: Array) -> tuple[ShareAt, ...]:
    """Return the share of messages that was read (or clicked) at each frequency, lowest first.

    ``counted`` is what was counted each day, not-a-number where nobody did. Frequencies with fewer
    than three messages are left out, and those at which all messages or none were read.
    """
    sent = days.at_risk * days.sent
    known = countable(days, often) & ~np.isnan(counted) & (sent > 0)
    places, groups = place(often[known]), messages(days)[known]
    base, read, often = sent[known], counted[known], often[known]
    found = []
    for number in np.unique(places):
        here = places == number
        share = _share(groups[here], read[here], base[here])
        if share is not None:
            frequency = float(np.average(often[here], weights=base[here]))
            name = list(Often)[number]
            found.append(ShareAt(name, frequency, share, len(np.unique(groups[here]))))
    return tuple(found)


def _share(groups: Numbers, read: Array, base: Array) -> Estimate | None:
    """Return the share over some messages with its interval."""
    _, number = np.unique(groups, return_inverse=True)
    count = int(number.max()) + 1
    share = float(read.sum() / base.sum())
    if count < FEWEST_SEND_DAYS or not 0 < share < 1:
        return None
    surplus = np.bincount(number, weights=read - share * base)
    variance = count / (count - 1) * float(surplus @ surplus) / base.sum() ** 2
    half = reach(count - 1) * variance**0.5 / (share * (1 - share))
    logit = float(np.log(share / (1 - share)))
    return Estimate(logit, logit - half, logit + half).through(_expit)


def _expit(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))
