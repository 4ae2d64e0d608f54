from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import (
    GatewayError,
    GatewayRefusedError,
    GatewayUnreachableError,
    InsecureGatewayError,
)
from desktop.models.settings import GatewayKind, GatewaySettings
from desktop.services.http import Timeouts
from desktop.services.sending.gateways.base import Gateway, Scope, SendAnswer, SmsRequest
from desktop.services.sending.gateways.kannel import Kannel, KannelAccount, report_address
from desktop.services.sending.gateways.opening import account_of, open_gateway, secret_key
from desktop.services.storage.secrets import Secrets
from tests.faults import Fault
from tests.kannel_faults import KannelFaultServer, KannelWord

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
    Fault.EMPTY_BODY: (Scope.UNCLEAR, "foreign_answer"),
    Fault.FOREIGN_HTML: (Scope.UNCLEAR, "foreign_answer"),
    Fault.SERVER_ERROR: (Scope.UNCLEAR, "server_error"),
    Fault.BAD_GATEWAY: (Scope.UNCLEAR, "server_error"),
    Fault.REDIRECT: (Scope.UNCLEAR, "redirected"),
    Fault.DRIP: (Scope.UNCLEAR, "no_answer"),
    Fault.DRIP_HEADERS: (Scope.UNCLEAR, "no_answer"),
    Fault.ENDLESS: (Scope.UNCLEAR, "answer_too_long"),
    Fault.UNKNOWN_CODE: (Scope.UNCLEAR, "foreign_answer"),
    Fault.TOO_MANY_REQUESTS: (Scope.NOT_ACCEPTED, "throttled"),
    Fault.BLACKLISTED: (Scope.RECIPIENT, "recipient_not_allowed"),
    Fault.INVALID_RECIPIENT: (Scope.RECIPIENT, "invalid_recipient"),
    Fault.INVALID_SENDER: (Scope.DISPATCH, "invalid_sender"),
    Fault.BAD_LOGIN_STATUS: (Scope.ACCOUNT, "invalid_credentials"),
}

_WORDS = {
    KannelWord.BUSY: (Scope.NOT_ACCEPTED, "503", "gateway_busy"),
    KannelWord.NOT_ROUTABLE: (Scope.RECIPIENT, "403", "not_routable"),
    KannelWord.BAD_VALIDITY: (Scope.DISPATCH, "400", "invalid_validity"),
    KannelWord.BAD_REPORT_ADDRESS: (Scope.DISPATCH, "400", "invalid_callback"),
    KannelWord.BAD_TEXT: (Scope.DISPATCH, "400", "invalid_text"),
    KannelWord.IMMEDIATE: (Scope.ACCEPTED, "Sent.", ""),
    KannelWord.IMMEDIATE_PARTS: (Scope.ACCEPTED, "Sent.", ""),
    KannelWord.WRONG_PATH: (Scope.UNCLEAR, "404", "foreign_answer"),
    KannelWord.PROXY_BUSY: (Scope.UNCLEAR, "503", "server_error"),
    KannelWord.PROXY_DENIES: (Scope.UNCLEAR, "400", "foreign_answer"),
}


@pytest.fixture
def server() -> Iterator[KannelFaultServer]:
    with KannelFaultServer() as server:
        yield server


def _account(url: str) -> KannelAccount:
    return KannelAccount(
        "desk",
        "geheim ü",
        url,
        sender_address="4366000000",
        validity_s=3601,
        report_url="https://reports.example/S3cret/kannel",
    )


def _request(text: str = "Grüße €") -> SmsRequest:
    return SmsRequest(_RECIPIENT, text, "0b1c-17", max_parts=4)


def _send_once(gateway: Gateway, text: str = "Grüße €") -> SendAnswer:
    try:
        return gateway.send(_request(text))
    finally:
        gateway.close()


@pytest.mark.parametrize("fault", list(_SCOPES), ids=lambda fault: fault.name.lower())
def test_that_each_behaviour_has_its_scope_and_is_asked_for_once(
    server: KannelFaultServer, fault: Fault
) -> None:
    server.plan = lambda _recipient: fault

    answer = _send_once(Kannel(_account(server.url), _SHORT))

    assert (answer.scope, answer.reason) == _SCOPES[fault]
    assert server.requests == 1
    assert len(server.taken) == int(fault.takes)


@pytest.mark.parametrize("word", list(KannelWord), ids=lambda word: word.name.lower())
def test_that_each_sentence_of_kannel_has_its_scope(
    server: KannelFaultServer, word: KannelWord
) -> None:
    server.word = word

    answer = _send_once(Kannel(_account(server.url), _SHORT))

    assert (answer.scope, answer.code, answer.reason) == _WORDS[word]
    assert answer.parts == (3 if word is KannelWord.IMMEDIATE_PARTS else None)


def test_that_a_busy_kannel_leaves_an_sms_of_several_parts_unclear(
    server: KannelFaultServer,
) -> None:
    server.word = KannelWord.BUSY

    answer = _send_once(Kannel(_account(server.url), _SHORT), text="Guten Tag. " * 30)

    # Some of the parts may have been taken before.
    assert (answer.scope, answer.reason) == (Scope.UNCLEAR, "server_error")


def test_that_a_request_carries_what_was_set_and_nothing_in_its_address(
    server: KannelFaultServer,
) -> None:
    answer = _send_once(Kannel(_account(server.url), _SHORT))

    assert answer.scope is Scope.ACCEPTED
    assert server.taken[0].body["line"] == "POST /cgi-bin/sendsms HTTP/1.1"
    assert server.taken[0].body["text"] == "Grüße €"
    told = {
        name: value
        for name, value in server.headers().items()
        if name.startswith("x-kannel") or name in {"content-type", "authorization"}
    }
    assert told == {
        "content-type": "text/plain; charset=UTF-8",
        "x-kannel-username": "desk",
        "x-kannel-password": "geheim ü",
        "x-kannel-to": _RECIPIENT,
        "x-kannel-from": "4366000000",
        "x-kannel-coding": "0",
        "x-kannel-validity": "61",
        "x-kannel-dlr-mask": "31",
        "x-kannel-dlr-url": (
            "https://reports.example/S3cret/kannel?id=0b1c-17&type=%d&time=%T&answer=%A"
        ),
    }


def test_that_what_was_not_set_is_not_said(server: KannelFaultServer) -> None:
    _send_once(Kannel(KannelAccount("desk", "geheim", server.url), _SHORT))

    left_out = {"x-kannel-from", "x-kannel-validity", "x-kannel-dlr-mask", "x-kannel-dlr-url"}
    assert not left_out & server.headers().keys()


@pytest.mark.parametrize(
    ("text", "coding"), [("Grüße € [x]", "0"), ("„Grüße“", "2"), ("Danke 😀", "2")]
)
def test_that_the_coding_is_that_of_the_text(
    server: KannelFaultServer, text: str, coding: str
) -> None:
    _send_once(Kannel(_account(server.url), _SHORT), text)

    assert server.headers()["x-kannel-coding"] == coding
    assert server.taken[0].body["text"] == text


def test_that_an_address_without_a_path_gets_the_usual_one(server: KannelFaultServer) -> None:
    address = server.url.removesuffix("/cgi-bin/sendsms")

    _send_once(Kannel(_account(address), _SHORT))

    assert server.taken[0].body["line"] == "POST /cgi-bin/sendsms HTTP/1.1"


def test_that_a_path_of_its_own_is_kept(server: KannelFaultServer) -> None:
    address = server.url.replace("/cgi-bin/sendsms", "/sms/out/")

    _send_once(Kannel(_account(address), _SHORT))

    assert server.taken[0].body["line"] == "POST /sms/out HTTP/1.1"


def test_that_a_percent_sign_in_the_report_address_is_no_placeholder() -> None:
    told = report_address("https://reports.example/a%20b/kannel", "17")

    assert told.startswith("https://reports.example/a%%20b/kannel?id=17&")


@given(st.text(min_size=1, max_size=40))
def test_that_whatever_the_gateway_says_besides_is_never_a_success(sentence: str) -> None:
    from desktop.services.http import Answered
    from desktop.services.sending.gateways.kannel import _classify

    for status in (200, 201, 204, 302, 400, 404, 418, 500, 502, 503):
        answer = _classify(Answered(status, "text/html", sentence.encode("utf-8", "replace")), 1)
        assert answer.scope is not Scope.ACCEPTED


def test_that_nobody_listening_is_surely_not_accepted() -> None:
    with KannelFaultServer() as gone:
        url = gone.url

    answer = _send_once(Kannel(_account(url), _SHORT))

    assert (answer.scope, answer.reason) == (Scope.NOT_ACCEPTED, "no_connection")


def test_that_an_address_without_tls_is_refused_unless_it_is_this_computer() -> None:
    with pytest.raises(InsecureGatewayError):
        Kannel(_account("http://kannel.example:13013/cgi-bin/sendsms"))

    Kannel(_account("https://kannel.example/cgi-bin/sendsms")).close()
    Kannel(_account("http://[::1]:13013")).close()


def test_that_a_request_kept_back_at_the_last_moment_does_not_leave(
    server: KannelFaultServer,
) -> None:
    gateway = Kannel(_account(server.url), _SHORT)

    answer = gateway.send(_request(), may_leave=lambda: False)
    gateway.close()

    assert (answer.scope, answer.reason) == (Scope.NOT_ACCEPTED, "kept_back")
    assert server.requests == 0


def test_that_the_connection_is_kept_between_two_sms(server: KannelFaultServer) -> None:
    gateway = Kannel(_account(server.url), _SHORT)

    for _ in range(5):
        gateway.send(_request())
    gateway.close()

    assert server.connections == 1


def test_that_a_secret_shows_in_no_representation() -> None:
    account = _account("http://127.0.0.1:13013")

    assert "geheim" not in repr(account)
    assert "geheim" not in Kannel(account).account


def test_that_a_check_sends_nothing_and_passes_where_the_login_is_good(
    server: KannelFaultServer,
) -> None:
    gateway = Kannel(_account(server.url), _SHORT)

    gateway.check()
    gateway.close()

    assert server.taken == []


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.BAD_LOGIN_STATUS, GatewayRefusedError),
        (Fault.FOREIGN_HTML, GatewayError),
        (Fault.DROP_UNTAKEN, GatewayUnreachableError),
    ],
)
def test_that_a_check_says_what_is_wrong(
    server: KannelFaultServer, fault: Fault, error: type[GatewayError]
) -> None:
    gateway = Kannel(_account(server.url), _SHORT)
    server.empty_list_fault = fault

    with pytest.raises(error):
        gateway.check()
    gateway.close()


def test_that_the_settings_lead_to_kannel_with_the_receivers_secret_path(
    server: KannelFaultServer,
) -> None:
    settings = GatewaySettings(
        kind=GatewayKind.KANNEL,
        base_url=server.url,
        username="desk",
        callback_url="https://reports.example/",
    )
    secrets = Secrets()
    secrets.give(f"kannel:desk@127.0.0.1:{server.port}", "geheim")

    gateway = open_gateway(settings, secrets, report_path="S3cret")
    _send_once(gateway)

    address = server.headers()["x-kannel-dlr-url"]
    assert address.startswith("https://reports.example/S3cret/kannel?id=0b1c-17&")
    assert secret_key(settings) == f"kannel:desk@127.0.0.1:{server.port}"
    assert account_of(settings).account == gateway.account


def test_that_kannel_is_never_in_test_mode_whatever_the_settings_say() -> None:
    settings = GatewaySettings(kind=GatewayKind.KANNEL, username="desk", test_mode=True)

    assert not account_of(settings).test_mode
    assert not settings.is_test
    assert replace(settings, kind=GatewayKind.WEBSMS).is_test
