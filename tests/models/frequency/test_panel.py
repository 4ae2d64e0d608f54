"""Services side by side say what each of them says alone."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from desktop.models.frequency.arrays import Days, frequencies
from desktop.models.frequency.bins import by_frequency, place
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
    two_rates,
)
from desktop.models.records.frequency import Often


def services(number: int, days: int = 120, seed: int = 1) -> Days:
    random = np.random.default_rng(seed)
    usual = np.repeat(random.choice([0.0, 1 / 7, 1.0, 3.0], (number, days // 40)), 40, axis=1)
    sent = random.poisson(usual).astype(float)
    before = np.concatenate([np.zeros((number, 7)), sent], axis=1)
    often = np.array([before[:, day : day + 7].mean(axis=1) for day in range(sent.shape[1])]).T
    level = random.gamma(4, 0.00025, (number, 1))
    at_risk = np.repeat(random.integers(50, 5_000, (number, 1)), sent.shape[1], axis=1)
    shock = random.gamma(4, 0.25, sent.shape)
    left = random.poisson(at_risk * level * (1 + often) * shock)
    flat = [part.ravel().astype(float) for part in (at_risk, sent, left)]
    names = np.repeat(np.arange(number) * 3 + 10, sent.shape[1])
    numbers = np.tile(np.arange(sent.shape[1]) + 739_000, number)
    unknown = np.full(len(names), np.nan)
    return Days(names, numbers, flat[0], flat[1], flat[2], unknown, unknown)


def test_that_each_service_has_the_bins_that_it_has_alone() -> None:
    days = services(20)
    table = panel(days)
    for name in np.unique(days.service):
        alone = days.only(days.service == name)
        bins = by_frequency(alone, frequencies(alone))
        mine = table.service == name
        assert table.frequency[mine] == pytest.approx([one.frequency for one in bins])
        assert table.opt_outs[mine].tolist() == [one.opt_outs for one in bins]
        assert table.contact_days[mine].tolist() == [one.contact_days for one in bins]
        assert table.worth[mine] == pytest.approx([one.worth for one in bins])


def test_that_batches_put_together_are_the_whole() -> None:
    days = services(20)
    first = days.service < 40
    both = joined([panel(days.only(first)), panel(days.only(~first))])
    whole = panel(days)
    for name in ("service", "frequency", "opt_outs", "contact_days", "worth"):
        assert getattr(both, name) == pytest.approx(getattr(whole, name))


def test_that_the_curve_of_all_holds_the_truth() -> None:
    curve = peer_curve(panel(services(60, days=200)))
    assert len(curve) == 41
    for point in curve:
        assert point.rate.low < 0.001 * (1 + point.frequency) < point.rate.high


def test_that_a_handful_of_services_is_no_curve_for_the_others() -> None:
    assert peer_curve(panel(services(7, days=200))) == ()


def table_places(table: Panel) -> list[int]:
    return [int(one) for one in np.unique(place(table.frequency))]


def test_that_each_frequency_shows_how_services_differ_at_it() -> None:
    table = panel(services(60, days=200))
    found = peer_bins(table)
    assert {one.often for one in found} <= set(Often)
    assert all(8 <= one.services <= 60 for one in found)
    for one in found:
        here = place(table.frequency) == list(Often).index(one.often)
        crude = table.opt_outs[here].sum() / table.contact_days[here].sum()
        assert one.mean == pytest.approx(crude, rel=0.15)
    assert peer_bins(panel(services(7, days=200))) == ()


def test_that_the_curve_of_all_stands_for_a_frequency_that_few_tried() -> None:
    table = panel(services(60, days=200))
    rare = np.flatnonzero(place(table.frequency) == table_places(table)[-1])[3:]
    kept = np.setdiff1d(np.arange(len(table.service)), rare)
    few = Panel(*(getattr(table, one.name)[kept] for one in fields(Panel)))
    by_name = {one.often: one for one in peer_bins(few)}
    whole = {one.often: one for one in peer_bins(table)}
    name = list(Often)[table_places(table)[-1]]
    assert by_name[name].mean == pytest.approx(whole[name].mean, rel=0.25)
    assert by_name[name].services == 60


def test_that_services_alike_in_all_but_frequency_are_not_confounded() -> None:
    split = split_of(panel(services(60, days=200)))
    assert split is not None
    assert not split.confounded


def test_that_losses_are_ranked_and_drawn_to_the_others() -> None:
    opt_outs = np.array([0.0, 2, 30, 300, 900, 30, 28, 33, 31, 0])
    contact_days = np.array([0.0, 500, 1e4, 1e5, 1e5, 1e4, 1e4, 1e4, 1e4, 1e4])
    found = losses(
        Recent(np.arange(10), opt_outs, contact_days, np.ones(10), np.zeros(10), np.full(10, 2.0)),
        30,
    )
    assert found[0].service_id == 4
    assert 0 not in [one.service_id for one in found]
    assert [one.share.estimate for one in found] == sorted(
        (one.share.estimate for one in found), reverse=True
    )
    by_service = {one.service_id: one for one in found}
    assert by_service[4].outlier
    assert not by_service[1].outlier
    assert by_service[1].share.estimate < 2 / 500 * 30
    assert by_service[9].share.estimate > 0


def test_that_nothing_gives_nothing() -> None:
    empty = panel(services(2).only(np.array([], dtype=np.int64)))
    assert len(empty.service) == 0
    assert peer_curve(empty) == ()
    assert split_of(empty) is None
    nobody = Recent(empty.service, *[np.array([])] * 5)
    assert losses(nobody, 30) == ()
    assert changed(nobody, nobody) == frozenset()


@pytest.mark.parametrize(("events", "other"), [(30, 12), (0, 7), (5, 5), (12, 30)])
def test_that_an_independent_library_agrees_on_two_rates(events: int, other: int) -> None:
    from statsmodels.stats.rates import test_poisson_2indep as compared

    pairs = (np.array([float(one)]) for one in (events, 1_000, other, 1_500))
    (found,) = two_rates(*pairs)
    tails = [
        compared(events, 1_000, other, 1_500, method="exact-cond", alternative=side).pvalue
        for side in ("larger", "smaller")
    ]
    assert found == pytest.approx(min(2 * min(tails), 1.0), rel=1e-9)


def test_that_chance_changes_nothing_and_a_real_change_is_named() -> None:
    random = np.random.default_rng(2)
    flat = np.full(500, 10_000.0)
    worth, none, sent = np.full(500, 2.0), np.zeros(500), np.ones(500)
    names = np.arange(500)
    then, lately = (2.0 * random.poisson(15, 500).astype(np.float64) for _ in range(2))
    before = Recent(names, then, flat, worth, none, sent)
    now = Recent(names, lately, flat.copy(), worth, none, sent)
    assert len(changed(now, before)) <= 1
    now.opt_outs[7] = 150.0
    assert 7 in changed(now, before)
    now.contact_days[7] = 0.0
    assert 7 not in changed(now, before)
