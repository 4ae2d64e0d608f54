"""What the desk makes of the Graph API's answers."""

from __future__ import annotations

import pytest

from desktop.errors import InsecureGatewayError
from desktop.models.states import SimStatus
from desktop.services.number_status.failures import (
    SourceAnswerError,
    SourceBusyError,
    SourceRefusedError,
    SourceUnreachableError,
    StatusSourceError,
)
from desktop.services.number_status.graph import GraphAccount, GraphClient
from desktop.services.number_status.graph_answers import PlatformReading
from tests.support.graph import GraphServer, error, number, page


def ask(server: GraphServer) -> tuple[PlatformReading, ...]:
    client = GraphClient(GraphAccount("104996122399160", "secret", server.url, "v25.0"))
    try:
        return client.read()
    finally:
        client.close()


def test_that_a_number_is_read_with_all_that_the_platform_says() -> None:
    with GraphServer((200, page(number()))) as server:
        (reading,) = ask(server)

    assert reading == PlatformReading(
        platform_id="106540352242922",
        number="+436640090001",
        shown_number="+43 664 0090001",
        name="Autohaus Winkler",
        status="CONNECTED",
        quality="GREEN",
        messaging_limit="TIER_2K",
        name_status="APPROVED",
        can_send="AVAILABLE",
    )
    path, query, token = server.asked[0]
    assert path == "/v25.0/104996122399160/phone_numbers"
    assert token == "Bearer secret"
    assert "health_status" in query["fields"][0]


def test_that_all_pages_are_read() -> None:
    first = page(number(), after="NEXT")
    second = page(number("+1 631-555-5555", id="2"))
    with GraphServer((200, first), (200, second)) as server:
        readings = ask(server)

    assert [reading.number for reading in readings] == ["+436640090001", "+16315555555"]
    assert server.asked[1][1]["after"] == ["NEXT"]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"status": "CONNECTED"}, SimStatus.ACTIVE),
        ({"status": "CONNECTED", "quality_rating": "YELLOW"}, SimStatus.ACTIVE),
        ({"status": "CONNECTED", "quality_rating": "RED"}, SimStatus.WARNED),
        ({"health_status": {"can_send_message": "LIMITED"}}, SimStatus.WARNED),
        ({"status": "FLAGGED"}, SimStatus.WARNED),
        ({"status": "RATE_LIMITED"}, SimStatus.WARNED),
        ({"status": "RESTRICTED"}, SimStatus.WARNED),
        ({"status": "BANNED"}, SimStatus.BLOCKED),
        ({"status": "PENDING"}, None),
        ({"status": "DISCONNECTED"}, None),
        ({"status": "A_WORD_OF_NEXT_YEAR", "quality_rating": "PURPLE"}, None),
        ({"status": None}, None),
    ],
)
def test_that_only_words_that_are_known_move_a_number(
    told: dict[str, object], status: SimStatus | None
) -> None:
    with GraphServer((200, page({**number(), **told}))) as server:
        (reading,) = ask(server)

    assert reading.sim_status is status
    if isinstance(told.get("status"), str):
        assert reading.status == told["status"]


def test_that_unknown_shapes_are_tolerated() -> None:
    odd = number(
        whatsapp_business_manager_messaging_limit={"current_limit": "TIER_10K"},
        quality_rating=None,
        quality_score={"score": "GREEN"},
        health_status=["?"],
        a_new_field={"x": 1},
    )
    with GraphServer((200, page(odd, {"no": "id"}))) as server:
        (reading,) = ask(server)

    assert (reading.messaging_limit, reading.quality, reading.can_send) == ("TIER_10K", "GREEN", "")


def test_that_the_platforms_own_hints_are_kept() -> None:
    hindered = {
        "can_send_message": "BLOCKED",
        "entities": [
            {
                "entity_type": "WABA",
                "id": "1",
                "can_send_message": "BLOCKED",
                "errors": [
                    {
                        "error_code": 141006,
                        "error_description": "There is an error with the payment method.",
                        "possible_solution": "Please add a valid payment method.",
                    }
                ],
            }
        ],
    }
    with GraphServer((200, page(number(health_status=hindered)))) as server:
        (reading,) = ask(server)

    assert reading.sim_status is SimStatus.WARNED
    assert reading.hints == (
        "There is an error with the payment method. Please add a valid payment method.",
    )


def test_that_a_field_that_is_gone_does_not_blind_the_desk() -> None:
    refused = error(100, "Tried accessing nonexisting field (health_status)")
    with GraphServer((400, refused), (200, page(number()))) as server:
        (reading,) = ask(server)

    assert reading.status == "CONNECTED"
    assert "health_status" not in server.asked[1][1]["fields"][0]


@pytest.mark.parametrize(
    ("status", "told", "kind", "code"),
    [
        (401, error(190, "Session has expired"), SourceRefusedError, "190"),
        (400, error(190, "Session has expired"), SourceRefusedError, "190"),
        (403, error(200, "Permissions error"), SourceRefusedError, "200"),
        (400, error(10, "No permission"), SourceRefusedError, "10"),
        (401, b"", SourceRefusedError, "401"),
        (400, error(4, "Application request limit reached"), SourceBusyError, "4"),
        (400, error(80007, "Rate limit"), SourceBusyError, "80007"),
        (429, b"", SourceBusyError, "429"),
        (500, error(2, "Service temporarily unavailable"), SourceBusyError, "2"),
        (500, error(99, "?", is_transient=True), SourceBusyError, "99"),
        (503, b"<html>", SourceBusyError, "503"),
        (400, error(100, "Unsupported get request"), SourceAnswerError, "100"),
        (200, b"<html>portal</html>", SourceAnswerError, "200"),
        (200, {"data": "?"}, SourceAnswerError, "200"),
        (302, b"", SourceAnswerError, "302"),
    ],
)
def test_that_each_failure_is_told_by_what_has_to_be_done(
    status: int, told: object, kind: type[StatusSourceError], code: str
) -> None:
    with GraphServer((status, told)) as server, pytest.raises(kind) as caught:
        ask(server)
    assert caught.value.code == code


def test_that_nobody_there_is_told_as_unreachable() -> None:
    with GraphServer((200, page())) as server:
        pass
    with pytest.raises(SourceUnreachableError):
        ask(server)


def test_that_a_token_is_neither_sent_in_the_clear_nor_shown() -> None:
    with pytest.raises(InsecureGatewayError):
        GraphClient(GraphAccount("1", "secret", "http://graph.example.com", "v25.0"))
    assert "secret" not in repr(GraphAccount("1", "secret", "https://example.com", "v25.0"))
