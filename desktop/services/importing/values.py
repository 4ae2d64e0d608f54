"""Single values as exports write them: moments, days, counts, words. Pure, and quick.

A reader returns None for what it cannot read; it never guesses.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.models.states import SimStatus

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
"""Outside lie only slips of the pen and empty dates of spreadsheets."""

_TIMED = re.compile(
    r"(\d{4}-\d\d-\d\d[T ]\d\d|\d\d\.\d\d\.\d{4} \d\d):([0-5]\d)(?::([0-5]\d))?", re.ASCII
)
"""The spellings of nearly all rows; the date and the hour are looked up as one text."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].+)?", re.ASCII)
_GERMAN = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? +(\d{1,2}):(\d\d)(?::(\d\d))?(?: Uhr)?)?", re.ASCII
)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no time zone
_COUNT = re.compile(r"(\d{1,12})(?:[.,]0+)?", re.ASCII)
_MEAN = re.compile(r"\d{1,6}(?:[.,]\d{1,12})?", re.ASCII)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+", re.ASCII)
_FORMULA = re.compile(r"'[=+\-@]")

SIM_STATUS_WORDS = {
    "in_stock": SimStatus.IN_STOCK,
    "active": SimStatus.ACTIVE,
    "warned": SimStatus.WARNED,
    "blocked": SimStatus.BLOCKED,
    "retired": SimStatus.RETIRED,
    "auf_lager": SimStatus.IN_STOCK,
    "aktiv": SimStatus.ACTIVE,
    "verwarnt": SimStatus.WARNED,
    "gesperrt": SimStatus.BLOCKED,
    "ausgemustert": SimStatus.RETIRED,
}


class Moments:
    """Reads moments; those without an offset are meant in one time zone.

    They come out as texts in UTC (``2026-11-17 20:00:00.000000``) that sort as the moments do
    and that both engines take as they are.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self._hours: dict[str, str] = {}

    def read(self, text: str) -> str | None:
        """Return the moment; of an hour that the clock shows twice, the first one."""
        return self._read_quickly(text) or self._read_slowly(text, latest=False)

    def read_latest(self, text: str) -> str | None:
        """Return the moment; of an hour that the clock shows twice, the second one.

        Meant for stops: in doubt somebody has stopped after the start, not before it.
        """
        return self._read_quickly(text) or self._read_slowly(text, latest=True)

    def _read_quickly(self, text: str) -> str:
        """Return the moment of a common spelling in an ordinary hour, else nothing."""
        match = _TIMED.fullmatch(text)
        if match is None:
            return ""
        hour = self._hours.get(match[1])
        if hour is None:
            hour = self._hours[match[1]] = self._plain_hour(match[1])
        return f"{hour}:{match[2]}:{match[3] or '00'}.000000" if hour else ""

    def _plain_hour(self, text: str) -> str:
        """Return date and hour in UTC, or nothing where the offset is not one of full hours."""
        begin = _parsed(text + ":00")
        if begin is None:
            return ""
        end = begin.replace(minute=59, second=59)
        first, last = self._utc(begin, latest=False), self._utc(end, latest=True)
        plain = first.minute == 0 and last - first == timedelta(minutes=59, seconds=59)
        return first.strftime("%Y-%m-%d %H") if plain else ""

    def _read_slowly(self, text: str, *, latest: bool) -> str | None:
        moment = _parsed(text.strip())
        return None if moment is None else utc_text(self._utc(moment, latest=latest))

    def _utc(self, moment: datetime, *, latest: bool) -> datetime:
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
        readings = [moment.replace(tzinfo=self.zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
        # In the hour that the clock leaves out, only the first reading lies after the jump.
        return max(readings) if latest else readings[0]


def utc_text(moment: datetime) -> str:
    """Return an aware moment as the text that both engines take."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def read_day(text: str) -> str | None:
    """Return a day as ``2026-11-17``; a time beside it must be midnight."""
    moment = _parsed(text.strip())
    if moment is None or moment.time() != moment.min.time():
        return None
    return moment.date().isoformat()


def read_count(text: str) -> int | None:
    """Return a count; ``1.204`` may be a mean as well as a thousand, so it is none."""
    match = _COUNT.fullmatch(text.strip())
    return None if match is None else int(match[1])


def read_mean(text: str) -> float | None:
    """Return a number with or without decimals, with either decimal sign."""
    text = text.strip()
    if not _MEAN.fullmatch(text) or (_THOUSANDS.fullmatch(text) and not text.startswith("0")):
        return None
    return float(text.replace(",", "."))


def read_sim_status(text: str) -> SimStatus | None:
    """Return the status that an English or German word names, in any case."""
    return SIM_STATUS_WORDS.get("_".join(text.casefold().replace("_", " ").split()))


def read_zone(text: str) -> ZoneInfo | None:
    """Return a time zone by its IANA name."""
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def plain(cell: str) -> str:
    """Return a text cell without surrounding space and without the guard of a spreadsheet."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _parsed(text: str) -> datetime | None:
    """Read a date, naive or aware, in any of the known spellings."""
    try:
        moment = _iso(text) or _german(text) or _serial(text)
    except (ValueError, OverflowError):
        return None
    if moment is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    return moment


def _iso(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if _ISO.fullmatch(text) else None


def _german(text: str) -> datetime | None:
    match = _GERMAN.fullmatch(text)
    if match is None:
        return None
    day, month, year, hour, minute, second = (int(part or 0) for part in match.groups())
    return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - zone comes later


def _serial(text: str) -> datetime | None:
    if not _SERIAL.fullmatch(text):
        return None
    moment = _SERIAL_ZERO + timedelta(days=float(text.replace(",", ".")))
    # A serial keeps about a tenth of a millisecond; the export wrote full seconds.
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def day_of(text: str) -> date:
    """Return the date of a day that :func:`read_day` gave."""
    return date.fromisoformat(text)
