"""The WSGI application that takes delivery reports, on two addresses and no others.

    POST /<secret path>/websms      JSON, acknowledged as websms wants it
    GET  /<secret path>/kannel      a query, as our own requests told Kannel

Whoever does not know the path gets what every unknown path gets, compared in constant time. A
report is written down before it is read; the answer says whether it was, so that the gateway comes
again where it was not.
"""

from __future__ import annotations

import hmac
import json
import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from desktop.errors import StorageError
from desktop.services.receiving.reading import READERS, UnreadableReportError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

log = logging.getLogger(__name__)

MAX_BODY_BYTES = 64 * 1024
PER_SECOND = 200.0
BURST = 1000

_PATH_PARTS = 3
_NOTHING_HERE = (HTTPStatus.NOT_FOUND, "text/plain", b"not found\n")

_Answer = tuple[HTTPStatus, str, bytes]
Keep = Callable[[str, bytes], bool]
"""Writes a report down before it is read; raises StorageError where it cannot."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What a gateway is told: method of its reports, then its words for each of our answers."""

    method: str
    content_type: str
    ok: bytes
    malformed: bytes
    too_many: bytes
    failed: bytes


def _websms_word(code: int, message: str) -> bytes:
    return json.dumps({"statusCode": code, "statusMessage": message}).encode()


_WORDS = {
    "websms": _Words(
        "POST",
        "application/json",
        _websms_word(2000, "OK"),
        _websms_word(4000, "malformed"),
        _websms_word(5003, "too many requests"),
        _websms_word(5000, "not stored"),
    ),
    # Kannel looks at the status alone.
    "kannel": _Words("GET", "text/plain", b"OK\n", b"malformed\n", b"slower\n", b"not stored\n"),
}


class Pace:
    """Lets so many through in a second, and a number of them at once. Safe between threads."""

    def __init__(
        self,
        per_second: float = PER_SECOND,
        burst: int = BURST,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_second = per_second
        self._burst = float(burst)
        self._clock_s = clock_s
        self._room = self._burst
        self._seen_s = clock_s()
        self._lock = threading.Lock()

    def lets_through(self) -> bool:
        """Tell whether one more may pass now, and count it."""
        with self._lock:
            now_s = self._clock_s()
            gained = (now_s - self._seen_s) * self._per_second
            self._room = min(self._burst, self._room + gained)
            self._seen_s = now_s
            if self._room < 1:
                return False
            self._room -= 1
            return True


class ReportEntry:
    """The application. ``stored`` is called after each report that was written down."""

    def __init__(
        self,
        path: str,
        keep: Keep,
        stored: Callable[[], None] = lambda: None,
        pace: Pace | None = None,
    ) -> None:
        self._path_digest = sha256(path.encode()).digest()
        self._keep = keep
        self._stored = stored
        self._pace = pace or Pace()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        status, content_type, body = self._answer(environ)
        headers = [("Content-Type", content_type), ("Content-Length", str(len(body)))]
        if status is HTTPStatus.TOO_MANY_REQUESTS:
            headers.append(("Retry-After", "1"))
        start_response(f"{status.value} {status.phrase}", headers)
        return [body]

    def _answer(self, environ: WSGIEnvironment) -> _Answer:
        parts = str(environ.get("PATH_INFO", "")).strip("/").split("/")
        # Always compared, and always as many bytes, so that time tells nothing.
        digest = sha256(parts[0].encode("latin-1", "replace")).digest()
        knows = hmac.compare_digest(digest, self._path_digest)
        words = _WORDS.get(parts[-1]) if len(parts) == _PATH_PARTS - 1 else None
        if not knows or words is None or environ["REQUEST_METHOD"] != words.method:
            return _NOTHING_HERE
        if not self._pace.lets_through():
            return HTTPStatus.TOO_MANY_REQUESTS, words.content_type, words.too_many
        raw = _raw(environ, words.method)
        if len(raw) > MAX_BODY_BYTES:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words.content_type, words.malformed
        return self._take(parts[-1], words, raw)

    def _take(self, gateway: str, words: _Words, raw: bytes) -> _Answer:
        try:
            self._keep(gateway, raw)
        except StorageError as error:
            log.warning("a report could not be stored: %s", type(error).__name__)
            return HTTPStatus.SERVICE_UNAVAILABLE, words.content_type, words.failed
        self._stored()
        try:
            READERS[gateway](raw)
        except UnreadableReportError:
            return HTTPStatus.BAD_REQUEST, words.content_type, words.malformed
        return HTTPStatus.OK, words.content_type, words.ok


def _raw(environ: WSGIEnvironment, method: str) -> bytes:
    if method == "GET":
        return str(environ.get("QUERY_STRING", "")).encode("latin-1", "replace")
    stream: Any = environ["wsgi.input"]
    body: bytes = stream.read(MAX_BODY_BYTES + 1)
    return body
