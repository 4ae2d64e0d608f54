from __future__ import annotations

import logging
import re
import stat
from collections.abc import Callable, Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.logs import LOG_FILE, RedactingFormatter, redact, set_up_logs, take_down_logs

_FORMS = (
    phonenumbers.PhoneNumberFormat.E164,
    phonenumbers.PhoneNumberFormat.INTERNATIONAL,
    phonenumbers.PhoneNumberFormat.NATIONAL,
    phonenumbers.PhoneNumberFormat.RFC3966,
)
_AROUND = st.text(st.characters(exclude_categories=["Cs", "Nd"]), max_size=8)


@st.composite
def _spelled_numbers(draw: st.DrawFn) -> str:
    country = draw(st.sampled_from(["43", "49", "41", "381", "44"]))
    national = draw(st.from_regex(r"[1-9][0-9]{5,10}", fullmatch=True))
    number = phonenumbers.PhoneNumber(int(country), int(national))
    spelled = phonenumbers.format_number(number, draw(st.sampled_from(_FORMS)))
    separator = draw(st.sampled_from([" ", "-", "/", ".", "\u00a0", "", " - "]))
    return re.sub(r"[ \-]", separator, spelled)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    level = logging.getLogger().level
    handler = set_up_logs(tmp_path)
    assert handler is not None
    yield tmp_path
    take_down_logs(handler)
    logging.getLogger().setLevel(level)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sent to +436601234567", "sent to +43660***67"),
        ("(0660) 123-45 67!", "(06601***67!"),
        ("1234567", "1***67"),
        ("123456 rows", "123456 rows"),
        ("opens at 2026-11-22T09:00:00+00:00", "opens at 2026-11-22T09:00:00+00:00"),
        ("since 2026-11-22 15:38:18,123 it runs", "since 2026-11-22 15:38:18,123 it runs"),
        ("id 550e8400-e29b-41d4-a716-446655440000", "id 550e8400-e29b-41d4-a716-446655440000"),
        ("2026-11-22 0660 1234567", "2026-11-22 06601***67"),
    ],
)
def test_that_only_what_may_be_a_number_is_hidden(text: str, line: str) -> None:
    assert redact(text) == line


@given(number=_spelled_numbers(), before=_AROUND, after=_AROUND)
def test_that_no_known_number_survives(number: str, before: str, after: str) -> None:
    digits = _digits(number)

    kept = redact(before + number + after)

    if len(digits) >= 7:
        assert digits not in _digits(kept)
        assert max((len(run) for run in re.findall(r"\d+", kept)), default=0) <= 5


def _fails_with(number: str) -> None:
    raise ValueError(number)


@given(number=_spelled_numbers().filter(lambda number: len(_digits(number)) >= 7))
def test_that_no_number_survives_in_a_traceback_or_an_argument(number: str) -> None:
    formatter = RedactingFormatter("%(message)s")
    record = _record_of(lambda: _fails_with(number), number)

    line = formatter.format(record)

    assert number not in line
    assert _digits(number) not in _digits(line)


def _record_of(action: Callable[[], None], number: str) -> logging.LogRecord:
    try:
        action()
    except ValueError as error:
        return logging.LogRecord(
            "desk", logging.ERROR, "x.py", 1, "failed for %s with %r", (number, {"to": number}),
            (type(error), error, error.__traceback__),
        )  # fmt: skip
    raise AssertionError("the action did not fail")


def test_that_a_row_which_a_server_quotes_is_not_logged() -> None:
    said = (
        'CheckViolation: new row for relation "customers" violates check constraint\n'
        "DETAIL:  Failing row contains (1, K10000, Autohaus Winkler,\nElias Eder, Wien).\n"
        "[SQL: INSERT INTO customers]"
    )
    record = logging.LogRecord("desktop", logging.ERROR, "", 0, said, None, None)

    line = RedactingFormatter().format(record)

    assert "CheckViolation" in line
    assert "[SQL: INSERT INTO customers]" in line
    assert "Winkler" not in line
    assert "Eder" not in line


def test_that_the_file_holds_redacted_lines(folder: Path) -> None:
    logging.getLogger("desk").info("claimed %s", "+436601234567")

    assert "claimed +43660***67" in (folder / LOG_FILE).read_text()


def test_that_only_the_owner_reads_the_log(folder: Path) -> None:
    assert stat.S_IMODE((folder / LOG_FILE).stat().st_mode) == 0o600


def test_that_the_log_is_rotated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (handler,) = (
        one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler)
    )
    monkeypatch.setattr(handler, "maxBytes", 200)
    for _ in range(5):
        logging.getLogger("desk").info("a line that is long enough to fill a small file")

    assert (folder / f"{LOG_FILE}.1").exists()


def test_that_a_desk_without_a_place_for_its_log_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    assert set_up_logs(tmp_path / "file" / "logs") is None
