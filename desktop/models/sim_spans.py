"""Which numbers a service had on a day, from the spans in which it used them.

spans_on(spans, day, zone) -> tuple[NumberSpan, ...]
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop.models.records.sims import NumberSpan


def spans_on(spans: Iterable[NumberSpan], day: date, zone: ZoneInfo) -> tuple[NumberSpan, ...]:
    """Return the spans that touch a day of a time zone, the first one first.

    On the day of a replacement these are two; a number may have been blocked then, as each span
    tells.
    """
    begin = datetime.combine(day, time(), zone).astimezone(UTC)
    end = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
    touching = [span for span in spans if _touches(span, begin, end)]
    return tuple(sorted(touching, key=lambda span: span.from_at or begin))


def _touches(span: NumberSpan, begin: datetime, end: datetime) -> bool:
    began = span.from_at is None or span.from_at < end
    return began and (span.until_at is None or span.until_at > begin)
