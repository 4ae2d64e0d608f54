"""What the agents of the demo did: requests, cases, dispatches, notes and visits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from desktop.models.eligibility import ReminderRules
from desktop.models.states import (
    CaseKind,
    CaseState,
    ContactEventKind,
    DispatchKind,
    DispatchState,
    ExclusionReason,
    RequestChannel,
    SmsState,
    VerificationMethod,
)
from desktop.services.demo import dispatches as fates
from desktop.services.demo.calendar import DemoCalendar
from desktop.services.demo.cast import AGENT, COLLEAGUE, SUPERVISOR
from desktop.services.demo.dispatches import DemoDispatch, Fate, Newsletter, remind, send
from desktop.services.demo.people import Person

_SECOND_RELEASE_ABOVE = 500
_QUICK_PACE_S = 0.25
_SLOW_PACE_S = 1.0


@dataclass(slots=True)
class DemoCase:
    """One case with its request and, from the release on, its dispatch."""

    kind: CaseKind
    newsletter: Newsletter
    opened_at: datetime
    wish: str
    state: CaseState
    owner: str = AGENT
    requester: str = ""
    channel: RequestChannel = RequestChannel.PHONE
    method: VerificationMethod = VerificationMethod.CALL_BACK
    closed_at: datetime | None = None
    due_at: datetime | None = None
    paused_reason: str = ""
    outcome: str = ""
    paused_in: CaseState | None = None
    dispatch: DemoDispatch | None = None


@dataclass(slots=True)
class Casebook:
    """Writes the history of the desk, oldest first."""

    newsletters: Mapping[str, Newsletter]
    calendar: DemoCalendar
    random: Random
    rules: ReminderRules = field(default_factory=ReminderRules)
    cases: list[DemoCase] = field(default_factory=list)

    def write(self) -> list[DemoCase]:
        """Return all cases in the order in which they were opened."""
        self._number_change_of_old()
        for name, days, hour in (
            ("Morgenausgabe", 141, 9),
            ("Gewinnspiele", 96, 14),
            ("Sport kompakt", 48, 10),
            ("Neuwagen-News", 11, 10),
            ("Neuwagen-News", 5, 11),
        ):
            self._reminder(name, self.calendar.working_day(days, hour, 40))
        self._stopped_reminder("Programm", self.calendar.working_day(33, 13, 20))
        self._paused_dispatch("Tagesangebote", self.calendar.working_day(1, 16, 5))
        self._number_change_of_today()
        self._open_cases()
        self._closed_cases()
        self.cases.sort(key=lambda case: case.opened_at)
        return self.cases

    # ------------------------------------------------------------------ with a dispatch

    def _reminder(self, name: str, at: datetime) -> None:
        case = self._reminder_case(name, at)
        dispatch, recipients = self._prepared(case, at)
        send(
            dispatch,
            recipients,
            fates.usual_fates(len(recipients), self.random),
            pace_s=_QUICK_PACE_S,
        )
        self._finish(case, f"{len(dispatch.sms)} SMS, {dispatch.back_within(7)} fertig angemeldet")

    def _stopped_reminder(self, name: str, at: datetime) -> None:
        case = self._reminder_case(name, at)
        dispatch, recipients = self._prepared(case, at)
        sent = len(recipients) // 2
        dispatch.state = DispatchState.STOPPED
        dispatch.state_reason = "vom Kunden widerrufen"
        what = [*fates.usual_fates(sent, self.random), *[fates.CANCELLED] * len(recipients)]
        send(dispatch, recipients, what, pace_s=_QUICK_PACE_S)
        self._finish(case, f"Gestoppt nach {sent} SMS, vom Kunden widerrufen")

    def _paused_dispatch(self, name: str, at: datetime) -> None:
        case = self._reminder_case(name, at)
        dispatch, recipients = self._prepared(case, at)
        dispatch.state = DispatchState.PAUSED
        dispatch.state_reason = "Rückfrage des Kunden"
        sent = len(recipients) // 3
        what = [*fates.usual_fates(sent - 1, self.random), fates.UNCLEAR]
        send(dispatch, recipients, [*what, *[fates.QUEUED] * len(recipients)], pace_s=_QUICK_PACE_S)
        case.state = CaseState.SENDING

    def _number_change_of_old(self) -> None:
        newsletter = self.newsletters["Verkehr"]
        at = self.calendar.working_day(newsletter.plan.story_days_ago - 1, 10, 15)
        case = self._number_change_case(newsletter, at, COLLEAGUE)
        dispatch = self._second_released(case, at)
        waiting = []
        for person in newsletter.crowd.frozen:
            if _is_back(person, newsletter, at):
                dispatch.exclusions.append((person, ExclusionReason.NOT_ACTIVE))
            else:
                waiting.append(person)
        send(dispatch, waiting, fates.usual_fates(len(waiting), self.random), pace_s=_QUICK_PACE_S)
        self._finish(case, f"{len(waiting)} SMS, {dispatch.back_within(60)} wieder da")

    def _number_change_of_today(self) -> None:
        """A dispatch that is under way while the demo begins, with every state of an SMS."""
        newsletter = self.newsletters["Eilmeldungen"]
        at = self.calendar.at_work - timedelta(minutes=25)
        case = self._number_change_case(newsletter, at, AGENT)
        case.state = CaseState.SENDING
        dispatch = self._second_released(case, at)
        dispatch.state = DispatchState.SENDING
        recipients = newsletter.crowd.frozen
        send(dispatch, recipients, self._every_fate(len(recipients)), pace_s=_SLOW_PACE_S)
        for place, sms in enumerate(dispatch.sms):
            delivered = sms.fate.state is SmsState.DELIVERED
            if sms.fate is fates.BACK_MEANWHILE or (delivered and place % 29 == 0):
                _come_back(sms.person, newsletter, (sms.sent_at or at) + timedelta(seconds=47))

    def _every_fate(self, count: int) -> list[Fate]:
        settled = [
            *[fates.DELIVERED] * (count * 58 // 100),
            *[fates.UNDELIVERABLE] * 6,
            *[fates.REFUSED] * 3,
            *[fates.UNCLEAR] * 3,
            fates.CUT_OFF,
            *[fates.BACK_MEANWHILE] * 3,
        ]
        self.random.shuffle(settled)
        at_the_gateway = [fates.ACCEPTED] * (count // 20 + 1)
        return [*settled, *at_the_gateway, *[fates.QUEUED] * count]

    def _prepared(self, case: DemoCase, at: datetime) -> tuple[DemoDispatch, list[Person]]:
        dispatch = DemoDispatch(DispatchKind.SIGNUP_REMINDER, case.newsletter, at)
        recipients, dispatch.exclusions = remind(case.newsletter, at, self.rules)
        if len(recipients) > _SECOND_RELEASE_ABOVE:
            dispatch.second_released_by = SUPERVISOR
        case.dispatch = dispatch
        return dispatch, recipients

    def _second_released(self, case: DemoCase, at: datetime) -> DemoDispatch:
        case.dispatch = DemoDispatch(
            DispatchKind.NUMBER_CHANGE, case.newsletter, at, second_released_by=SUPERVISOR
        )
        return case.dispatch

    def _reminder_case(self, name: str, at: datetime) -> DemoCase:
        return self._add(
            DemoCase(
                CaseKind.SIGNUP_REMINDER,
                self.newsletters[name],
                at - timedelta(minutes=9),
                "Unvollständige Anmeldungen per SMS erinnern",
                CaseState.DONE,
            )
        )

    def _number_change_case(self, newsletter: Newsletter, at: datetime, owner: str) -> DemoCase:
        return self._add(
            DemoCase(
                CaseKind.NUMBER_CHANGE,
                newsletter,
                at - timedelta(minutes=33),
                "Aktive Kontakte über die neue Nummer informieren",
                CaseState.DONE,
                owner=owner,
            )
        )

    def _finish(self, case: DemoCase, outcome: str) -> None:
        ended = case.dispatch.ended_at if case.dispatch else None
        case.closed_at = (ended or case.opened_at) + timedelta(minutes=4)
        case.outcome = outcome

    def _add(self, case: DemoCase) -> DemoCase:
        case.requester = case.requester or case.newsletter.customer.person
        self.cases.append(case)
        return case

    # --------------------------------------------------------------- without a dispatch

    def _open_cases(self) -> None:
        today = self.calendar.days_ago
        blocked = self._open("Werkstatt-Service", CaseKind.NUMBER_CHANGE, today(4, 8, 20))
        blocked.wish = "Nummer gesperrt, bitte neue SIM-Karte"
        blocked.channel = RequestChannel.MAIL
        blocked.method = VerificationMethod.KNOWN_ADDRESS
        self._pause(blocked, "Ersatz-SIM noch offen", today(-2, 12), CaseState.VERIFIED)

        pharmacy = self._open("Nachtdienst", CaseKind.SIGNUP_REMINDER, today(1, 16, 10))
        pharmacy.wish = "Erinnerung an alle, die noch fehlen"
        self._pause(pharmacy, "Rückruf vereinbart", today(0, 15, 30), CaseState.PREPARED)

        advice = self._open("Gewinnspiele", CaseKind.FREQUENCY_QUESTION, today(1, 15, 2))
        advice.wish, advice.due_at = "Wie oft sollen wir schreiben?", today(0, 17)

        warned = self._open("Angebote", CaseKind.FREQUENCY_QUESTION, today(2, 9, 5), COLLEAGUE)
        warned.wish, warned.state = "Nummer ist verwarnt, was tun?", CaseState.VERIFIED
        warned.channel = RequestChannel.SALES

        wine = self._open("Weinbrief", CaseKind.SIGNUP_REMINDER, today(1, 11, 25), COLLEAGUE)
        wine.wish, wine.state = "Erinnerung vor dem nächsten Brief", CaseState.PREPARED
        wine.due_at = today(-1, 10)

    def _closed_cases(self) -> None:
        opened = self.calendar.working_day(82, 9, 48)
        question = self._open("Neuwagen-News", CaseKind.FREQUENCY_QUESTION, opened)
        question.wish, question.requester = "Zu viele Abmeldungen", "Nora Winkler"
        question.state = CaseState.DONE
        self._finish(question, "4 auf 2 Nachrichten am Tag")
        question.due_at = self.calendar.days_ago(0, 9)

        group = self._open(
            "Laufgruppe", CaseKind.OTHER, self.calendar.working_day(70, 13), COLLEAGUE
        )
        group.wish, group.state = "Text der Begrüßung ändern", CaseState.ABANDONED
        self._finish(group, "Kundin hat die Anfrage zurückgezogen")

    def _open(self, name: str, kind: CaseKind, at: datetime, owner: str = AGENT) -> DemoCase:
        return self._add(
            DemoCase(kind, self.newsletters[name], at, "", CaseState.DRAFT, owner=owner)
        )

    def _pause(self, case: DemoCase, reason: str, due_at: datetime, paused_in: CaseState) -> None:
        case.state, case.paused_in = CaseState.PAUSED, paused_in
        case.paused_reason, case.due_at = reason, due_at


def _is_back(person: Person, newsletter: Newsletter, at: datetime) -> bool:
    return any(
        number == newsletter.numbers.current and when <= at for _, when, number in person.events
    )


def _come_back(person: Person, newsletter: Newsletter, at: datetime) -> None:
    person.events.append((ContactEventKind.STARTED, at, newsletter.numbers.current))
