"""What is said of a service in one sentence, from the same reasoning as the recommended range.

    said(own, frequency) -> Said | None

A range above a sentence that says the opposite is worse than either alone. So the sentence first
asks where the service stands to its range, and only then how opt-outs went with the frequency.
"""

from __future__ import annotations

from desktop.models.records.frequency import (
    Advice,
    Course,
    CurvePoint,
    Ground,
    Lack,
    Often,
    OwnEstimate,
    Said,
    often_of,
)

_ORDER = list(Often)


def said(own: OwnEstimate, frequency: float) -> Said | None:
    """Return what is said at a frequency in messages per day; None without a curve."""
    if own.trend is None:
        return None
    curve = own.trend.curve
    now = nearest(curve, frequency)
    course = _course(own, often_of(now.frequency))
    return Said(now, _other(own, curve, now, course), course, own.trend.drift)


def nearest(curve: tuple[CurvePoint, ...], frequency: float) -> CurvePoint:
    """Return the point of a curve that is nearest to a frequency."""
    return min(curve, key=lambda point: abs(point.frequency - frequency))


def _course(own: OwnEstimate, now: Often) -> Course:
    """Return where the recommendation lies.

    Below the lowest that the limit allows lies nothing that was tried, so it asks for no more.
    """
    advice = own.advice
    if not isinstance(advice, Advice):
        return Course.LESS if advice.lack is Lack.OVER_LIMIT else Course.OPEN
    if _ORDER.index(now) > _ORDER.index(advice.highest):
        return Course.LESS
    below = _ORDER.index(now) < _ORDER.index(advice.lowest)
    return Course.MORE if below and advice.ground is Ground.BENEFIT else Course.KEEP


def _other(
    own: OwnEstimate, curve: tuple[CurvePoint, ...], now: CurvePoint, course: Course
) -> CurvePoint:
    """Return what the rate of now is compared with: the range, or the far end of what was tried."""
    advice = own.advice
    if isinstance(advice, Advice) and course in {Course.LESS, Course.MORE}:
        aim = advice.highest if course is Course.LESS else advice.lowest
        inside = [point for point in curve if often_of(point.frequency) is aim]
        tried = next((one.frequency for one in own.bins if one.often is aim), None)
        if inside and tried is not None:
            return nearest(tuple(inside), tried)
    ends = (curve[-1], curve[0]) if course is Course.KEEP else (curve[0], curve[-1])
    return ends[0] if ends[0] is not now else ends[1]
