"""A lease shows who has a case open, and shuts out nobody for long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.case_lease import LEASE_S, RENEW_S, CaseLease, colleague_with, lease_after

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
_agents = st.sampled_from(["Lena Moser", "Tobias Reiter", "Jana Kofler"])


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_that_a_colleagues_live_lease_stays_and_an_ended_one_goes() -> None:
    held = lease_after(None, "Tobias Reiter", NOON)
    assert lease_after(held, "Lena Moser", after(LEASE_S - 1)) == held
    assert lease_after(held, "Lena Moser", after(LEASE_S)).agent == "Lena Moser"


def test_that_a_renewed_lease_began_when_it_began() -> None:
    held = lease_after(None, "Lena Moser", NOON)
    renewed = lease_after(held, "Lena Moser", after(RENEW_S))
    assert (renewed.since, renewed.until) == (NOON, after(RENEW_S + LEASE_S))


def test_that_nobody_is_a_colleague_of_their_own() -> None:
    held = lease_after(None, "Lena Moser", NOON)
    assert colleague_with(held, "Lena Moser", NOON) == ""
    assert colleague_with(held, "Tobias Reiter", NOON) == "Lena Moser"
    assert colleague_with(held, "Tobias Reiter", after(LEASE_S)) == ""
    assert colleague_with(None, "Lena Moser", NOON) == ""


@given(st.lists(st.tuples(_agents, st.floats(0, 120)), min_size=1, max_size=20))
def test_that_one_agent_at_a_time_has_a_case_open(beats: list[tuple[str, float]]) -> None:
    held: CaseLease | None = None
    now = NOON
    for agent, waited_s in beats:
        now += timedelta(seconds=waited_s)
        before, held = held, lease_after(held, agent, now)
        assert held.is_live(now)
        if before is not None and before.is_live(now):
            assert held.agent == before.agent
        else:
            assert held.agent == agent
