"""Opt-outs of a service before and after the day from which a change of frequency was agreed.

    before_after(days, agreed_on, changes, period_days) -> BeforeAfter
    rate_ratio(after, before) -> Estimate | None
    follow_up_on(agreed_on, today) -> date | None

The frequency that belongs to a day is that of the seven days before it (``rates``): the first seven
days after the agreed one still carry messages from before and count to neither side. Nor do the
days after a number change. Each side looks at ninety days at most. The customers of these days
were not drawn by lot, and seasons differ: a lower rate after the change proves no cause.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from desktop.models.frequency.rates import WINDOW_DAYS, DayTraffic, Estimate, exact_share_of
from desktop.models.frequency.weeks import is_left_out, tally
from desktop.models.records.traffic import BeforeAfter, NumberChange, Tally, Verdict

MOST_DAYS = 90
ENOUGH_DAYS = 30
"""After so many days that count it is worth while to look again."""


def before_after(
    days: Sequence[DayTraffic],
    agreed_on: date,
    changes: Sequence[NumberChange],
    period_days: int,
) -> BeforeAfter:
    """Compare the days before with those after; rates are told for ``period_days``."""
    first_day = agreed_on + timedelta(days=WINDOW_DAYS)
    earliest = agreed_on - timedelta(days=MOST_DAYS)
    latest = first_day + timedelta(days=MOST_DAYS)
    counted = [one for one in days if not is_left_out(one.day, changes)]
    before = _tally([one for one in counted if earliest <= one.day < agreed_on], period_days)
    after = _tally([one for one in counted if first_day <= one.day < latest], period_days)
    ratio = rate_ratio(after, before) if after is not None and before is not None else None
    verdict = _verdict(before, after, ratio)
    return BeforeAfter(agreed_on, first_day, before, after, ratio, verdict)


def rate_ratio(after: Tally, before: Tally) -> Estimate | None:
    """Return how many times the rate before that after is, with its exact interval.

    Given how many opt-outs there were in all, those after are binomial (Przyborowski and Wilenski
    1940); the bounds are Clopper's and Pearson's. None without exposure on both sides, or without
    an opt-out before.
    """
    if not after.contact_days or not before.contact_days or not before.opt_outs:
        return None
    share = exact_share_of(after.opt_outs, after.opt_outs + before.opt_outs)
    scale = before.contact_days / after.contact_days
    return share.through(lambda part: scale * part / (1 - part) if part < 1 else float("inf"))


def follow_up_on(agreed_on: date, today: date) -> date | None:
    """Return the day from which the follow-up has days to compare; None where it has come."""
    enough = agreed_on + timedelta(days=WINDOW_DAYS + ENOUGH_DAYS)
    return enough if enough > today else None


def _tally(days: Sequence[DayTraffic], period_days: int) -> Tally | None:
    found = tally(days, period_days) if days else None
    return found if found is not None and found.contact_days else None


def _verdict(before: Tally | None, after: Tally | None, ratio: Estimate | None) -> Verdict:
    if after is None:
        return Verdict.WAITING
    if before is None or ratio is None or _says_little(before) or _says_little(after):
        return Verdict.TOO_FEW
    if ratio.high < 1:
        return Verdict.LOWER
    return Verdict.HIGHER if ratio.low > 1 else Verdict.UNDECIDED


def _says_little(side: Tally) -> bool:
    """Tell whether a side has too few days to speak of.

    Few opt-outs alone are no lack: they widen the interval, which is exact.
    """
    return side.last_day - side.first_day < timedelta(days=WINDOW_DAYS - 1)
