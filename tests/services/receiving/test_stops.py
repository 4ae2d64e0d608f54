from __future__ import annotations

import io
import itertools
import json
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select

from desktop.models.changes import Change
from desktop.models.states import (
    ContactEventKind,
    ContactState,
    DispatchState,
    ExclusionReason,
    ReportState,
    SmsState,
)
from desktop.models.tables import (
    AuditEntry,
    Contact,
    ContactEvent,
    Customer,
    NewsletterService,
    ReceivedReport,
)
from desktop.services.receiving.entry import ReportEntry
from desktop.services.receiving.inbox import Inbox
from desktop.services.receiving.stops import ANSWERED_WITHIN
from desktop.services.sending.answers import Answered
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.storage import audit
from tests.support.sending import HandClock, World, claimed, sending_outbox
from tests.support.signups import add_contacts

_SUPPRESSED = ContactState.SUPPRESSED
_INCOMPLETE = ContactState.INCOMPLETE
_ids = itertools.count(1)


def _reply(e164: str, text: str = "STOP") -> bytes:
    return json.dumps(
        {
            "messageType": "text",
            "notificationId": f"{next(_ids):020d}",
            "senderAddress": e164[1:],
            "senderAddressType": "international",
            "recipientAddress": "0828000000",
            "textMessageContent": text,
        }
    ).encode()


def _receive(world: World, *raw: bytes) -> int:
    inbox = Inbox(world.database)
    for one in raw:
        inbox.keep("websms", one)
    return inbox.settle()


def _elsewhere(world: World, e164: str, **columns: object) -> None:
    """Adds the number to service 2 of the same customer, and to service 3 of another one."""
    since = world.database.clock() - timedelta(days=5)
    with world.database.write() as session:
        session.execute(
            insert(Customer), [{"id": 2, "customer_no": "K00002", "name": "Gasthof Probe"}]
        )
        for service, customer in ((2, 1), (3, 2)):
            session.execute(
                insert(NewsletterService),
                [
                    {
                        "id": service,
                        "service_no": f"D{service:05}",
                        "customer_id": customer,
                        "name": "Neuigkeiten",
                    }
                ],
            )
    add_contacts(
        world.database,
        [
            {"e164": e164, "service_id": service, "entered_at": since, **columns}
            for service in (2, 3)
        ],
    )


def _states(world: World, e164: str) -> dict[int, ContactState]:
    with world.database.read() as session:
        rows = session.execute(
            select(Contact.service_id, Contact.state).where(Contact.e164 == e164)
        )
        return {service: state for service, state in rows}  # noqa: C416 - typed rows


def _events(world: World) -> list[tuple[ContactEventKind, datetime, str]]:
    with world.database.read() as session:
        rows = session.execute(select(ContactEvent.kind, ContactEvent.at, ContactEvent.source))
        return [(kind, at, source) for kind, at, source in rows]


def _acts(world: World) -> Sequence[AuditEntry]:
    with world.database.read() as session:
        assert audit.first_broken_entry(session) is None
        return session.scalars(
            select(AuditEntry)
            .where(AuditEntry.act == "suppressed_by_reply")
            .order_by(AuditEntry.customer_id)
        ).all()


def _report_states(world: World) -> list[ReportState]:
    with world.database.read() as session:
        return list(session.scalars(select(ReceivedReport.state).order_by(ReceivedReport.id)))


def test_that_whoever_replies_stop_gets_no_sms_that_waits(world: World, clock: HandClock) -> None:
    stopped, other = world.add_incomplete(2)
    released = world.release()
    inbox = Inbox(world.database)
    published: list[Change] = []
    world.database.publish = published.append
    raw = _reply(stopped, "Stop bitte!")

    entry = ReportEntry("secret", inbox.keep)
    environ = {
        "PATH_INFO": "/secret/websms",
        "REQUEST_METHOD": "POST",
        "wsgi.input": io.BytesIO(raw),
    }
    answer = b"".join(entry(environ, lambda *_: lambda _: None))
    assert json.loads(answer)["statusCode"] == 2000
    assert inbox.settle() == 1
    assert Change.CONTACTS in published
    clock.forward(10)
    outbox = sending_outbox(world)

    assert [sms.e164 for sms in outbox.turn([], 8).sms] == [other]
    row = world.rows()[stopped]
    assert (row.state, row.reason) == (SmsState.EXCLUDED, ExclusionReason.SUPPRESSED)
    assert DispatchLists(world.database).balance(released.id).adds_up


def test_that_a_stop_is_an_event_and_an_act_without_a_number(
    world: World, clock: HandClock
) -> None:
    _, (sms,) = claimed(world, clock, 1)

    assert _receive(world, _reply(sms.e164)) == 1

    assert world.contact(sms.e164).state is _SUPPRESSED
    assert _events(world) == [(ContactEventKind.SUPPRESSED, clock.now, "dispatch reply")]
    (act,) = _acts(world)
    assert (act.customer_id, act.actor, act.at) == (1, "receiver", clock.now)
    assert act.payload == {"report": 1, "contacts": [sms.contact_id]}
    assert _report_states(world) == [ReportState.SETTLED]


def test_that_a_stop_is_for_all_services_of_whoever_wrote(world: World, clock: HandClock) -> None:
    _, (sms,) = claimed(world, clock, 1)
    _elsewhere(world, sms.e164)

    _receive(world, _reply(sms.e164))

    assert _states(world, sms.e164) == {1: _SUPPRESSED, 2: _SUPPRESSED, 3: _INCOMPLETE}
    assert [act.customer_id for act in _acts(world)] == [1]


@pytest.mark.parametrize("why", ["never", "waits", "long ago", "test mode"])
def test_that_a_stop_that_answers_nobody_is_for_every_service(
    world: World, clock: HandClock, why: str
) -> None:
    world.test_mode = why == "test mode"
    if why == "never":
        (e164,) = world.add_incomplete(1)
    elif why == "waits":
        (e164,) = world.add_incomplete(1)
        world.release()
    else:
        _, (sms,) = claimed(world, clock, 1)
        e164 = sms.e164
    if why == "long ago":
        clock.forward(ANSWERED_WITHIN.total_seconds() + 1)
    _elsewhere(world, e164, state=ContactState.UNSUBSCRIBED)

    assert _receive(world, _reply(e164)) == 1

    assert _states(world, e164) == {1: _SUPPRESSED, 2: _SUPPRESSED, 3: _SUPPRESSED}
    assert [act.customer_id for act in _acts(world)] == [1, 2]


def test_that_the_keyword_of_the_service_stops_too(world: World, clock: HandClock) -> None:
    with world.database.write() as session:
        session.get_one(NewsletterService, 1).stop_keyword = "Schluß"
    _, sms = claimed(world, clock, 2)

    assert _receive(world, _reply(sms[0].e164, "schluss"), _reply(sms[1].e164, "Ende")) == 1

    assert world.contact(sms[0].e164).state is _SUPPRESSED
    assert world.contact(sms[1].e164).state is _INCOMPLETE


def test_that_a_reply_of_another_kind_or_of_a_stranger_changes_nothing(
    world: World, clock: HandClock
) -> None:
    _, (sms,) = claimed(world, clock, 1)
    published: list[Change] = []
    world.database.publish = published.append

    assert _receive(world, _reply(sms.e164, "bitte nicht stoppen"), _reply("+436649999999")) == 0

    assert world.contact(sms.e164).state is _INCOMPLETE
    assert (_events(world), _acts(world)) == ([], [])
    assert _report_states(world) == [ReportState.OTHER] * 2
    assert Change.CONTACTS not in published


def test_that_a_stop_counts_once_however_often_it_comes(world: World, clock: HandClock) -> None:
    _, (sms,) = claimed(world, clock, 1)
    once = _reply(sms.e164)

    assert _receive(world, once, once, _reply(sms.e164)) == 2
    clock.forward(60)
    assert _receive(world, once, _reply(sms.e164)) == 1

    assert len(_events(world)) == 1
    assert len(_acts(world)) == 1


def test_that_the_order_of_answer_report_and_stop_makes_no_difference(
    world: World, clock: HandClock
) -> None:
    outbox, sms = claimed(world, clock, 6)
    orders = itertools.permutations(("answer", "delivered", "stop"))

    for one, order in zip(sms, orders, strict=True):
        for news in order:
            if news == "answer":
                answer = SendAnswer(Scope.ACCEPTED, "2000", gateway_id=None, parts=1)
                outbox.turn([Answered(one, answer)], 0)
            elif news == "stop":
                _receive(world, _reply(one.e164))
            else:
                report = {
                    "messageType": "deliveryReport",
                    "clientMessageId": one.client_message_id,
                    "deliveryReportMessageStatus": "delivered",
                }
                _receive(world, json.dumps(report).encode())

    assert world.states() == {SmsState.DELIVERED: 6}
    assert {world.contact(one.e164).state for one in sms} == {_SUPPRESSED}
    assert {world.contact(one.e164).reminders_sent for one in sms} == {1}
    (line,) = DispatchLists(world.database).lines()
    assert line.state is DispatchState.DONE


def test_that_a_stop_is_settled_whole_or_comes_up_again(
    world: World, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, (sms,) = claimed(world, clock, 1)

    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(audit, "record", fail)
        with pytest.raises(RuntimeError):
            _receive(world, _reply(sms.e164))
    assert (_events(world), _report_states(world)) == ([], [ReportState.STORED])
    assert world.contact(sms.e164).state is _INCOMPLETE

    assert Inbox(world.database).settle() == 1
    assert world.contact(sms.e164).state is _SUPPRESSED
