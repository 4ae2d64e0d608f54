"""Shares of messages that were read, against an independent library."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.models.frequency.arrays import Days, frequencies, messages
from desktop.models.frequency.reads import share_by_frequency
from desktop.models.records.frequency import Often


def days(sent: list[float], read: list[float]) -> Days:
    count = len(sent)
    unknown = np.full(count, np.nan)
    return Days(
        service=np.zeros(count, dtype=np.int64),
        day=np.arange(739_000, 739_000 + count),
        at_risk=np.full(count, 1_000.0),
        sent=np.array(sent),
        opt_outs=np.zeros(count),
        read=np.array(read),
        clicked=unknown,
    )


def test_that_an_independent_library_agrees_on_shares_of_messages() -> None:
    import statsmodels.api as sm

    random = np.random.default_rng(5)
    sent = random.poisson(np.repeat([1.0, 3.0], 60)).astype(float)
    interest = 1 / (1 + np.exp(-random.normal(-0.4, 0.5, 120)))
    of = days(sent.tolist(), random.binomial((1_000 * sent).astype(int), interest).tolist())
    often = frequencies(of)
    found = {one.often: one for one in share_by_frequency(of, often, of.read)}
    base = of.at_risk * of.sent
    for name, low, high in ((Often.DAILY, 3.5 / 7, 1.5), (Often.SOME_A_DAY, 1.5, 3.5)):
        here = (often > low) & (often <= high) & (base > 0)
        pairs = np.column_stack([of.read[here], base[here] - of.read[here]])
        other = sm.GLM(pairs, np.ones(int(here.sum())), family=sm.families.Binomial()).fit(
            cov_type="cluster", cov_kwds={"groups": messages(of)[here]}, use_t=True
        )
        ((bottom, top),) = other.conf_int()
        share = found[name].share
        logits = [np.log(one / (1 - one)) for one in (share.estimate, share.low, share.high)]
        assert logits == pytest.approx([other.params[0], bottom, top], rel=1e-6)
        assert found[name].messages == here.sum()


def test_that_two_messages_and_what_nobody_counted_say_nothing() -> None:
    nobody = days([1.0] * 20, [np.nan] * 20)
    assert share_by_frequency(nobody, frequencies(nobody), nobody.read) == ()
    few = days([1.0] * 9, [400.0] * 9)
    assert share_by_frequency(few, frequencies(few), few.read) == ()
    enough = days([1.0] * 10, [400.0] * 10)
    (found,) = share_by_frequency(enough, frequencies(enough), enough.read)
    assert found.share.estimate == pytest.approx(0.4)
    assert found.messages == 3


def test_that_what_all_or_none_read_has_no_interval() -> None:
    for read in (0.0, 1_000.0):
        of = days([1.0] * 30, [read] * 30)
        assert share_by_frequency(of, frequencies(of), of.read) == ()
