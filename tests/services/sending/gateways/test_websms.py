from __future__ import annotations

import threading
from collections.abc import Iterator
from uuid import uuid4

import pytest

from desktop.errors import (
    GatewayError,
    GatewayRefusedError,
    GatewayUnreachableError,
    InsecureGatewayError,
)
from desktop.models.settings import GatewayKind, GatewaySettings
from desktop.services.http import Timeouts
from desktop.services.sending.gateways.base import Gateway, Scope, SendAnswer, SmsRequest
from desktop.services.sending.gateways.opening import open_gateway, secret_key
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.storage.secrets import Secrets
from tests.faults import Fault, FaultServer

_RECIPIENT = "+436640000017"
_SHORT = Timeouts(connect_s=0.5, read_s=0.4)

_SCOPES = {
    Fault.NONE: (Scope.ACCEPTED, ""),
    Fault.QUEUED: (Scope.ACCEPTED, ""),
    Fault.RESET_AFTER_REQUEST: (Scope.UNCLEAR, "connection_lost"),
    Fault.DROP_AFTER_REQUEST: (Scope.UNCLEAR, "connection_lost"),
    Fault.DROP_UNTAKEN: (Scope.UNCLEAR, "connection_lost"),
    Fault.HANG: (Scope.UNCLEAR, "no_answer"),
    Fault.HANG_UNTAKEN: (Scope.UNCLEAR, "no_answer"),
    Fault.GARBAGE: (Scope.UNCLEAR, "connection_lost"),
    Fault.HALF_ANSWER: (Scope.UNCLEAR, "connection_lost"),
    Fault.BROKEN_JSON: (Scope.UNCLEAR, "foreign_answer"),
    Fault.EMPTY_BODY: (Scope.UNCLEAR, "foreign_answer"),
    Fault.FOREIGN_HTML: (Scope.UNCLEAR, "foreign_answer"),
    Fault.FOREIGN_ID: (Scope.UNCLEAR, "foreign_answer"),
    Fault.SERVER_ERROR: (Scope.UNCLEAR, "server_error"),
    Fault.BAD_GATEWAY: (Scope.UNCLEAR, "server_error"),
    Fault.REDIRECT: (Scope.UNCLEAR, "redirected"),
    Fault.DRIP: (Scope.UNCLEAR, "no_answer"),
    Fault.DRIP_HEADERS: (Scope.UNCLEAR, "no_answer"),
    Fault.ENDLESS: (Scope.UNCLEAR, "answer_too_long"),
    Fault.UNKNOWN_CODE: (Scope.UNCLEAR, "unknown_code"),
    Fault.INTERNAL_CODE: (Scope.UNCLEAR, "unknown_code"),
    Fault.THROTTLED: (Scope.NOT_ACCEPTED, "throttled"),
    Fault.TOO_MANY_REQUESTS: (Scope.NOT_ACCEPTED, "throttled"),
    Fault.BLACKLISTED: (Scope.RECIPIENT, "recipient_blacklisted"),
    Fault.INVALID_RECIPIENT: (Scope.RECIPIENT, "invalid_recipient"),
    Fault.INVALID_SENDER: (Scope.DISPATCH, "invalid_sender"),
    Fault.BAD_LOGIN_CODE: (Scope.ACCOUNT, "invalid_credentials"),
    Fault.BAD_LOGIN_STATUS: (Scope.ACCOUNT, "invalid_credentials"),
    Fault.QUOTA: (Scope.ACCOUNT, "quota_reached"),
}


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


def _gateway(url: str, *, test_mode: bool = False, username: str = "desk") -> WebSms:
    account = WebSmsAccount(
        "secret word",
        username,
        base_url=url,
        test_mode=test_mode,
        sender_address="4366000000",
        validity_s=3600,
        callback_url="https://reports.example/in",
    )
    return WebSms(account, _SHORT)


def _request() -> SmsRequest:
    return SmsRequest(_RECIPIENT, "Grüße €", str(uuid4()), max_parts=2)


def _send_once(gateway: Gateway) -> SendAnswer:
    try:
        return gateway.send(_request())
    finally:
        gateway.close()


@pytest.mark.parametrize("fault", list(_SCOPES), ids=lambda fault: fault.name.lower())
def test_that_each_behaviour_has_its_scope_and_is_asked_for_once(
    server: FaultServer, fault: Fault
) -> None:
    server.plan = lambda _recipient: fault

    answer = _send_once(_gateway(server.url))

    assert (answer.scope, answer.reason) == _SCOPES[fault]
    assert server.requests == 1
    assert len(server.taken) == int(fault.takes)


def test_that_every_fault_that_reads_a_request_is_classified() -> None:
    before_reading = {Fault.RESET_BEFORE_REQUEST, Fault.DROP_BEFORE_REQUEST}

    assert set(_SCOPES) | before_reading == set(Fault)


@pytest.mark.parametrize("early", [Fault.RESET_BEFORE_REQUEST, Fault.DROP_BEFORE_REQUEST])
def test_that_a_connection_lost_around_the_request_is_never_called_not_accepted(
    server: FaultServer, early: Fault
) -> None:
    server.before_request = lambda: early

    answer = _send_once(_gateway(server.url))

    # The bytes may have left before the reset came in, and nobody can tell.
    assert answer.scope in {Scope.UNCLEAR, Scope.NOT_ACCEPTED}
    assert server.taken == []
    assert server.requests == 0


def test_that_nobody_listening_is_surely_not_accepted() -> None:
    with FaultServer() as gone:
        url = gone.url

    answer = _send_once(_gateway(url))

    assert (answer.scope, answer.reason) == (Scope.NOT_ACCEPTED, "no_connection")


def test_that_an_unknown_name_is_surely_not_accepted() -> None:
    account = WebSmsAccount("x", "u", base_url="https://gateway.invalid/rest")

    answer = _send_once(WebSms(account, _SHORT))

    assert answer.scope is Scope.NOT_ACCEPTED
    assert answer.reason in {"name_unknown", "proxy"}


def test_that_a_failed_tls_handshake_is_surely_not_accepted(server: FaultServer) -> None:
    gateway = _gateway(server.url.replace("http://", "https://"))

    answer = _send_once(gateway)

    assert (answer.scope, answer.reason) == (Scope.NOT_ACCEPTED, "tls")
    assert server.taken == []


def test_that_an_address_without_tls_is_refused_unless_it_is_this_computer() -> None:
    with pytest.raises(InsecureGatewayError):
        WebSms(WebSmsAccount("x", base_url="http://gateway.example/rest"))

    WebSms(WebSmsAccount("x", base_url="http://[::1]:8080/rest")).close()


def test_that_a_request_carries_what_was_set_and_one_recipient(server: FaultServer) -> None:
    request = _request()
    gateway = _gateway(server.url)

    answer = gateway.send(request)
    gateway.close()

    assert server.taken[0].body == {
        "recipientAddressList": ["436640000017"],
        "messageContent": "Grüße €",
        "clientMessageId": request.client_message_id,
        "contentCategory": "informational",
        "maxSmsPerMessage": 2,
        "messageType": "default",
        "test": False,
        "senderAddress": "4366000000",
        "senderAddressType": "international",
        "validityPeriode": 3600,
        "notificationCallbackUrl": "https://reports.example/in",
    }
    assert answer.gateway_id is not None
    assert answer.parts == 1


@pytest.mark.parametrize(
    ("callback", "path", "told"),
    [
        ("https://desk.example/reports/", "S3cret", "https://desk.example/reports/S3cret/websms"),
        ("https://desk.example/reports", "", "https://desk.example/reports"),
        ("", "S3cret", None),
    ],
)
def test_that_the_receivers_secret_path_is_part_of_the_callback_address(
    server: FaultServer, callback: str, path: str, told: str | None
) -> None:
    settings = GatewaySettings(
        kind=GatewayKind.WEBSMS, base_url=server.url, username="desk", callback_url=callback
    )
    secrets = Secrets()
    secrets.give(secret_key(settings) or "", "secret word")

    _send_once(open_gateway(settings, secrets, report_path=path))

    assert server.taken[0].body.get("notificationCallbackUrl") == told


def test_that_test_mode_is_said_in_each_request(server: FaultServer) -> None:
    gateway = _gateway(server.url, test_mode=True)

    gateway.send(_request())
    gateway.close()

    assert server.taken[0].body["test"] is True
    assert gateway.test_mode


def test_that_both_kinds_of_login_are_spoken(server: FaultServer) -> None:
    _send_once(_gateway(server.url))
    _send_once(_gateway(server.url, username=""))

    assert server.authorizations == {"Basic ZGVzazpzZWNyZXQgd29yZA==", "Bearer secret word"}


def test_that_the_connection_is_kept_between_two_sms(server: FaultServer) -> None:
    gateway = _gateway(server.url)

    for _ in range(5):
        gateway.send(_request())
    gateway.close()

    assert server.connections == 1


def test_that_each_thread_has_a_connection_of_its_own(server: FaultServer) -> None:
    gateway = _gateway(server.url)
    threads = [threading.Thread(target=gateway.send, args=(_request(),)) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gateway.close()

    assert server.connections == 4
    assert len(server.taken) == 4


def test_that_a_request_kept_back_at_the_last_moment_does_not_leave(server: FaultServer) -> None:
    gateway = _gateway(server.url)

    answer = gateway.send(_request(), may_leave=lambda: False)
    gateway.close()

    assert (answer.scope, answer.reason) == (Scope.NOT_ACCEPTED, "kept_back")
    assert server.requests == 0


def test_that_a_secret_shows_in_no_representation() -> None:
    account = WebSmsAccount("secret word", "desk")

    assert "secret" not in repr(account)
    assert "secret" not in WebSms(account).account


def test_that_a_check_sends_nothing_and_passes_where_the_login_is_good(
    server: FaultServer,
) -> None:
    gateway = _gateway(server.url)

    gateway.check()
    gateway.close()

    assert server.taken == []


def test_that_a_check_says_what_is_wrong(server: FaultServer) -> None:
    no_tls = _gateway(server.url.replace("http://", "https://"))
    with pytest.raises(GatewayUnreachableError):
        no_tls.check()
    no_tls.close()

    gateway = _gateway(server.url)
    server.empty_list_fault = Fault.BAD_LOGIN_STATUS
    with pytest.raises(GatewayRefusedError):
        gateway.check()
    server.empty_list_fault = Fault.BAD_LOGIN_CODE
    with pytest.raises(GatewayRefusedError):
        gateway.check()
    server.empty_list_fault = Fault.FOREIGN_HTML
    with pytest.raises(GatewayError, match="foreign_answer"):
        gateway.check()
    gateway.close()
