from __future__ import annotations

import io
from http import HTTPStatus
from typing import Any

import pytest

from desktop.errors import DatabaseLockedError
from desktop.services.receiving.entry import MAX_BODY_BYTES, Pace, ReportEntry

_PATH = "S3cret-path"
_REPORT = b'{"messageType": "deliveryReport", "transferId": "17"}'


class _Books:
    """Remembers what was to be written down, and when it was read."""

    def __init__(self) -> None:
        self.kept: list[tuple[str, bytes]] = []
        self.failing = False

    def keep(self, gateway: str, raw: bytes) -> bool:
        if self.failing:
            raise DatabaseLockedError("desk.sqlite")
        self.kept.append((gateway, raw))
        return True


def _ask(
    entry: ReportEntry, path: str, *, method: str = "POST", body: bytes = _REPORT, query: str = ""
) -> tuple[int, dict[str, str], bytes]:
    said: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> Any:  # noqa: ANN401
        said.extend((status, dict(headers)))

    environ = {
        "PATH_INFO": path,
        "REQUEST_METHOD": method,
        "QUERY_STRING": query,
        "wsgi.input": io.BytesIO(body),
    }
    answer = b"".join(entry(environ, start))
    return int(said[0].split()[0]), said[1], answer


@pytest.fixture
def books() -> _Books:
    return _Books()


def test_that_each_gateway_is_acknowledged_in_its_own_words(books: _Books) -> None:
    entry = ReportEntry(_PATH, books.keep)

    status, headers, answer = _ask(entry, f"/{_PATH}/websms")
    assert (status, answer) == (HTTPStatus.OK, b'{"statusCode": 2000, "statusMessage": "OK"}')
    assert headers["Content-Type"] == "application/json"

    status, _, answer = _ask(entry, f"/{_PATH}/kannel", method="GET", query="id=17&type=1")
    assert (status, answer) == (HTTPStatus.OK, b"OK\n")
    assert books.kept == [("websms", _REPORT), ("kannel", b"id=17&type=1")]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", ""),
        ("POST", "/websms"),
        ("POST", "/wrong/websms"),
        ("POST", f"/{_PATH}x/websms"),
        ("POST", f"/{_PATH[:-1]}/websms"),
        ("POST", f"/{_PATH.lower()}/websms"),
        ("POST", f"/x/{_PATH}/websms"),
        ("POST", f"/{_PATH}"),
        ("POST", f"/{_PATH}/"),
        ("POST", f"/{_PATH}/twilio"),
        ("POST", f"/{_PATH}/websms/more"),
        ("GET", f"/{_PATH}/websms"),
        ("POST", f"/{_PATH}/kannel"),
        ("DELETE", f"/{_PATH}/kannel"),
        ("POST", "/\xff\x00/websms"),
    ],
)
def test_that_whoever_does_not_know_the_way_sees_always_the_same(
    books: _Books, method: str, path: str
) -> None:
    seen = _ask(ReportEntry(_PATH, books.keep), path, method=method)

    assert seen == _ask(ReportEntry(_PATH, books.keep), "/nothing/like/this", method="GET")
    assert seen[0] == HTTPStatus.NOT_FOUND
    assert books.kept == []


def test_that_a_report_that_cannot_be_read_is_kept_and_refused(books: _Books) -> None:
    entry = ReportEntry(_PATH, books.keep)

    status, _, answer = _ask(entry, f"/{_PATH}/websms", body=b"{")
    assert (status, answer[:20]) == (HTTPStatus.BAD_REQUEST, b'{"statusCode": 4000,')
    status, _, _ = _ask(entry, f"/{_PATH}/kannel", method="GET", query="type=1")
    assert status == HTTPStatus.BAD_REQUEST
    assert books.kept == [("websms", b"{"), ("kannel", b"type=1")]


def test_that_a_report_that_was_not_stored_shall_come_again(
    books: _Books, expected_warnings: list[str]
) -> None:
    expected_warnings.append("could not be stored: DatabaseLockedError")
    books.failing = True
    told: list[str] = []

    status, _, answer = _ask(
        ReportEntry(_PATH, books.keep, lambda: told.append("stored")), f"/{_PATH}/websms"
    )

    assert (status, answer[:20]) == (HTTPStatus.SERVICE_UNAVAILABLE, b'{"statusCode": 5000,')
    assert told == []


def test_that_a_body_over_the_limit_is_refused_and_not_kept(books: _Books) -> None:
    entry = ReportEntry(_PATH, books.keep)

    status, _, _ = _ask(entry, f"/{_PATH}/websms", body=b"x" * (MAX_BODY_BYTES + 1))

    assert status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert books.kept == []


def test_that_too_many_are_asked_to_come_later_and_strangers_use_up_nothing(
    books: _Books,
) -> None:
    now_s = [0.0]
    entry = ReportEntry(_PATH, books.keep, pace=Pace(2.0, 3, lambda: now_s[0]))

    for _ in range(10):
        assert _ask(entry, "/wrong/websms")[0] == HTTPStatus.NOT_FOUND
    statuses = [_ask(entry, f"/{_PATH}/websms")[0] for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    assert _ask(entry, f"/{_PATH}/websms")[1]["Retry-After"] == "1"

    now_s[0] += 1.0
    assert [_ask(entry, f"/{_PATH}/websms")[0] for _ in range(3)] == [200, 200, 429]
    assert _ask(entry, "/wrong/websms")[0] == HTTPStatus.NOT_FOUND


def test_that_a_wrong_secret_costs_nothing_however_often_it_is_tried(
    books: _Books, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    entry = ReportEntry(_PATH, books.keep, pace=Pace(1.0, 1, lambda: 0.0))
    body = io.BytesIO(_REPORT)
    answers = {
        b"".join(
            entry(
                {
                    "PATH_INFO": f"/{guess}/websms",
                    "REQUEST_METHOD": "POST",
                    "wsgi.input": body,
                },
                lambda *_: lambda _: None,
            )
        )
        for guess in range(2000)
    }

    assert answers == {b"not found\n"}
    assert (body.tell(), books.kept, caplog.records) == (0, [], [])
    assert _ask(entry, f"/{_PATH}/websms")[0] == HTTPStatus.OK


def test_that_nothing_is_saved_up_beyond_the_burst() -> None:
    now_s = [0.0]
    pace = Pace(100.0, 5, lambda: now_s[0])
    now_s[0] += 3600

    assert [pace.lets_through() for _ in range(6)] == [True] * 5 + [False]
