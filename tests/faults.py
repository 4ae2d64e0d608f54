"""A gateway on real sockets that keeps a ledger and misbehaves as it is told.

It speaks the text interface of websms over plain HTTP on loopback. ``Fault`` says what it does
with one request; whether it *took* the SMS stands in the ledger, whatever the desk may think.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO, Self
from uuid import uuid4


class Fault(StrEnum):
    """What the server does with one request; the value says whether it takes the SMS."""

    NONE = "takes it, answers 2000"
    QUEUED = "takes it, answers 2001"
    RESET_BEFORE_REQUEST = "resets before it reads, takes nothing"
    DROP_BEFORE_REQUEST = "closes before it reads, takes nothing"
    RESET_AFTER_REQUEST = "takes it, resets"
    DROP_AFTER_REQUEST = "takes it, closes"
    DROP_UNTAKEN = "reads, takes nothing, closes"
    HANG = "takes it, never answers"
    HANG_UNTAKEN = "reads, takes nothing, never answers"
    GARBAGE = "takes it, answers no HTTP"
    HALF_ANSWER = "takes it, promises more than it answers"
    BROKEN_JSON = "takes it, answers broken JSON"
    EMPTY_BODY = "takes it, answers nothing in 200"
    FOREIGN_HTML = "takes nothing, a portal answers 200 in HTML"
    FOREIGN_ID = "takes it, answers for another message"
    SERVER_ERROR = "takes it, answers 500"
    BAD_GATEWAY = "takes nothing, answers 502"
    REDIRECT = "takes nothing, answers 307"
    DRIP = "takes it, answers one byte now and then"
    DRIP_HEADERS = "takes it, never ends its headers"
    ENDLESS = "takes it, answers without end"
    UNKNOWN_CODE = "takes it, answers a code that nobody knows"
    INTERNAL_CODE = "takes it, answers 5000"
    THROTTLED = "takes nothing, answers 4023"
    TOO_MANY_REQUESTS = "takes nothing, answers 429"
    BLACKLISTED = "takes nothing, answers 4031"
    INVALID_RECIPIENT = "takes nothing, answers 4002"
    INVALID_SENDER = "takes nothing, answers 4003"
    BAD_LOGIN_CODE = "takes nothing, answers 4001"
    BAD_LOGIN_STATUS = "takes nothing, answers 401"
    QUOTA = "takes nothing, answers 4013"

    @property
    def takes(self) -> bool:
        return self.value.startswith("takes it")


_CODES = {
    Fault.NONE: 2000,
    Fault.QUEUED: 2001,
    Fault.UNKNOWN_CODE: 4999,
    Fault.INTERNAL_CODE: 5000,
    Fault.THROTTLED: 4023,
    Fault.BLACKLISTED: 4031,
    Fault.INVALID_RECIPIENT: 4002,
    Fault.INVALID_SENDER: 4003,
    Fault.BAD_LOGIN_CODE: 4001,
    Fault.QUOTA: 4013,
}

_STATUSES = {
    Fault.SERVER_ERROR: 500,
    Fault.BAD_GATEWAY: 502,
    Fault.BAD_LOGIN_STATUS: 401,
    Fault.TOO_MANY_REQUESTS: 429,
}


@dataclass(frozen=True)
class Taken:
    """One line of the gateway's own ledger: an SMS that it took."""

    recipient: str
    client_message_id: str
    body: dict[str, Any]


Plan = Callable[[str], Fault]
"""Decides by the recipient (E.164) what happens to the request."""


class FaultServer:
    """The misbehaving gateway; use it as a context manager."""

    def __init__(self, plan: Plan | None = None, latency_s: float = 0.0, port: int = 0) -> None:
        self.plan: Plan = plan or (lambda _recipient: Fault.NONE)
        self.empty_list_fault = Fault.INVALID_RECIPIENT
        self.before_request: Callable[[], Fault] = lambda: Fault.NONE
        self.latency_s = latency_s
        self.drip_s = 0.05
        self.answers = threading.Event()
        """Cleared, every request waits for its answer until it is set again."""
        self.answers.set()
        self.taken: list[Taken] = []
        self.requests = 0
        self.connections = 0
        self.authorizations: set[str] = set()
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", port), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, name="fault server")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/rest"

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Refuses connections from now on and drops those there are; a second time does nothing."""
        if self._stopping.is_set():
            return
        self._stopping.set()
        self.answers.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join()
        with self._lock:
            left = list(self._open)
        for connection in left:
            _shut(connection)
        for thread in self._threads:
            thread.join()

    def taken_by_recipient(self) -> Counter[str]:
        with self._lock:
            return Counter(sms.recipient for sms in self.taken)

    # --------------------------------------------------------------------------- connections

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            with self._lock:
                self._open.add(connection)
            thread = threading.Thread(target=self._serve, args=(connection,), name="fault server")
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        early = self.before_request()
        try:
            if early is Fault.RESET_BEFORE_REQUEST:
                _reset(connection)
            elif early is not Fault.DROP_BEFORE_REQUEST:
                with connection.makefile("rb") as reader:
                    while not self._stopping.is_set() and self._serve_one(connection, reader):
                        pass
        except OSError:
            pass
        finally:
            connection.close()
            with self._lock:
                self._open.discard(connection)

    def _serve_one(self, connection: socket.socket, reader: BinaryIO) -> bool:
        request = self._read_request(reader)
        if request is None:
            return False
        body = request
        recipients = body.get("recipientAddressList") or []
        fault = self.plan("+" + recipients[0]) if recipients else self.empty_list_fault
        with self._lock:
            self.requests += 1
            if fault.takes:
                message_id = body.get("clientMessageId", "")
                self.taken.append(Taken("+" + recipients[0], message_id, body))
        if self.latency_s:
            self._stopping.wait(self.latency_s)
        self.answers.wait()
        return self._answer(connection, fault, body)

    def _read_request(self, reader: BinaryIO) -> dict[str, Any] | None:
        if not reader.readline().rstrip().endswith(b"HTTP/1.1"):
            return None
        length = 0
        while (line := reader.readline()) not in {b"\r\n", b""}:
            name, _, value = line.decode("latin-1").partition(":")
            if name.lower() == "content-length":
                length = int(value)
            if name.lower() == "authorization":
                self.authorizations.add(value.strip())
        raw = reader.read(length)
        if len(raw) < length:
            return None
        body: dict[str, Any] = json.loads(raw)
        return body

    # ------------------------------------------------------------------------------- answers

    def _answer(self, connection: socket.socket, fault: Fault, body: dict[str, Any]) -> bool:
        if fault in _CODES:
            _send_json(connection, 200, _body_for(body, _CODES[fault]))
            return True
        if fault in _STATUSES:
            _send(connection, _STATUSES[fault], "text/html", b"<h1>no</h1>")
            return True
        other: dict[Fault, Callable[[], object]] = {
            Fault.RESET_AFTER_REQUEST: lambda: _reset(connection),
            Fault.HANG: self._stopping.wait,
            Fault.HANG_UNTAKEN: self._stopping.wait,
            Fault.GARBAGE: lambda: connection.sendall(b"\x00\x01 this is no HTTP \xff\r\n\r\n"),
            Fault.HALF_ANSWER: lambda: connection.sendall(_head(200, "application/json", 500)),
            Fault.BROKEN_JSON: lambda: _send(connection, 200, "application/json", b'{"statusC'),
            Fault.EMPTY_BODY: lambda: _send(connection, 200, "application/json", b""),
            Fault.FOREIGN_HTML: lambda: _send(connection, 200, "text/html", b"<h1>Log in</h1>"),
            Fault.FOREIGN_ID: lambda: _send_json(
                connection, 200, _body_for(body, 2000) | {"clientMessageId": "another"}
            ),
            Fault.REDIRECT: lambda: connection.sendall(
                b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /rest/smsmessaging/text\r\n"
                b"Content-Length: 0\r\n\r\n"
            ),
            Fault.DRIP: lambda: self._drip(connection, _whole(200, _body_for(body, 2000))),
            Fault.DRIP_HEADERS: lambda: self._drip(
                connection, b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 4000
            ),
            Fault.ENDLESS: lambda: self._endless(connection),
        }
        if fault in other:
            other[fault]()
        return False

    def _drip(self, connection: socket.socket, whole: bytes) -> None:
        for position in range(len(whole)):
            if self._stopping.wait(self.drip_s):
                return
            connection.sendall(whole[position : position + 1])

    def _endless(self, connection: socket.socket) -> None:
        connection.sendall(_head(200, "application/json", 1_000_000_000))
        while not self._stopping.is_set():
            connection.sendall(b" " * 65_536)


def _body_for(request: dict[str, Any], code: int) -> dict[str, Any]:
    accepted = code in {2000, 2001}
    return {
        "statusCode": code,
        "statusMessage": "OK" if accepted else "refused",
        "clientMessageId": request.get("clientMessageId"),
        "transferId": uuid4().hex[:20] if accepted else None,
        "smsCount": 1 if accepted else 0,
    }


def _head(status: int, content_type: str, length: int) -> bytes:
    return (
        f"HTTP/1.1 {status} Some Words\r\nContent-Type: {content_type};charset=UTF-8\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()


def _whole(status: int, body: dict[str, Any]) -> bytes:
    raw = json.dumps(body).encode()
    return _head(status, "application/json", len(raw)) + raw


def _send_json(connection: socket.socket, status: int, body: dict[str, Any]) -> None:
    connection.sendall(_whole(status, body))


def _send(connection: socket.socket, status: int, content_type: str, raw: bytes) -> None:
    connection.sendall(_head(status, content_type, len(raw)) + raw)


def _reset(connection: socket.socket) -> None:
    """Close with RST instead of FIN."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def wait_for(condition: Callable[[], bool], timeout_s: float = 60.0) -> None:
    """Wait until ``condition`` holds; fail when it does not come true."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("it did not come true in time")
        time.sleep(0.01)
