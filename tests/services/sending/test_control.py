from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from desktop.errors import (
    DatabaseLockedError,
    GatewayRefusedError,
    InsecureGatewayError,
    SecretMissingError,
    StorageError,
)
from desktop.models.settings import GatewayKind, GatewaySettings, LoginKind
from desktop.models.states import SmsState
from desktop.services.sending.control import SendingControl
from desktop.services.sending.gateways.opening import account_of, open_gateway, secret_key
from desktop.services.storage import engine_sqlite
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore
from tests.faults import Fault, FaultServer, wait_for
from tests.support.sending import RunningClock, World


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as made:
        yield made


def _real(server: FaultServer) -> GatewaySettings:
    return GatewaySettings(
        kind=GatewayKind.WEBSMS,
        base_url=server.url,
        username="desk",
        test_mode=False,
        per_second=100,
    )


def _control(world: World, settings: GatewaySettings, secrets: Secrets) -> SendingControl:
    store = SettingsStore(world.database)
    store.save("gateway", settings, "lena")
    return SendingControl(world.database, store, secrets, rehearsal=False)


def test_that_a_fresh_desk_sends_to_the_simulator_in_test_mode(running_world: World) -> None:
    control = _control(running_world, GatewaySettings(), Secrets())

    account = control.account()

    assert (account.name, account.account, account.test_mode) == ("simulator", "simulator", True)
    assert control.secret_key() is None


def test_that_the_account_tells_user_host_and_mode_and_no_secret(server: FaultServer) -> None:
    real = _real(server)
    host = f"127.0.0.1:{server.port}"

    assert account_of(real).account == f"websms:desk@{host}"
    assert account_of(replace(real, test_mode=True)).account == f"websms:desk@{host}/test"
    assert account_of(replace(real, login=LoginKind.BEARER)).account == f"websms:token@{host}"
    assert secret_key(real) == f"websms:desk@{host}"


def test_that_sending_begins_once_somebody_gave_the_secret(
    running_world: World, server: FaultServer
) -> None:
    control = _control(running_world, _real(server), Secrets())
    running_world.add_incomplete(3)
    account = control.account()
    running_world.release(gateway=account.account, test_mode=account.test_mode)
    assert isinstance(running_world.database.clock, RunningClock)
    running_world.database.clock.forward(10)

    with pytest.raises(SecretMissingError):
        control.start()
    assert not control.is_running
    assert not control.give_secret("secret word", keep=True)
    control.start()
    control.wake()
    wait_for(lambda: running_world.states() == {SmsState.ACCEPTED: 3})
    assert control.stop()

    assert server.authorizations == {"Basic ZGVzazpzZWNyZXQgd29yZA=="}
    assert not control.is_running
    assert control.trouble is None


def test_that_a_second_start_changes_nothing(running_world: World) -> None:
    control = _control(running_world, GatewaySettings(), Secrets())

    control.start()
    control.start()
    control.restart()

    assert control.is_running
    assert control.stop()
    assert control.stop()


def test_that_a_check_tells_what_the_gateway_says(
    running_world: World, server: FaultServer
) -> None:
    secrets = Secrets()
    control = _control(running_world, _real(server), secrets)
    control.give_secret("secret word", keep=False)
    server.empty_list_fault = Fault.BAD_LOGIN_STATUS

    with pytest.raises(GatewayRefusedError):
        control.check()

    server.empty_list_fault = Fault.INVALID_RECIPIENT
    control.check()
    assert server.taken == []


def test_that_a_gateway_without_tls_is_not_opened() -> None:
    secrets = Secrets()
    settings = GatewaySettings(
        kind=GatewayKind.WEBSMS, base_url="http://gateway.example", username="desk"
    )
    secrets.give(secret_key(settings) or "", "secret word")

    with pytest.raises(InsecureGatewayError):
        open_gateway(settings, secrets)


def test_that_it_is_told_when_nothing_can_be_written_down_and_when_that_is_over(
    running_world: World,
    server: FaultServer,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("sending waits for the database: DatabaseLockedError")
    monkeypatch.setattr(engine_sqlite, "BUSY_TIMEOUT_MS", 100)
    control = _control(running_world, _real(server), Secrets())
    control.give_secret("secret word", keep=False)
    running_world.add_incomplete(20)
    running_world.release(gateway=control.account().account)
    assert isinstance(running_world.database.clock, RunningClock)
    running_world.database.clock.forward(10)
    # What those who watch see at the moment in which they are told.
    told: list[StorageError | None] = []
    running_world.database.publish = lambda _change: told.append(control.trouble)
    server.answers.clear()
    control.start()
    wait_for(lambda: server.requests == 8)

    path = running_world.database.place
    with closing(sqlite3.connect(path, isolation_level=None, timeout=60)) as other_program:
        other_program.execute("BEGIN EXCLUSIVE")
        server.answers.set()
        wait_for(lambda: any(isinstance(one, DatabaseLockedError) for one in told))
        other_program.execute("ROLLBACK")

    wait_for(lambda: control.trouble is None)
    wait_for(lambda: running_world.states() == {SmsState.ACCEPTED: 20})
    assert told[-1] is None
    assert control.stop()
