"""Simulates services whose opt-out rates are known, and counts how often the estimates are right.

    python scripts/frequency_study.py                     500 services, docs/frequency-study.md
    python scripts/frequency_study.py --services 50 --seed 3 --output -

Messages differ: a bad one makes many contacts leave in the days after it. That is what breaks the
usual intervals, so it is what the study puts in.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop.models.frequency.arrays import Array, Days, countable, frequencies  # noqa: E402
from desktop.models.frequency.bins import by_frequency, cells, place  # noqa: E402
from desktop.models.frequency.peers import GammaPrior, gamma_prior  # noqa: E402
from desktop.models.frequency.rates import Estimate  # noqa: E402
from desktop.models.frequency.shape import shape  # noqa: E402
from desktop.models.frequency.trend import trend  # noqa: E402
from desktop.models.records.frequency import Bin, Often  # noqa: E402

SERVICES, SEED = 500, 20_261
PAGE = ROOT / "docs" / "frequency-study.md"
PHASES = (0.0, 1 / 30, 1 / 15, 1 / 7, 2.5 / 7, 1.0, 2.0, 3.0, 6.0)
SHOCK, FADES = 0.5, 0.6
"""Standard deviation of the logarithm of what a message does, and what is left of it a day on."""

CLASSES = ((1_000, 10_000), (10_000, 100_000), (100_000, np.inf))
HEAD = """# How often the intervals are right

Made by `make study` (`scripts/frequency_study.py`), which says how the services are simulated; do
not edit this page by hand. {services} services with known opt-out rates, {days} days, {opt_outs}
opt-outs. The sizes of the lists, how long they are watched, their frequencies, weekdays and rates
all differ. Messages differ as well: the logarithm of what one does has a standard deviation of
{shock}, and it fades within days. An interval of 95 % should hold the truth in 93 to 97 of 100.

| interval of 95 % | cases | holds the truth |
|---|---:|---:|
"""
MIDDLE = """
The exact interval is right where contacts leave one by one and too narrow where messages differ: it
is the reason for the wide one, which the desk draws. Bins that the desk greys are left out of both;
the shrunken rates are of all bins.

Error (root of the mean square, opt-outs per 1,000 contact-days) of the rate of a service in a bin:

| contact-days in the bin | cases | own rate | all services as one | shrunken |
|---|---:|---:|---:|---:|
"""
TAIL = """
Shrinkage pays where data are few. Above 100,000 contact-days a service needs no help from others,
and loses nothing by it: how far a rate is drawn is judged by what messages do at the mean rate.
Judged by each service's own count, high rates would be drawn too far (0.50 in the last line).
"""


@dataclass(frozen=True, slots=True, eq=False)
class Simulated:
    """A service with the true rate per contact-day of each of its days."""

    days: Days
    often: Array
    true: Array

    def true_of(self, name: Often) -> float:
        """Return the true rate of a bin, at the contacts and days that were seen."""
        counted = countable(self.days, self.often)
        inside = np.flatnonzero(counted)[place(self.often[counted]) == list(Often).index(name)]
        return float(np.average(self.true[inside], weights=self.days.at_risk[inside]))


Hazard = Callable[[Array], Array]


def power_hazard(random: np.random.Generator) -> Hazard:
    """A background and a power of the frequency: what no fitted formula knows."""
    level = random.lognormal(0, 0.35)
    base, slope = level * random.uniform(0.0003, 0.001), level * random.uniform(0.0006, 0.0016)
    growth = random.choice([1.0, 1.3, 1.6])
    return lambda often: base + slope * often**growth


def log_hazard(random: np.random.Generator) -> tuple[Hazard, float]:
    """The formula of the regression itself, and its true effect."""
    level, effect = random.lognormal(np.log(0.0008), 0.4), random.uniform(0.4, 1.8)
    return lambda often: level * (1 + often) ** effect, effect


def simulated(random: np.random.Generator, hazard: Hazard, shock: float) -> Simulated:
    """Let a service send in phases of some weeks, and its contacts leave one after the other."""
    length = int(random.integers(150, 500))
    weeks = random.integers(3, 9, length)
    usual = random.choice(PHASES, length, p=[0.08, 0.06, 0.06, 0.2, 0.2, 0.2, 0.1, 0.06, 0.04])
    sent = random.poisson(np.repeat(usual, weeks * 7)[:length]).astype(np.float64)
    before = np.concatenate([np.zeros(7), sent])
    often = np.array([before[day : day + 7].sum() / 7 for day in range(length)])
    weekday = np.exp(random.normal(0, 0.1, 7))[np.arange(length) % 7]
    true = hazard(often) * weekday
    moved = np.clip(true * _shocks(random, sent, shock), 0, 1)
    contacts = int(np.exp(random.uniform(np.log(100), np.log(20_000))))
    starts = random.poisson(contacts * random.uniform(0.0, 0.01), length)
    at_risk, left = np.zeros(length), np.zeros(length)
    for day in range(length):
        at_risk[day], left[day] = contacts, random.binomial(contacts, moved[day])
        contacts += int(starts[day] - left[day])
    unknown = np.full(length, np.nan)
    first = np.zeros(length, dtype=np.int64)
    numbers = np.arange(length) + 739_000
    days = Days(first, numbers, at_risk, sent, left, unknown, unknown)
    return Simulated(days, frequencies(days), true)


def _shocks(random: np.random.Generator, sent: Array, size: float) -> Array:
    """Return what messages multiply the rate of each day by; 1 on average."""
    total, left = np.ones(len(sent)), 0.0
    strength = 0.0
    for day, many in enumerate(sent):
        strength = 1.0 if many > 0 else strength * FADES
        left = random.normal() if many > 0 else left
        total[day] = np.exp(strength * size * left - (strength * size) ** 2 / 2)
    return total


class Tally:
    """How often intervals held the truth, line by line."""

    def __init__(self) -> None:
        self._lines: dict[str, list[bool]] = {}

    def add(self, line: str, estimate: Estimate, truth: float) -> None:
        """Note whether an interval held the truth."""
        self._lines.setdefault(line, []).append(estimate.low <= truth <= estimate.high)

    def rows(self) -> Iterator[str]:
        """Yield the lines of the table."""
        for line, held in self._lines.items():
            share = f"{100 * np.mean(held):.1f} %"
            yield f"| {line} | {len(held):,} | {share} |"


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One bin of one service, and the truth about it."""

    bin: Bin
    truth: float


def watch(tally: Tally, services: list[Simulated], label: str) -> dict[Often, list[Seen]]:
    """Count how often the intervals of bins hold, and return the bins."""
    seen: dict[Often, list[Seen]] = {}
    for service in services:
        for one in by_frequency(service.days, service.often):
            truth = service.true_of(one.often)
            seen.setdefault(one.often, []).append(Seen(one, truth))
            if not one.doubts:
                tally.add(f"exact interval of a bin, {label}", one.rate, truth)
                tally.add(f"wide interval of a bin, {label}", one.wide, truth)
    return seen


def watch_shapes(tally: Tally, services: list[Simulated]) -> None:
    """Count how often the band of the shape holds the truth of each bin with enough data."""
    for service in services:
        fit = shape(cells(service.days, service.often), draws=200)
        greyed = {one.often for one in by_frequency(service.days, service.often) if one.doubts}
        for point in fit.points if fit else ():
            if point.often not in greyed:
                truth = service.true_of(point.often)
                tally.add("bootstrap band of the shape, messages differ", point.rate, truth)


def watch_trends(tally: Tally, random: np.random.Generator, number: int) -> None:
    """Count how often the regression finds the effect and the curve that made the data."""
    for _ in range(number):
        hazard, effect = log_hazard(random)
        service = simulated(random, hazard, SHOCK)
        found = trend(service.days, service.often)
        if found is None:
            continue
        tally.add("effect of the frequency (regression), messages differ", found.effect, effect)
        counted = countable(service.days, service.often)
        at_risk = service.days.at_risk[counted]
        plain = hazard(service.often[counted])
        level = np.average(service.true[counted], weights=at_risk) / np.average(
            plain, weights=at_risk
        )
        for point in found.curve[::10]:
            truth = float(hazard(np.array([point.frequency]))[0] * level)
            tally.add("curve of the regression, messages differ", point.rate, truth)


def shrunken(
    tally: Tally, seen: dict[Often, list[Seen]]
) -> Iterator[tuple[float, Seen, float, float]]:
    """Yield contact-days, bin, shrunken and pooled rate of each service in each bin."""
    for bins in seen.values():
        events = np.array([one.bin.opt_outs for one in bins], dtype=np.float64)
        exposure = np.array([one.bin.contact_days for one in bins], dtype=np.float64)
        prior = gamma_prior(events, exposure, np.array([one.bin.spread for one in bins]))
        if prior is None:
            continue
        for one in bins:
            yield _shrunken(tally, one, prior)


def _shrunken(tally: Tally, one: Seen, prior: GammaPrior) -> tuple[float, Seen, float, float]:
    """Shrink one bin of one service, and note whether its interval holds."""
    found = prior.shrunken(one.bin.opt_outs, one.bin.contact_days, one.bin.spread)
    tally.add("shrunken rate of a bin, all bins, messages differ", found, one.truth)
    return one.bin.contact_days, one, found.estimate, prior.mean


def errors(lines: list[tuple[float, Seen, float, float]]) -> Iterator[str]:
    """Yield the lines of the table of errors."""
    for low, high in CLASSES:
        inside = [line for line in lines if low <= line[0] < high]
        if not inside:
            continue
        truth = np.array([one.truth for _, one, _, _ in inside])
        rates = (
            np.array([one.bin.rate.estimate for _, one, _, _ in inside]),
            np.array([pooled for _, _, _, pooled in inside]),
            np.array([drawn for _, _, drawn, _ in inside]),
        )
        wrong = (1_000 * float(np.sqrt(np.mean((rate - truth) ** 2))) for rate in rates)
        span = f"{low:,} to {high:,.0f}" if np.isfinite(high) else f"above {low:,}"
        yield f"| {span} | {len(inside):,} | " + " | ".join(f"{one:.2f}" for one in wrong) + " |"


def study(number: int, seed: int) -> str:
    """Return the page."""
    random = np.random.default_rng(seed)
    calm = [simulated(random, power_hazard(random), 0.0) for _ in range(number)]
    wild = [simulated(random, power_hazard(random), SHOCK) for _ in range(number)]
    tally = Tally()
    watch(tally, calm, "messages alike")
    seen = watch(tally, wild, "messages differ")
    watch_shapes(tally, wild)
    watch_trends(tally, random, number)
    lines = list(shrunken(tally, seen))
    head = HEAD.format(
        services=f"{number:,}",
        days=f"{sum(len(one.days) for one in wild):,}",
        opt_outs=f"{int(sum(one.days.opt_outs.sum() for one in wild)):,}",
        shock=SHOCK,
    )
    return "\n".join([head + "\n".join(tally.rows()), MIDDLE + "\n".join(errors(lines)), TAIL])


def main() -> None:
    """Write the page, or print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--services", type=int, default=SERVICES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--output", default=str(PAGE), help="a file, or - for the screen")
    chosen = parser.parse_args()
    page = study(chosen.services, chosen.seed)
    if chosen.output == "-":
        print(page)
    else:
        Path(chosen.output).write_text(page, encoding="utf-8")
        print(f"Written: {chosen.output}")


if __name__ == "__main__":
    main()
