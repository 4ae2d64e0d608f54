from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.states import SimStatus
from desktop.services.importing.values import (
    Moments,
    plain,
    read_count,
    read_day,
    read_mean,
    read_sim_status,
    read_zone,
    utc_text,
)

VIENNA = ZoneInfo("Europe/Vienna")
KOLKATA = ZoneInfo("Asia/Kolkata")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-02-16T10:00:36", "2026-02-16 09:00:36.000000"),
        ("2026-02-16 10:00:36", "2026-02-16 09:00:36.000000"),
        ("2026-02-16T10:00", "2026-02-16 09:00:00.000000"),
        ("2026-02-16", "2026-02-15 23:00:00.000000"),
        ("2026-07-16T10:00:36", "2026-07-16 08:00:36.000000"),
        ("2026-02-16T10:00:36Z", "2026-02-16 10:00:36.000000"),
        ("2026-02-16T10:00:36+05:30", "2026-02-16 04:30:36.000000"),
        ("2026-02-16T10:00:36.250+01:00", "2026-02-16 09:00:36.250000"),
        ("31.12.2026 14:05", "2026-12-31 13:05:00.000000"),
        ("31.12.2026 14:05:59", "2026-12-31 13:05:59.000000"),
        ("1.3.2026 9:05", "2026-03-01 08:05:00.000000"),
        ("31.12.2026, 14:05 Uhr", "2026-12-31 13:05:00.000000"),
        (" 31.12.2026 14:05 ", "2026-12-31 13:05:00.000000"),
        ("46069.4170833333", "2026-02-16 09:00:36.000000"),
        ("46069,4170833333", "2026-02-16 09:00:36.000000"),
        ("46069", "2026-02-15 23:00:00.000000"),
    ],
)
def test_that_a_moment_is_read_in_every_spelling(text: str, utc: str) -> None:
    assert Moments(VIENNA).read(text) == utc


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31.02.2026 10:00",
        "2026-02-30T10:00:00",
        "2026-02-16T24:00:01",
        "2026-02-16T10:60:00",
        "1899-12-30T00:00:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "16/02/2026 10:00",
        "02-16-2026",
        "20260216",
        "1771232436",
        "gestern",
        "４６０６９",
    ],
)
def test_that_what_is_no_moment_is_not_guessed(text: str) -> None:
    assert Moments(VIENNA).read(text) is None


def test_that_of_an_hour_shown_twice_a_start_takes_the_first_and_a_stop_the_second() -> None:
    moments = Moments(VIENNA)

    for text in ("2026-10-25T02:30:00", "25.10.2026 02:30"):
        assert moments.read_latest(text) == "2026-10-25 01:30:00.000000"
        assert moments.read(text) == "2026-10-25 00:30:00.000000"


def test_that_an_offset_decides_between_two_equal_hours() -> None:
    moments = Moments(VIENNA)

    assert moments.read("2026-10-25T02:30:00+01:00") == "2026-10-25 01:30:00.000000"
    assert moments.read_latest("2026-10-25T02:30:00+02:00") == "2026-10-25 00:30:00.000000"


def test_that_an_hour_left_out_lies_after_the_jump() -> None:
    moments = Moments(VIENNA)

    assert moments.read("2026-03-29T02:30:00") == "2026-03-29 01:30:00.000000"
    assert moments.read_latest("2026-03-29T02:30:00") == "2026-03-29 01:30:00.000000"


@given(
    moment=st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30)),  # noqa: DTZ001 - local time
    zone=st.sampled_from([VIENNA, KOLKATA, LORD_HOWE, ZoneInfo("UTC")]),
)
def test_that_the_quick_way_reads_what_the_calendar_says(moment: datetime, zone: ZoneInfo) -> None:
    moments = Moments(zone)
    moment = moment.replace(microsecond=0)
    readings = {fold: moment.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}

    assert moments.read(moment.isoformat()) == utc_text(readings[0])
    assert moments.read_latest(moment.isoformat()) == utc_text(max(readings.values()))
    minute = moment.replace(second=0)
    assert moments.read(f"{minute:%d.%m.%Y %H:%M}") == utc_text(
        minute.replace(tzinfo=zone).astimezone(UTC)
    )


@given(seconds=st.integers(0, 40_000 * 86_400))
def test_that_a_serial_date_keeps_its_second(seconds: int) -> None:
    moment = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    if moment.year > 2100:
        return
    days = (moment - datetime(1899, 12, 30, tzinfo=UTC)) / timedelta(days=1)

    assert Moments(ZoneInfo("UTC")).read(f"{days:.10f}") == utc_text(moment)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-17", "2026-11-17"),
        ("17.11.2026", "2026-11-17"),
        ("2026-11-17T00:00:00", "2026-11-17"),
        ("46343", "2026-11-17"),
        ("2026-11-17T10:00:00", None),
        ("17.11.26", None),
        ("", None),
    ],
)
def test_that_a_day_is_read_or_not(text: str, day: str | None) -> None:
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "count"),
    [("0", 0), (" 1204 ", 1204), ("1204.0", 1204), ("1204,00", 1204)]
    + [(text, None) for text in ("", "-1", "1.204", "1,204", "1.5", "1e3", "viele", "１")],
)
def test_that_a_count_is_read_or_not(text: str, count: int | None) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "mean"),
    [("0", 0.0), ("2", 2.0), ("1.5", 1.5), ("1,5", 1.5), ("0,143", 0.143)]
    + [(text, None) for text in ("", "-1", "1.204", "nan", "1,2.3", "inf")],
)
def test_that_a_mean_is_read_or_not(text: str, mean: float | None) -> None:
    assert read_mean(text) == mean


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("in_stock", SimStatus.IN_STOCK),
        ("auf Lager", SimStatus.IN_STOCK),
        ("Aktiv", SimStatus.ACTIVE),
        ("WARNED", SimStatus.WARNED),
        (" gesperrt ", SimStatus.BLOCKED),
        ("ausgemustert", SimStatus.RETIRED),
        ("kaputt", None),
        ("", None),
    ],
)
def test_that_a_status_is_read_in_both_languages(text: str, status: SimStatus | None) -> None:
    assert read_sim_status(text) == status


@pytest.mark.parametrize("text", ["", "Europe/Nowhere", "../../etc/passwd", "/etc/passwd", "\0"])
def test_that_an_unknown_time_zone_is_none(text: str) -> None:
    assert read_zone(text) is None


def test_that_the_guard_of_a_spreadsheet_is_taken_off_and_other_quotes_stay() -> None:
    assert plain("'+43 660 1") == "+43 660 1"
    assert plain("'=1+1") == "=1+1"
    assert plain("'s Weberl") == "'s Weberl"
    assert plain("=1+1") == "=1+1"
