"""Turns the casebook of the demo into rows: cases, requests, dispatches, SMS, notes, visits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from desktop.models.case_json import to_json
from desktop.models.settings import GatewayKind, GatewaySettings
from desktop.models.states import VerificationResult
from desktop.services.demo.calendar import ZONE, DemoCalendar
from desktop.services.demo.casebook import DemoCase
from desktop.services.demo.cast import AGENT, CAST, COLLEAGUE
from desktop.services.demo.dispatches import DemoDispatch, Sms
from desktop.services.demo.drafts import VERIFIED_AFTER, draft_of, state_and_step
from desktop.services.demo.rows import Rows

_NOTES = (
    (0, 82, COLLEAGUE, "Im SMS-Text immer „Sie“. Rechnungsfragen an Nora Winkler.", True),
    (0, 82, AGENT, "Möchte weniger Abmeldungen, zwei Nachrichten am Tag empfohlen.", False),
    (0, 4, AGENT, "Werkstatt-Service gesperrt. Kunde weiß: Alle melden sich neu an.", False),
    (1, 0, AGENT, "Neue Nummer heute aktiv, Hinweis läuft. Rückmeldung morgen.", False),
    (2, 173, COLLEAGUE, "Nummernwechsel ohne Beschwerden verlaufen.", False),
    (3, 1, AGENT, "Rückruf am Nachmittag, Frau Weber ist vormittags im Geschäft.", False),
    (5, 2, COLLEAGUE, "Nummer verwarnt: über Frequenz sprechen, bevor sie gesperrt wird.", True),
    (10, 20, AGENT, "Schreibt fünf Mal am Tag, möchte das vorerst so lassen.", False),
)  # fmt: skip
"""Customer (index in the cast), days ago, who, text, pinned."""

_VISITS_MINUTES = ((2, 18), (1, 37), (0, 174), (3, 202), (4, 1_460), (5, 1_530))
"""Customer (index in the cast) and how many minutes ago the agent had it open."""


class CaseRows:
    """Numbers cases, requests, dispatches and SMS, and collects their rows."""

    def __init__(self, cases: Sequence[DemoCase], now: datetime, random: Random) -> None:
        self._now = now
        self._random = random
        self._numbers: Counter[str] = Counter()
        self.cases: Rows = []
        self.requests: Rows = []
        self.dispatches: Rows = []
        self.exclusions: Rows = []
        self.sms: Rows = []
        for case in cases:
            self._add_case(case)
        released = [(row["id"], case) for row, case in zip(self.cases, cases, strict=True)]
        released.sort(key=lambda one: one[1].opened_at)
        for case_id, case in released:
            if case.dispatch is not None:
                self._add_dispatch(case_id, case, case.dispatch)

    def _add_case(self, case: DemoCase) -> None:
        number = len(self.cases) + 1
        draft = draft_of(case, self._now)
        state, step = state_and_step(case, draft)
        paused_in = {"paused_in": case.paused_in.value} if case.paused_in else {}
        self.cases.append(
            {
                "id": number,
                "case_no": self._next("V", case.opened_at),
                "kind": case.kind,
                "customer_id": case.newsletter.customer_id,
                "service_id": case.newsletter.id,
                "state": state,
                "step": step.value,
                "owner": case.owner,
                "opened_at": case.opened_at,
                "changed_at": case.closed_at or case.opened_at + timedelta(minutes=11),
                "closed_at": case.closed_at,
                "due_at": case.due_at,
                "paused_reason": case.paused_reason,
                "outcome": case.outcome,
                "draft": {**to_json(draft), **paused_in},
                "revision": 1,
            }
        )
        if draft.channel is not None:
            self.requests.append(_request(number, case))

    def _add_dispatch(self, case_id: int, case: DemoCase, dispatch: DemoDispatch) -> None:
        number = len(self.dispatches) + 1
        self.dispatches.append(
            {
                "id": number,
                "dispatch_no": self._next("A", dispatch.released_at),
                "kind": dispatch.kind,
                "case_id": case_id,
                "request_id": case_id,
                "customer_id": dispatch.newsletter.customer_id,
                "service_id": dispatch.newsletter.id,
                "state": dispatch.state,
                "state_reason": dispatch.state_reason,
                "template": dispatch.template,
                "text": dispatch.text,
                "parts": dispatch.parts,
                "price_per_part_tenth_cents": GatewaySettings().price_per_part_tenth_cents,
                "listed": len(dispatch.sms) + len(dispatch.exclusions),
                "recipients": len(dispatch.sms),
                "gateway": GatewayKind.SIMULATOR.value,
                "test_mode": True,
                "released_by": case.owner,
                "second_released_by": dispatch.second_released_by,
                "released_at": dispatch.released_at,
                "starts_at": dispatch.starts_at,
                "first_sent_at": dispatch.first_sent_at,
                "ended_at": dispatch.ended_at,
            }
        )
        self.exclusions += [
            {"dispatch_id": number, "contact_id": person.id, "reason": reason}
            for person, reason in dispatch.exclusions
        ]
        self.sms += self._sms_rows(number, dispatch)

    def _sms_rows(self, number: int, dispatch: DemoDispatch) -> Iterable[dict[str, Any]]:
        parts = dispatch.parts
        for place, sms in enumerate(dispatch.sms, start=len(self.sms) + 1):
            yield {
                "id": place,
                "dispatch_id": number,
                "contact_id": sms.person.id,
                "e164": sms.person.e164,
                "state": sms.fate.state,
                "reason": sms.fate.reason,
                "client_message_id": str(UUID(int=self._random.getrandbits(128), version=4)),
                "gateway_code": sms.fate.code,
                "queued_at": dispatch.released_at,
                "sent_at": sms.sent_at,
                "settled_at": sms.settled_at,
                "tries": int(sms.sent_at is not None),
                **self._handed_over(sms, parts),
            }

    def _handed_over(self, sms: Sms, parts: int) -> dict[str, Any]:
        taken = sms.fate.code == "2000"
        return {
            "gateway_id": f"{self._random.getrandbits(80):020x}" if taken else None,
            "gateway_parts": parts if taken else None,
            "claim_owner": None,
            "claim_epoch": int(sms.sent_at is not None),
            "lease_until": None,
        }

    def _next(self, letter: str, moment: datetime) -> str:
        year = moment.astimezone(ZONE).year
        beginning = f"{letter}-{year}-"
        self._numbers[beginning] += 1
        return f"{beginning}{self._numbers[beginning]:04d}"


def _request(case_id: int, case: DemoCase) -> dict[str, Any]:
    return {
        "id": case_id,
        "customer_id": case.newsletter.customer_id,
        "case_id": case_id,
        "requester": case.requester,
        "caller_number": None,
        "channel": case.channel,
        "requested_at": case.opened_at,
        "verification_method": case.method,
        "verification_result": VerificationResult.VERIFIED,
        "verified_at": case.opened_at + VERIFIED_AFTER,
        "wish": case.wish,
        "reference": "",
        "recorded_by": case.owner,
    }


def note_rows(calendar: DemoCalendar) -> Rows:
    """Return what the agents wrote down."""
    rows = []
    for number, (customer, days, agent, text, pinned) in enumerate(_NOTES, start=1):
        written = min(calendar.days_ago(days, 9, 55 + number % 5), calendar.now)
        rows.append(
            {
                "id": number,
                "customer_id": customer + 1,
                "case_id": None,
                "written_at": written,
                "changed_at": written,
                "agent": agent,
                "text": text,
                "pinned": pinned,
            }
        )
    return rows


def visit_rows(calendar: DemoCalendar) -> Rows:
    """Return which customers the agent had open last."""
    return [
        {
            "agent": AGENT,
            "customer_id": customer + 1,
            "visited_at": calendar.now - timedelta(minutes=minutes),
        }
        for customer, minutes in _VISITS_MINUTES
        if customer < len(CAST)
    ]
