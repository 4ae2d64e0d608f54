"""How numbers, money, times and phone numbers are shown, in German and in English.

Times come in aware, in UTC or any zone, and are shown in the zone of the person. What does not
exist is shown as a dash, never as 0.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from datetime import date as Day  # noqa: N812 - `date` is a method here
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QCoreApplication, QLocale, QTimeZone

from desktop.views.phone_groups import group_phone, mask_phone

MISSING = "–"
_MINUS = "−"
_HOME_ZONE = "Europe/Vienna"
_MINUTE_S, _HOUR_S = 60, 3600
_CENTS, _TENTH_CENTS = 100, 1000


def local_zone() -> ZoneInfo:
    """The zone of this computer; the provider's where the computer has only UTC."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        zone = ZoneInfo(name) if name else ZoneInfo(_HOME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(_HOME_ZONE)
    without_place = name in {"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Universal", "Zulu"}
    return ZoneInfo(_HOME_ZONE) if without_place else zone


class Formats:
    """The forms of one language ("de" or "en") and one zone. Holds no state; share it freely."""

    def __init__(self, language: str = "de", zone: ZoneInfo | None = None) -> None:
        self._german = language.startswith("de")
        # de_AT groups digits with a blank; the desk writes 1.234 as the pictures do. The names
        # of the months are Austrian.
        self._numbers = QLocale("de_DE" if self._german else "en_GB")
        self._names = QLocale("de_AT" if self._german else "en_GB")
        self._zone = zone or local_zone()

    @property
    def language(self) -> str:
        """The language code, "de" or "en"."""
        return "de" if self._german else "en"

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which times are shown."""
        return self._zone

    # ------------------------------------------------------------------ numbers and money

    def number(self, value: float | None, decimals: int = 0) -> str:
        """1.234 or, with `decimals`, 1.234,5."""
        if value is None:
            return MISSING
        shown = self._numbers.toString(float(value), "f", decimals)
        return shown.replace("-", _MINUS)

    def percent(self, share: float | None, decimals: int = 1) -> str:
        """3,4 % from a share of 0.034."""
        if share is None:
            return MISSING
        gap = "\u00a0" if self._german else ""
        return f"{self.number(share * 100, decimals)}{gap}%"

    def euros(self, cents: int | None) -> str:
        """2,96 € from 296 cents."""
        return MISSING if cents is None else self._money(cents / _CENTS, 2)

    def part_price(self, tenth_cents: int | None) -> str:
        """0,080 € from 80 tenths of a cent: what one part of an SMS costs."""
        return MISSING if tenth_cents is None else self._money(tenth_cents / _TENTH_CENTS, 3)

    def _money(self, euros: float, decimals: int) -> str:
        if self._german:
            return f"{self.number(euros, decimals)}\u00a0€"
        sign = _MINUS if euros < 0 else ""
        return f"{sign}€{self.number(abs(euros), decimals)}"

    def counted(self, count: int, one: str, many: str) -> str:
        """`one` for 1, else `many`; `{}` in them becomes the number. Both are given translated."""
        return (one if count == 1 else many).format(self.number(count))

    # ------------------------------------------------------------------ dates and times

    def local(self, when: datetime) -> datetime:
        """The same moment in the person's zone. Raises ValueError for a time without a zone."""
        if when.tzinfo is None:
            raise ValueError("a time without a zone cannot be shown")
        return when.astimezone(self._zone)

    def _day_of(self, when: datetime | Day) -> Day:
        return self.local(when).date() if isinstance(when, datetime) else when

    def date(self, when: datetime | Day | None) -> str:
        """17.11.2026 or 17 Nov 2026."""
        if when is None:
            return MISSING
        day = self._day_of(when)
        if self._german:
            return f"{day:%d.%m.%Y}"
        return f"{day.day} {self._month(day.month)} {day.year}"

    def day_month(self, when: datetime | Day | None) -> str:
        """26.11. or 26 Nov."""
        if when is None:
            return MISSING
        day = self._day_of(when)
        return f"{day:%d.%m.}" if self._german else f"{day.day} {self._month(day.month)}"

    def time(self, when: datetime | None, *, seconds: bool = False) -> str:
        """13:41, or 13:41:07."""
        if when is None:
            return MISSING
        return f"{self.local(when):%H:%M:%S}" if seconds else f"{self.local(when):%H:%M}"

    def moment(self, when: datetime | None) -> str:
        """17.11.2026 21:00."""
        return MISSING if when is None else f"{self.date(when)} {self.time(when)}"

    def short(self, when: datetime | None, now: datetime | None = None) -> str:
        """23.11. 18:44 in the year of `now`, 23.11.2025 in another one."""
        if when is None:
            return MISSING
        this_year = self.local(now or datetime.now(UTC)).year
        if self.local(when).year != this_year:
            return self.date(when)
        return f"{self.day_month(when)} {self.time(when)}"

    def due(self, when: datetime | None, now: datetime) -> str:
        """When something is due: today 15:30, tomorrow 09:00, Thu 26 Nov, 4 Jan 2027."""
        if when is None:
            return MISSING
        distance = self.days_between(now, when)
        if distance == 0:
            return QCoreApplication.translate("Formats", "today {}").format(self.time(when))
        if distance == 1:
            return QCoreApplication.translate("Formats", "tomorrow {}").format(self.time(when))
        if self.local(when).year != self.local(now).year:
            return self.date(when)
        return f"{self.weekday(when)} {self.day_month(when)}"

    def recent(self, when: datetime | None, now: datetime) -> str:
        """When something was last seen: 13:41, yesterday, 19.11., 19.11.2025."""
        if when is None:
            return MISSING
        distance = self.days_between(when, now)
        if distance == 0:
            return self.time(when)
        if distance == 1:
            return QCoreApplication.translate("Formats", "yesterday")
        if self.local(when).year != self.local(now).year:
            return self.date(when)
        return self.day_month(when)

    def days_between(self, earlier: datetime, later: datetime) -> int:
        """Calendar days from one moment to another, in the person's zone."""
        return (self.local(later).date() - self.local(earlier).date()) // timedelta(days=1)

    def weekday(self, when: datetime | Day) -> str:
        """Do or Thu."""
        name = self._names.dayName(self._day_of(when).isoweekday(), QLocale.FormatType.ShortFormat)
        return name.rstrip(".")

    def day_heading(self, when: datetime | Day) -> str:
        """Dienstag, 24. November or Tuesday, 24 November."""
        day = self._day_of(when)
        long = QLocale.FormatType.LongFormat
        weekday = self._names.dayName(day.isoweekday(), long)
        month = self._names.monthName(day.month, long)
        point = "." if self._german else ""
        return f"{weekday}, {day.day}{point} {month}"

    def month_axis(self, when: datetime | Day, *, with_year: bool = False) -> str:
        """Nov, or Jän 26: the label of a month on a time axis."""
        day = self._day_of(when)
        name = self._month(day.month)
        return f"{name} {day:%y}" if with_year else name

    def _month(self, month: int) -> str:
        name = self._names.standaloneMonthName(month, QLocale.FormatType.ShortFormat)
        return name.rstrip(".")

    def duration(self, seconds: float | None) -> str:
        """02:14, from an hour on 1:02:14."""
        if seconds is None:
            return MISSING
        whole = max(0, int(seconds))
        hours, rest = divmod(whole, _HOUR_S)
        minutes, left = divmod(rest, _MINUTE_S)
        return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"

    def remaining(self, seconds: float) -> str:
        """How long it will still take, as one says it: 15 seconds, 7 minutes, 2 hours."""
        if seconds < _MINUTE_S:
            return self.counted(
                max(1, round(seconds)),
                QCoreApplication.translate("Formats", "1 second"),
                QCoreApplication.translate("Formats", "{} seconds"),
            )
        if seconds < 2 * _HOUR_S:
            return self.counted(
                round(seconds / _MINUTE_S),
                QCoreApplication.translate("Formats", "1 minute"),
                QCoreApplication.translate("Formats", "{} minutes"),
            )
        return self.counted(
            round(seconds / _HOUR_S),
            QCoreApplication.translate("Formats", "1 hour"),
            QCoreApplication.translate("Formats", "{} hours"),
        )

    # ------------------------------------------------------------------ numbers of people and cards

    def phone(self, e164: str | None, *, masked: bool = False) -> str:
        """+43 676 601 81 59, or masked +43 676 ••• •• 59. Other text comes back as it is."""
        if not e164:
            return MISSING
        return mask_phone(e164) if masked else group_phone(e164)

    def iccid(self, text: str | None) -> str:
        """8943 0501 7204 4181 591: in groups of four."""
        if not text:
            return MISSING
        digits = text.replace(" ", "")
        return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
