"""The dispatches of the demo: who got an SMS by the rules of the day, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from desktop.models.case_flow import AddressForm
from desktop.models.eligibility import ReminderCandidate, ReminderRules, reminder_exclusion
from desktop.models.outcome import MAY_HAVE_LEFT
from desktop.models.sms_template import fill
from desktop.models.sms_text import measure
from desktop.models.states import (
    ContactEventKind,
    ContactState,
    DispatchKind,
    DispatchState,
    ExclusionReason,
    SimStatus,
    SmsState,
)
from desktop.services.demo.cast import CustomerPlan, ServicePlan
from desktop.services.demo.people import Crowd, Person
from desktop.services.demo.stories import Numbers
from desktop.services.templates import Templates

REMINDER_KEY = "reminder_short"
"""The built-in template of the reminder that the demo's agents choose."""

NUMBER_CHANGE = (
    "{customer}: {service} hat eine neue WhatsApp-Nummer: {number}. Bitte dort {keyword} senden, "
    "damit Sie weiter Nachrichten bekommen. Keine SMS mehr: {stop}"
)


def template_of(kind: DispatchKind) -> str:
    """Return the template from which the demo's agents make the text of a dispatch."""
    if kind is DispatchKind.NUMBER_CHANGE:
        return NUMBER_CHANGE
    known = {one.key: one for one in Templates().of("de", kind)}
    return known[REMINDER_KEY].texts[AddressForm.SIE]


@dataclass(slots=True)
class Newsletter:
    """One service with all that the demo made for it."""

    id: int
    service_no: str
    customer_id: int
    customer: CustomerPlan
    plan: ServicePlan
    numbers: Numbers
    crowd: Crowd

    def fill(self, kind: DispatchKind) -> str:
        """Return the SMS text with this service's data."""
        values = {
            "customer": self.customer.name,
            "service": self.plan.name,
            "keyword": "Start",
            "number": self.numbers.current,
            "stop": "Antwort STOP",
        }
        return fill(template_of(kind), values).text


class Fate(NamedTuple):
    """What became of one SMS, with the gateway's code and our word for it."""

    state: SmsState
    code: str = ""
    reason: str = ""


@dataclass(slots=True)
class Sms:
    """One SMS to one person."""

    person: Person
    fate: Fate
    sent_at: datetime | None = None
    settled_at: datetime | None = None


@dataclass(slots=True)
class DemoDispatch:
    """A released dispatch; its SMS and exclusions add up to the list."""

    kind: DispatchKind
    newsletter: Newsletter
    released_at: datetime
    state: DispatchState = DispatchState.DONE
    state_reason: str = ""
    second_released_by: str = ""
    sms: list[Sms] = field(default_factory=list)
    exclusions: list[tuple[Person, ExclusionReason]] = field(default_factory=list)

    @property
    def starts_at(self) -> datetime:
        """When the countdown was over."""
        return self.released_at + timedelta(seconds=10)

    @property
    def text(self) -> str:
        """What was sent."""
        return self.newsletter.fill(self.kind)

    @property
    def template(self) -> str:
        """What it was made from."""
        return template_of(self.kind)

    @property
    def parts(self) -> int:
        """How many parts each SMS has."""
        return measure(self.text).parts

    @property
    def first_sent_at(self) -> datetime | None:
        """When the first SMS left."""
        return min((one.sent_at for one in self.sms if one.sent_at), default=None)

    @property
    def ended_at(self) -> datetime | None:
        """When nothing more was to be sent."""
        if self.state not in {DispatchState.DONE, DispatchState.STOPPED}:
            return None
        return max((one.sent_at for one in self.sms if one.sent_at), default=self.starts_at)

    def back_within(self, days: int) -> int:
        """Return how many recipients started within some days of their SMS."""
        return sum(_starts_after(one, days) for one in self.sms)


def remind(
    newsletter: Newsletter, at: datetime, rules: ReminderRules
) -> tuple[list[Person], list[tuple[Person, ExclusionReason]]]:
    """Part those whose sign-up was incomplete at ``at`` into recipients and excluded."""
    recipients, excluded = [], []
    for person in newsletter.crowd.people:
        if not person.incomplete_at(at):
            continue
        reason = reminder_exclusion(_candidate(person, at), rules, at)
        if reason is None:
            recipients.append(person)
        else:
            excluded.append((person, reason))
    return recipients, excluded


def send(
    dispatch: DemoDispatch, recipients: Iterable[Person], fates: Iterable[Fate], *, pace_s: float
) -> None:
    """Give each recipient an SMS with its fate, one after the other."""
    moment = dispatch.starts_at
    for person, fate in zip(recipients, fates, strict=False):
        sms = Sms(person, fate)
        if fate.state in MAY_HAVE_LEFT or fate.state is SmsState.FAILED:
            moment += timedelta(seconds=pace_s)
            sms.sent_at = moment
            sms.settled_at = moment + timedelta(seconds=_SETTLES_IN_S[fate.state])
        dispatch.sms.append(sms)
        if dispatch.kind is DispatchKind.SIGNUP_REMINDER and fate.state in MAY_HAVE_LEFT:
            person.reminders.append((moment, fate.state))


def usual_fates(count: int, random: Random) -> list[Fate]:
    """Return what becomes of SMS on an ordinary day; the first few show the rare cases."""
    rare = [DELIVERED, DELIVERED, UNDELIVERABLE, REFUSED]
    usual = random.choices((DELIVERED, UNDELIVERABLE, REFUSED), (0.955, 0.03, 0.015), k=count)
    fates = (rare + usual)[:count]
    random.shuffle(fates)
    return fates


DELIVERED = Fate(SmsState.DELIVERED, "2000")
ACCEPTED = Fate(SmsState.ACCEPTED, "2000")
UNDELIVERABLE = Fate(SmsState.UNDELIVERABLE, "2000", "expired")
REFUSED = Fate(SmsState.FAILED, "4030", "recipient_blacklisted")
UNCLEAR = Fate(SmsState.UNCLEAR, "", "no_answer")
CUT_OFF = Fate(SmsState.UNCLEAR, "", "connection_lost")
QUEUED = Fate(SmsState.QUEUED)
CANCELLED = Fate(SmsState.CANCELLED, "", "stopped")
BACK_MEANWHILE = Fate(SmsState.EXCLUDED, "", "not_active")

_SETTLES_IN_S = {
    SmsState.ACCEPTED: 1,
    SmsState.DELIVERED: 9,
    SmsState.UNDELIVERABLE: 4_000,
    SmsState.FAILED: 1,
    SmsState.UNCLEAR: 30,
}


def _candidate(person: Person, at: datetime) -> ReminderCandidate:
    entered = max(
        when for kind, when, _ in person.events if kind is ContactEventKind.ENTERED and when <= at
    )
    reminded = [when for when, _ in person.reminders if entered <= when < at]
    return ReminderCandidate(
        contact_id=0,
        state=ContactState.INCOMPLETE,
        e164=person.e164,
        entered_at=entered,
        reminders_sent=len(reminded),
        last_reminder_at=max(reminded, default=None),
        sim_status=SimStatus.ACTIVE,
    )


def _starts_after(sms: Sms, days: int) -> bool:
    if sms.sent_at is None:
        return False
    last = sms.sent_at + timedelta(days=days)
    return any(
        kind is ContactEventKind.STARTED and sms.sent_at < at <= last
        for kind, at, _ in sms.person.events
    )
