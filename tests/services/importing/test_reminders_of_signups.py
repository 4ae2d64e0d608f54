"""A sign-up that begins anew counts its own reminders, and no others."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.models.states import SmsState
from desktop.services.importing.load import Importing
from desktop.services.sending.answers import Answered
from desktop.services.sending.gateways.base import Scope, SendAnswer
from desktop.services.sending.outbox import Outbox
from desktop.services.sending.policy import Identity, Policy
from tests.services.importing.exports import write_csv
from tests.support.sending import GATEWAY, NOON, HandClock, make_world

SENT_AT = NOON + timedelta(seconds=10)


@pytest.mark.parametrize(
    ("entered_at", "counted"),
    [
        pytest.param(SENT_AT - timedelta(days=1), (1, SENT_AT, SmsState.ACCEPTED), id="before"),
        pytest.param(SENT_AT + timedelta(days=1), (0, None, None), id="after"),
    ],
)
def test_that_a_new_sign_up_keeps_the_reminders_sent_since(
    database_url: str,
    tmp_path: Path,
    entered_at: datetime,
    counted: tuple[int, datetime | None, SmsState | None],
) -> None:
    clock = HandClock()
    world = make_world(database_url, clock)
    (e164,) = world.add_incomplete(1)
    world.release()
    clock.now = SENT_AT
    outbox = Outbox(
        world.database, Identity(GATEWAY, "one", test_mode=False), Policy(per_second=1000.0)
    )
    outbox.acquire()
    accepted = SendAnswer(Scope.ACCEPTED, "2000", gateway_id="abc", parts=1)
    outbox.turn([Answered(sms, accepted) for sms in outbox.turn([], 1).sms], 0)
    assert world.contact(e164).reminders_sent == 1

    rows = [["service_no", "phone", "entered_at"], ["D00001", e164, entered_at.isoformat()]]
    Importing(world.database).run([write_csv(tmp_path / "contacts.csv", rows)], agent="test")

    contact = world.contact(e164)
    found = (contact.reminders_sent, contact.last_reminder_at, contact.last_reminder_state)
    world.database.close()
    assert found == counted
