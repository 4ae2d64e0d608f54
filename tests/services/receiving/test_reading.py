from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.receiving.reading import (
    READERS,
    Reading,
    Reply,
    UnreadableReportError,
    read_kannel,
    read_websms,
)
from desktop.services.sending.reports import Delivery

_ID = "6f1d8f0e-5f6f-4a1b-9c58-0f9b7a6f2c11"


def _websms(**changes: object) -> bytes:
    whole: dict[str, object] = {
        "messageType": "deliveryReport",
        "notificationId": "0a1b2c3d4e5f60718293",
        "senderAddress": "436640000017",
        "transferId": "005b1f2a9c5d4e000017",
        "deliveryReportMessageStatus": "delivered",
        "sentOn": "2026-11-24T12:00:01.000+01:00",
        "deliveredOn": "2026-11-24T12:00:05.250+01:00",
        "deliveredAs": "sms",
        "clientMessageId": _ID,
    }
    return json.dumps(whole | changes).encode()


def test_that_a_report_of_websms_is_read_whole() -> None:
    assert read_websms(_websms()) == Reading(
        _ID,
        "005b1f2a9c5d4e000017",
        Delivery.DELIVERED,
        "",
        datetime(2026, 11, 24, 11, 0, 5, 250_000, UTC),
    )


@pytest.mark.parametrize(
    ("status", "delivery", "reason"),
    [
        ("delivered", Delivery.DELIVERED, ""),
        ("Delivered ", Delivery.DELIVERED, ""),
        ("accepted", Delivery.ON_ITS_WAY, ""),
        ("undelivered", Delivery.ON_ITS_WAY, ""),
        ("expired", Delivery.UNDELIVERABLE, "expired"),
        ("deleted", Delivery.UNDELIVERABLE, "deleted"),
        ("rejected", Delivery.UNDELIVERABLE, "refused_by_network"),
        ("teleported", None, ""),
        (17, None, ""),
        (None, None, ""),
    ],
)
def test_that_each_status_of_websms_is_understood(
    status: object, delivery: Delivery | None, reason: str
) -> None:
    reading = read_websms(_websms(deliveryReportMessageStatus=status))

    assert (reading.delivery, reading.reason) == (delivery, reason)
    assert reading.client_message_id == _ID


def test_that_a_report_needs_nothing_but_an_id_and_a_status() -> None:
    body = b'{"transferId": "17", "deliveryReportMessageStatus": "expired"}'

    assert read_websms(body) == Reading(None, "17", Delivery.UNDELIVERABLE, "expired")


def _reply(**changes: object) -> bytes:
    whole: dict[str, object] = {
        "messageType": "text",
        "notificationId": "0a1b2c3d4e5f60718293",
        "senderAddress": "436640000017",
        "senderAddressType": "international",
        "recipientAddress": "0828000000",
        "recipientAddressType": "national",
        "textMessageContent": "Stop",
    }
    return json.dumps(whole | changes).encode()


@pytest.mark.parametrize(
    "sender", ["436640000017", " +436640000017", "06640000017", "00436640000017"]
)
def test_that_a_reply_is_no_delivery_report(sender: str) -> None:
    reading = read_websms(_reply(senderAddress=sender, clientMessageId=_ID))

    assert reading == Reading(reply=Reply("+436640000017", "Stop"))


@pytest.mark.parametrize(
    "changes",
    [
        {"messageType": "binary", "binaryMessageContent": ["U1RPUA=="]},
        {"messageType": "whatsapp"},
        {"messageType": None},
        {"senderAddress": None},
        {"senderAddress": ""},
        {"senderAddress": "828000"},
        {"senderAddress": "Gasthof"},
        {"senderAddress": "\ud800"},
        {"textMessageContent": None},
        {"textMessageContent": ["Stop"]},
    ],
)
def test_that_what_nobody_typed_on_a_phone_is_no_reply(changes: dict[str, object]) -> None:
    assert read_websms(_reply(**changes)) == Reading()


@pytest.mark.parametrize(
    "moment", ["2026-11-24T12:00:05", "yesterday", 17, None, "9999-12-31T23:59:59-23:00"]
)
def test_that_a_time_nobody_can_place_is_left_out(moment: object) -> None:
    reading = read_websms(_websms(deliveredOn=moment, sentOn=None))

    assert reading.at is None
    assert reading.delivery is Delivery.DELIVERED


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"17", b'"x"', b"\xff\xfe", b"[" * 60_000, b"1" * 60_000]
)
def test_that_what_is_no_json_object_cannot_be_read(body: bytes) -> None:
    with pytest.raises(UnreadableReportError):
        read_websms(body)


@pytest.mark.parametrize(
    "wrong", ["", " \x00", "a\x00b", "a\nb", "\ud800", "x" * 201, 17, None, []]
)
def test_that_what_cannot_be_an_id_is_none(wrong: object) -> None:
    assert read_websms(_websms(clientMessageId=wrong)).client_message_id is None


@pytest.mark.parametrize(
    ("kind", "delivery", "reason"),
    [
        ("1", Delivery.DELIVERED, ""),
        ("2", Delivery.UNDELIVERABLE, "not_delivered"),
        ("4", Delivery.ON_ITS_WAY, ""),
        ("8", Delivery.ON_ITS_WAY, ""),
        ("16", Delivery.UNDELIVERABLE, "refused_by_network"),
        ("32", None, ""),
    ],
)
def test_that_each_kind_of_kannel_is_understood(
    kind: str, delivery: Delivery | None, reason: str
) -> None:
    reading = read_kannel(f"id={_ID}&type={kind}&time=1795372434&answer=ACK%2F".encode())

    assert (reading.client_message_id, reading.delivery, reading.reason) == (_ID, delivery, reason)
    at = datetime(2026, 11, 22, 18, 33, 54, tzinfo=UTC)
    assert reading.at == (at if delivery else None)


@pytest.mark.parametrize(
    "query",
    [
        b"",
        b"id=17",
        b"type=1",
        b"id=17&type=",
        b"id=17&type=%d",
        b"id=&type=1",
        b"id=%00&type=1",
        "id=17&type=²".encode(),
        b"&".join([b"id=17&type=1"] * 40),
    ],
)
def test_that_a_query_without_id_and_kind_cannot_be_read(query: bytes) -> None:
    with pytest.raises(UnreadableReportError):
        read_kannel(query)


@pytest.mark.parametrize("time", ["", "soon", "-1", "9" * 30, "%T"])
def test_that_a_time_of_kannel_that_is_none_is_left_out(time: str) -> None:
    reading = read_kannel(f"id={_ID}&type=1&time={time}".encode())

    assert (reading.delivery, reading.at) == (Delivery.DELIVERED, None)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
_FIELDS = st.sampled_from(
    [
        "messageType",
        "transferId",
        "clientMessageId",
        "deliveryReportMessageStatus",
        "sentOn",
        "deliveredOn",
    ]
)


@given(
    st.binary(max_size=200)
    | st.dictionaries(_FIELDS, _JSON).map(lambda found: json.dumps(found).encode())
    | st.text(alphabet="idtyperm=&%0189+", max_size=40).map(str.encode)
)
def test_that_whatever_comes_is_read_or_refused_and_fits_into_the_database(raw: bytes) -> None:
    for read in READERS.values():
        try:
            reading = read(raw)
        except UnreadableReportError:
            continue
        for found in (reading.client_message_id, reading.gateway_id):
            assert found is None or (found.isprintable() and 0 < len(found) <= 200)
        assert reading.at is None or reading.at.tzinfo is UTC
        has_id = reading.client_message_id is not None or reading.gateway_id is not None
        assert reading.delivery is None or has_id
