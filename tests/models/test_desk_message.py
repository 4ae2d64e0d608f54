"""What one start says to another is short, has a version, and is checked."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import InvalidValueError
from desktop.models.desk_message import LONGEST_BYTES, DeskMessage, decode, encode


@pytest.mark.parametrize(
    "message",
    [DeskMessage(), DeskMessage("+436766018159"), DeskMessage("06766018159", "kwin-7_TIME12")],
)
def test_that_a_message_arrives_as_it_was_sent(message: DeskMessage) -> None:
    line = encode(message)

    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode(line) == message


def test_that_a_token_with_what_no_token_has_is_left_out() -> None:
    assert decode(encode(DeskMessage("", "a\nb"))) == DeskMessage()


def test_that_another_version_is_told_apart_from_nonsense() -> None:
    line = json.dumps({"version": 2, "number": "", "token": "", "more": 1}).encode()

    with pytest.raises(InvalidValueError) as caught:
        decode(line)

    assert caught.value.problem == "other_version"


@pytest.mark.parametrize(
    "line",
    [
        b"", b"[]", b"null", b"7", b"{}", b"\xff\xfe", b"[" * 1_000,
        b'{"version": 1, "number": 4366, "token": ""}',
        b'{"version": 1, "number": "Winkler", "token": ""}',
        b'{"version": 1, "number": "", "token": "two words"}',
        b'{"version": 1, "number": "", "token": ""' + b" " * LONGEST_BYTES + b"}",
    ],
)  # fmt: skip
def test_that_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(InvalidValueError):
        decode(line)


@given(st.binary(max_size=2 * LONGEST_BYTES))
def test_that_no_bytes_do_anything_but_be_refused(line: bytes) -> None:
    with contextlib.suppress(InvalidValueError):
        decode(line)
