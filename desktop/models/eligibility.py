"""Who may get an SMS, and the reason for each who may not.

    reminder_exclusion(candidate, rules, now) -> ExclusionReason | None
    reminder_possible_from(candidate, rules, now) -> datetime | None
    number_change_exclusion(candidate, rules, now) -> ExclusionReason | None
    select_recipients(candidates, exclusion_of, deselected=frozenset()) -> Selection
    summarise(reasons) -> ReasonCounts                    # recipients + excluded = listed

The rules are numbers 2, 3, 5 and 6 of those that never bend (``domain.md``); they are asked in the
order in which :class:`~desktop.models.states.ExclusionReason` lists them, and the first one that
fits is the reason. Where they are asked by a database, its bounds come from
:meth:`ReminderRules.entered_between` and :meth:`ReminderRules.reminded_until`, so that both agree.
The time of day is no reason to leave somebody out: see :mod:`desktop.models.send_window`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from desktop.models.field_problems import FieldProblem, Problem
from desktop.models.phone import read_number
from desktop.models.phone_country import country_of
from desktop.models.states import ContactState, ExclusionReason, SimStatus

MAX_NOTICES = 2
"""Of one replacement: the notice, and a second one on a new request of the customer."""

_SENDING = frozenset({SimStatus.ACTIVE, SimStatus.WARNED})


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """When somebody may be reminded: settings of the provider, or a customer's stricter ones.

    The bounds belong to what is allowed: on the hour of the first and of the last day it may be
    sent. ``countries`` are those whose numbers get an SMS; empty means all.
    """

    max_per_signup: int = 2
    gap_days: int = 7
    min_age_days: int = 1
    max_age_days: int = 30
    countries: tuple[str, ...] = ("AT", "DE", "CH")

    def entered_between(self, now: datetime) -> tuple[datetime, datetime]:
        """Return the earliest and the latest entry that may be reminded now, both allowed."""
        return now - timedelta(days=self.max_age_days), now - timedelta(days=self.min_age_days)

    def reminded_until(self, now: datetime) -> datetime:
        """Return the latest last reminder after which another one may be sent now."""
        return now - timedelta(days=self.gap_days)

    def stricter_with(self, other: ReminderRules) -> ReminderRules:
        """Return rules that keep both."""
        ours, theirs = self.countries, other.countries
        both = tuple(country for country in ours if country in theirs)
        return ReminderRules(
            max_per_signup=min(self.max_per_signup, other.max_per_signup),
            gap_days=max(self.gap_days, other.gap_days),
            min_age_days=max(self.min_age_days, other.min_age_days),
            max_age_days=min(self.max_age_days, other.max_age_days),
            countries=both if ours and theirs else ours or theirs,
        )

    def problems(self) -> Iterator[FieldProblem]:
        """Yield what cannot be so. Nobody may set more than the house rules allow."""
        most = ReminderRules()
        bounds = {
            "max_per_signup": (0, most.max_per_signup),
            "gap_days": (most.gap_days, 365),
            "min_age_days": (most.min_age_days, self.max_age_days),
            "max_age_days": (self.min_age_days, most.max_age_days),
        }
        for name, (lowest, highest) in bounds.items():
            if not lowest <= getattr(self, name) <= highest:
                yield FieldProblem(name, Problem.OUT_OF_RANGE, (lowest, highest))


@dataclass(frozen=True, slots=True)
class ReminderCandidate:
    """A contact on the list, as the contacts table has it.

    ``reminders_sent`` and ``last_reminder_at`` are of the current sign-up; ``sim_status`` is that
    of the service's number, None where it has none.
    """

    contact_id: int
    state: ContactState
    e164: str
    entered_at: datetime
    reminders_sent: int
    last_reminder_at: datetime | None
    sim_status: SimStatus | None


@dataclass(frozen=True, slots=True)
class NumberChangeCandidate:
    """A contact of a service whose number was replaced.

    ``active_at_blocking``: it was active on the old number when that was blocked. ``notices_sent``
    and ``last_notice_at`` are of this replacement; ``sim_status`` is that of the new number.
    """

    contact_id: int
    state: ContactState
    e164: str
    active_at_blocking: bool
    notices_sent: int
    last_notice_at: datetime | None
    sim_status: SimStatus | None


def reminder_exclusion(
    candidate: ReminderCandidate, rules: ReminderRules, now: datetime
) -> ExclusionReason | None:
    """Return why somebody gets no reminder now, or None."""
    if candidate.state is not ContactState.INCOMPLETE:
        return _REASON_OF_STATE.get(candidate.state, ExclusionReason.NOT_INCOMPLETE)
    return (
        _exclusion_by_sim(candidate.sim_status)
        or _exclusion_by_number(candidate.e164, rules)
        or _exclusion_by_age(candidate, rules, now)
    )


def reminder_possible_from(
    candidate: ReminderCandidate, rules: ReminderRules, now: datetime
) -> datetime | None:
    """Return when somebody may be reminded at the earliest if nothing changes; None for never.

    It is ``now`` for whom it is possible now, and takes no account of the sending window.
    """
    reason = reminder_exclusion(candidate, rules, now)
    if reason is None:
        return now
    if reason not in _PASSES_WITH_TIME or candidate.reminders_sent >= rules.max_per_signup:
        return None
    moment = candidate.entered_at + timedelta(days=rules.min_age_days)
    if candidate.last_reminder_at is not None:
        moment = max(moment, candidate.last_reminder_at + timedelta(days=rules.gap_days))
    return moment if reminder_exclusion(candidate, rules, moment) is None else None


def number_change_exclusion(
    candidate: NumberChangeCandidate, rules: ReminderRules, now: datetime
) -> ExclusionReason | None:
    """Return why somebody gets no notice of the new number, or None.

    To those who were active on the old number and are not back yet; once per replacement, and once
    more on a new request, after the gap that reminders keep.
    """
    if candidate.state in _REASON_OF_STATE:
        return _REASON_OF_STATE[candidate.state]
    if candidate.state is ContactState.ACTIVE and candidate.active_at_blocking:
        return ExclusionReason.NOT_INCOMPLETE
    pending = candidate.state is ContactState.RE_REGISTRATION_PENDING
    if not (pending and candidate.active_at_blocking):
        return ExclusionReason.NOT_ACTIVE
    reason = _exclusion_by_sim(candidate.sim_status) or _exclusion_by_number(candidate.e164, rules)
    return reason or _exclusion_by_notices(candidate, rules, now)


class Candidate(Protocol):
    """What :func:`select_recipients` needs to know of somebody."""

    @property
    def contact_id(self) -> int:
        """Who it is."""

    @property
    def e164(self) -> str:
        """The number that would get the SMS."""


C = TypeVar("C", bound=Candidate)


@dataclass(frozen=True, slots=True)
class ReasonCounts:
    """How a list falls apart: ``recipients`` + all of ``by_reason`` = ``listed``."""

    listed: int
    recipients: int
    by_reason: dict[ExclusionReason, int]

    @property
    def excluded(self) -> int:
        """How many get no SMS."""
        return sum(self.by_reason.values())


@dataclass(frozen=True, slots=True)
class Selection(Generic[C]):
    """Who gets an SMS, and who does not, with the reason; nobody is in both."""

    recipients: tuple[C, ...]
    excluded: tuple[tuple[C, ExclusionReason], ...] = field(default=())

    @property
    def counts(self) -> ReasonCounts:
        """The same in numbers."""
        given = (None for _ in self.recipients)
        return summarise([*given, *(reason for _, reason in self.excluded)])


def select_recipients(
    candidates: Iterable[C],
    exclusion_of: Callable[[C], ExclusionReason | None],
    deselected: frozenset[int] = frozenset(),
) -> Selection[C]:
    """Part a list into those who get an SMS and those who do not.

    Args:
        candidates: The list. Of several with one number the first that may gets the only SMS.
        exclusion_of: The rule, e.g. :func:`reminder_exclusion` with its rules and moment bound.
        deselected: ``contact_id`` of those whom the agent took out.
    """
    recipients: dict[str, C] = {}
    excluded: list[tuple[C, ExclusionReason]] = []
    for candidate in candidates:
        reason = exclusion_of(candidate)
        if reason is None and candidate.contact_id in deselected:
            reason = ExclusionReason.DESELECTED
        if reason is None and candidate.e164 in recipients:
            reason = ExclusionReason.DUPLICATE_NUMBER
        if reason is None:
            recipients[candidate.e164] = candidate
        else:
            excluded.append((candidate, reason))
    return Selection(tuple(recipients.values()), tuple(excluded))


def summarise(reasons: Iterable[ExclusionReason | None]) -> ReasonCounts:
    """Count a list by reason, in the order in which the rules are asked; None is a recipient."""
    counts = Counter(reasons)
    by_reason = {reason: counts[reason] for reason in ExclusionReason if counts[reason]}
    return ReasonCounts(counts.total(), counts[None], by_reason)


_REASON_OF_STATE = {
    ContactState.UNSUBSCRIBED: ExclusionReason.UNSUBSCRIBED,
    ContactState.SUPPRESSED: ExclusionReason.SUPPRESSED,
}
_PASSES_WITH_TIME = frozenset({ExclusionReason.TOO_YOUNG, ExclusionReason.REMINDED_RECENTLY})


def _exclusion_by_sim(status: SimStatus | None) -> ExclusionReason | None:
    """Nobody is led to a dead number."""
    if status is SimStatus.BLOCKED:
        return ExclusionReason.NUMBER_BLOCKED
    return None if status in _SENDING else ExclusionReason.NO_SENDER_NUMBER


def _exclusion_by_number(e164: str, rules: ReminderRules) -> ExclusionReason | None:
    """An SMS needs a mobile number, and one of a country that the provider serves."""
    if read_number(e164, "").problem is not None:
        return ExclusionReason.NOT_A_MOBILE_NUMBER
    if rules.countries and country_of(e164) not in rules.countries:
        return ExclusionReason.OTHER_COUNTRY
    return None


def _exclusion_by_notices(
    candidate: NumberChangeCandidate, rules: ReminderRules, now: datetime
) -> ExclusionReason | None:
    """Neither often nor soon again."""
    informed = candidate.last_notice_at
    if candidate.notices_sent >= MAX_NOTICES:
        return ExclusionReason.REMINDED_TOO_OFTEN
    if informed is not None and informed > rules.reminded_until(now):
        return ExclusionReason.REMINDED_RECENTLY
    return None


def _exclusion_by_age(
    candidate: ReminderCandidate, rules: ReminderRules, now: datetime
) -> ExclusionReason | None:
    """Neither at once nor forever, neither often nor soon again."""
    earliest, latest = rules.entered_between(now)
    reminded = candidate.last_reminder_at
    if candidate.entered_at < earliest:
        return ExclusionReason.TOO_OLD
    if candidate.entered_at > latest:
        return ExclusionReason.TOO_YOUNG
    if candidate.reminders_sent >= rules.max_per_signup:
        return ExclusionReason.REMINDED_TOO_OFTEN
    if reminded is not None and reminded > rules.reminded_until(now):
        return ExclusionReason.REMINDED_RECENTLY
    return None
