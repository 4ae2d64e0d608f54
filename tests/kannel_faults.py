"""Kannel's ``sendsms`` as the fault server speaks it: the same faults, Kannel's own words."""

from __future__ import annotations

import socket
from enum import StrEnum
from typing import Any, BinaryIO

from tests.faults import Fault, FaultServer, Plan

_ANSWERS = {
    Fault.NONE: (202, "0: Accepted for delivery"),
    Fault.QUEUED: (202, "3: Queued for later delivery"),
    Fault.BLACKLISTED: (400, "Number(s) has/have been denied by white- and/or black-lists."),
    Fault.INVALID_RECIPIENT: (400, "Missing receiver(s) number(s), rejected"),
    Fault.INVALID_SENDER: (400, "Sender missing and no global set, rejected"),
    Fault.BAD_LOGIN_STATUS: (403, "Authorization failed for sendsms"),
    Fault.TOO_MANY_REQUESTS: (429, "no"),
    Fault.SERVER_ERROR: (500, "Sending failed."),
    Fault.BAD_GATEWAY: (502, "no"),
    Fault.UNKNOWN_CODE: (202, "9: Something new"),
    Fault.FOREIGN_HTML: (200, "<h1>Log in</h1>"),
    Fault.EMPTY_BODY: (202, ""),
}


class KannelWord(StrEnum):
    """An answer word for word: status, then the sentence."""

    BUSY = "503 Temporal failure, try again later."
    NOT_ROUTABLE = "403 Not routable. Do not try again."
    BAD_VALIDITY = "400 Validity field misformed, rejected"
    BAD_REPORT_ADDRESS = "400 DLR-URL field misformed, rejected"
    BAD_TEXT = "400 Charset or body misformed, rejected"
    IMMEDIATE = "202 Sent."
    IMMEDIATE_PARTS = "202 Sent. Message splits: 3"
    WRONG_PATH = "404 Unknown request."
    PROXY_BUSY = "503 Service Unavailable"
    PROXY_DENIES = "400 Bad Request"


class KannelFaultServer(FaultServer):
    """Takes POSTs with ``X-Kannel-`` headers; ``word`` answers everything in its own words."""

    def __init__(self, plan: Plan | None = None, latency_s: float = 0.0) -> None:
        super().__init__(plan, latency_s)
        self.word: KannelWord | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/cgi-bin/sendsms"

    def headers(self) -> dict[str, str]:
        """The headers of the one SMS that was taken, by their names in lower case."""
        (only,) = self.taken
        headers: dict[str, str] = only.body["headers"]
        return headers

    def _read_request(self, reader: BinaryIO) -> dict[str, Any] | None:
        first = reader.readline().rstrip()
        if not first.endswith(b"HTTP/1.1"):
            return None
        headers: dict[str, str] = {}
        while (line := reader.readline()) not in {b"\r\n", b""}:
            name, _, value = line.decode().partition(":")
            headers[name.strip().lower()] = value.strip()
        length = int(headers.get("content-length", "0"))
        raw = reader.read(length)
        if len(raw) < length:
            return None
        recipient = headers.get("x-kannel-to", "")
        return {
            "recipientAddressList": [recipient.removeprefix("+")] if recipient else [],
            "clientMessageId": headers.get("x-kannel-dlr-url", ""),
            "line": first.decode(),
            "headers": headers,
            "text": raw.decode(),
        }

    def _answer(self, connection: socket.socket, fault: Fault, body: dict[str, Any]) -> bool:
        if self.word is not None and body["recipientAddressList"]:
            status, _, sentence = self.word.value.partition(" ")
            connection.sendall(_whole(int(status), sentence))
            return True
        if fault in _ANSWERS:
            connection.sendall(_whole(*_ANSWERS[fault]))
            return True
        if fault is Fault.DRIP:
            self._drip(connection, _whole(*_ANSWERS[Fault.NONE]))
            return False
        return super()._answer(connection, fault, body)


def _whole(status: int, sentence: str) -> bytes:
    raw = sentence.encode()
    return (
        f"HTTP/1.1 {status} Some Words\r\nServer: Kannel/1.4.5\r\nContent-type: text/html\r\n"
        f"Content-Length: {len(raw)}\r\n\r\n"
    ).encode() + raw
