"""What one start of the desk says to the window that is open already: one short line of JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from desktop.errors import InvalidValueError
from desktop.models.calls import number_of_call

VERSION = 1
LONGEST_BYTES = 1_024
_TOKEN = re.compile(r"[\x21-\x7e]{0,256}")


@dataclass(frozen=True, slots=True)
class DeskMessage:
    """Come to the front, or with a ``number`` take this call.

    ``token`` is what the desktop environment gave that start, so that a window may come to the
    front (xdg-activation); it is no secret.
    """

    number: str = ""
    token: str = ""


def encode(message: DeskMessage) -> bytes:
    """Return the line that is sent; a token that does not fit is left out."""
    token = message.token if _TOKEN.fullmatch(message.token) else ""
    line = {"version": VERSION, "number": message.number, "token": token}
    return json.dumps(line).encode() + b"\n"


def decode(line: bytes) -> DeskMessage:
    """Return the message that was sent.

    Raises:
        InvalidValueError: ``message`` is too long, no message, or of another version.

    """
    try:
        read = json.loads(line[: LONGEST_BYTES + 1])
        version, number, token = read["version"], read["number"], read["token"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise InvalidValueError("message", "not_a_message") from error
    if version != VERSION:
        raise InvalidValueError("message", "other_version")
    texts = isinstance(number, str) and isinstance(token, str)
    if len(line) > LONGEST_BYTES or not texts or not _TOKEN.fullmatch(token):
        raise InvalidValueError("message", "not_a_message")
    return DeskMessage(number_of_call(number) if number else "", token)
