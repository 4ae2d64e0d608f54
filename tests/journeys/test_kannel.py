"""A dispatch through a real Kannel, from the release to the reports of its message centre.

The gateway is no double: bearerbox, smsbox and Kannel's own fake message centre, as Debian ships
them. What the message centre got is the ledger that the desk's books are held against.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.models.settings import GatewayKind, GatewaySettings
from desktop.models.states import DispatchState, SmsState
from desktop.services.sending.control import SendingControl
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.gateways.opening import secret_key
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore
from tests.faults import wait_for
from tests.support.kannel import PASSWORD, USERNAME, RealKannel, Received
from tests.support.program import Program
from tests.support.sending import RunningClock, World, make_world

SENDER = "436641234567"
GSM_TEXT = "Autohaus Winkler: Grüße! Ihre Anmeldung um 0 € fehlt noch. [Start] senden: ß ä Ö ~"
UCS_TEXT = "Autohaus Winkler: „Start“ senden – danke 😀"

CONNECTIONS = 4

_TAKEN = {SmsState.ACCEPTED, SmsState.DELIVERED}


@pytest.fixture
def kannel(tmp_path: Path) -> Iterator[RealKannel]:
    home = tmp_path / "kannel"
    home.mkdir()
    with RealKannel(home) as running:
        yield running


@pytest.fixture
def world(migrated_sqlite_url: str) -> Iterator[World]:
    made = make_world(migrated_sqlite_url, RunningClock())
    yield made
    made.database.close()


@dataclass
class _Desk:
    """Sends through Kannel and takes its reports."""

    world: World
    control: SendingControl

    def release(self, count: int, text: str) -> list[str]:
        numbers = self.world.add_incomplete(count)
        account = self.control.account()
        self.world.release(
            gateway=account.account, test_mode=account.test_mode, template=text, text=text
        )
        clock = self.world.database.clock
        assert isinstance(clock, RunningClock)
        clock.forward(10)
        self.control.wake()
        return numbers

    def all_are(self, state: SmsState, count: int) -> bool:
        return self.world.states() == {state: count}

    def is_over(self) -> bool:
        going = (DispatchState.COUNTDOWN, DispatchState.SENDING)
        return not DispatchLists(self.world.database).lines(going)

    def adds_up(self) -> bool:
        lists = DispatchLists(self.world.database)
        return all(lists.balance(line.id).adds_up for line in lists.lines())


@pytest.fixture
def receiver(world: World, tmp_path: Path) -> Iterator[str]:
    """``solution-desk receive``, as a process of its own on the same database: its address."""
    arguments = ("receive", "--port", "0", "--json", "--database", world.database.place)
    with Program(tmp_path / "home").running(*arguments) as running:
        wait_for(lambda: "\n" in running.out or running.is_over)
        assert not running.is_over, running.ended()
        yield str(json.loads(running.out.splitlines()[0])["address"])
        ended = running.end()
    assert (ended.status, ended.err) == (0, "")


@pytest.fixture
def desk(kannel: RealKannel, world: World, receiver: str) -> Iterator[_Desk]:
    settings = GatewaySettings(
        kind=GatewayKind.KANNEL,
        base_url=kannel.url,
        username=USERNAME,
        sender_address=SENDER,
        per_second=50,
        connections=CONNECTIONS,
        callback_url=receiver,
    )
    store = SettingsStore(world.database)
    store.save("gateway", settings, "lena")
    secrets = Secrets()
    secrets.give(secret_key(settings) or "", PASSWORD)
    control = SendingControl(world.database, store, secrets)
    control.check()
    control.start()
    yield _Desk(world, control)
    control.stop()


@pytest.mark.parametrize("text", [GSM_TEXT, UCS_TEXT], ids=["gsm", "ucs_2"])
def test_that_each_gets_one_sms_word_for_word_and_the_desk_learns_of_its_delivery(
    kannel: RealKannel, desk: _Desk, text: str
) -> None:
    numbers = desk.release(25, text)

    wait_for(lambda: desk.all_are(SmsState.DELIVERED, 25))
    wait_for(lambda: len(kannel.ledger()) >= 25)  # the centre may write it after it has reported

    ledger = kannel.ledger()
    assert sorted(ledger, key=lambda sms: sms.recipient) == [
        Received(SENDER, number, text) for number in sorted(numbers)
    ]
    assert desk.is_over()
    assert desk.adds_up()


def test_that_an_sms_of_several_parts_arrives_whole(kannel: RealKannel, desk: _Desk) -> None:
    text = "Guten Tag, Ihre Anmeldung ist noch nicht fertig. " * 5

    (number,) = desk.release(1, text)
    wait_for(lambda: desk.all_are(SmsState.DELIVERED, 1))

    # 245 characters are two parts, each with the header that joins them again. The centre may
    # write its ledger after it has reported.
    wait_for(lambda: len(kannel.ledger()) == 2)
    parts = [sms.text for sms in kannel.ledger()]
    assert all("data" in part for part in parts)
    assert kannel.ledger_by_recipient() == {number: 2}


def test_that_nobody_gets_two_when_kannel_dies_in_the_middle(
    kannel: RealKannel, desk: _Desk
) -> None:
    numbers = desk.release(40, GSM_TEXT)
    wait_for(lambda: len(kannel.ledger()) >= 5)

    kannel.kill_smsbox()
    # The desk notices by itself: what surely was not taken waits, what may have been is unclear.
    wait_for(lambda: desk.world.lease().failures > 0 or desk.is_over())
    kannel.start_smsbox()
    clock = desk.world.database.clock
    assert isinstance(clock, RunningClock)
    clock.forward(60)
    desk.control.wake()
    wait_for(desk.is_over)
    wait_for(lambda: _taken(desk) <= set(kannel.ledger_by_recipient()))

    # A report that was on its way when Kannel died may be lost; an SMS must not be.
    assert set(desk.world.states()) <= {*_TAKEN, SmsState.UNCLEAR}
    ledger = kannel.ledger_by_recipient()
    assert set(ledger.values()) == {1}
    unclear = set(numbers) - _taken(desk)
    assert set(ledger) <= _taken(desk) | unclear
    assert len(unclear) <= CONNECTIONS
    rows = desk.world.rows()
    assert {rows[number].reason for number in unclear} <= {"connection_lost", "no_answer"}
    assert desk.adds_up()


def _taken(desk: _Desk) -> set[str]:
    return {number for number, sms in desk.world.rows().items() if sms.state in _TAKEN}
