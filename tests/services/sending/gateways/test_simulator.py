from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.services.sending.gateways.base import Gateway, Scope, SendAnswer, SmsRequest
from desktop.services.sending.gateways.simulator import Behaviour, Simulator
from desktop.services.sending.reports import Delivery

_NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class _Clock:
    def __init__(self) -> None:
        self.now = _NOON

    def __call__(self) -> datetime:
        return self.now


def _simulator(clock: _Clock | None = None, **shares: float) -> Simulator:
    return Simulator(Behaviour(latency_s=0, **shares), clock or _Clock())  # type: ignore[arg-type]  # the seed stays as it is


def _send_all(gateway: Gateway, numbers: int = 1000) -> list[SendAnswer]:
    return [
        gateway.send(SmsRequest(f"+436640{number:06d}", "x", f"id {number}", 1))
        for number in range(numbers)
    ]


def test_that_the_same_numbers_meet_the_same_fate_every_time() -> None:
    assert _send_all(_simulator()) == _send_all(_simulator())
    other = Simulator(Behaviour(latency_s=0, seed=2))
    assert _send_all(_simulator()) != _send_all(other)


def test_that_shares_come_out_about_as_they_were_asked_for() -> None:
    answers = _send_all(_simulator(refused=0.1, unclear=0.2))

    scopes = [answer.scope for answer in answers]
    assert 70 < scopes.count(Scope.RECIPIENT) < 130
    assert 150 < scopes.count(Scope.UNCLEAR) < 250
    assert set(scopes) == {Scope.ACCEPTED, Scope.RECIPIENT, Scope.UNCLEAR}


def test_that_reports_come_later_and_once() -> None:
    clock = _Clock()
    gateway = _simulator(clock, refused=0, unclear=0, undeliverable=0.5, never_reported=0)
    _send_all(gateway, 100)

    assert gateway.collect_reports() == ()
    due = gateway.next_report_at()
    assert due is not None
    assert due > _NOON
    clock.now = _NOON + timedelta(minutes=1)
    reports = gateway.collect_reports()
    assert len({report.client_message_id for report in reports}) == 100
    assert {report.delivery for report in reports} == {Delivery.DELIVERED, Delivery.UNDELIVERABLE}
    assert all(bool(r.reason) == (r.delivery is Delivery.UNDELIVERABLE) for r in reports)
    assert gateway.collect_reports() == ()
    assert gateway.next_report_at() is None


def test_that_a_closed_simulator_takes_nothing() -> None:
    gateway = _simulator()
    gateway.close()

    assert {answer.scope for answer in _send_all(gateway, 3)} == {Scope.NOT_ACCEPTED}


def test_that_an_sms_kept_back_is_not_taken() -> None:
    answer = _simulator().send(SmsRequest("+436640000001", "x", "id", 1), lambda: False)

    assert answer.reason == "kept_back"
