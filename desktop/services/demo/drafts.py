"""What the steps of each case of the demo have collected, as a person would have typed it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from desktop.models.case_flow import CaseDraft, CaseStep, case_state, furthest_step
from desktop.models.eligibility import ReminderRules
from desktop.models.records.frequency import Often
from desktop.models.states import (
    CaseKind,
    CaseState,
    DispatchKind,
    DispatchState,
    VerificationResult,
)
from desktop.services.demo.calendar import ZONE
from desktop.services.demo.casebook import DemoCase
from desktop.services.demo.dispatches import REMINDER_KEY, remind, template_of

VERIFIED_AFTER = timedelta(minutes=2)
_PREPARED = (CaseState.PREPARED, CaseState.SENDING, CaseState.DONE)


def draft_of(case: DemoCase, now: datetime) -> CaseDraft:
    """Return the draft of a case as far as it came."""
    draft = CaseDraft(
        kind=case.kind, requester=case.requester, service_id=case.newsletter.id, wish=case.wish
    )
    if case.state is not CaseState.PAUSED:
        draft = replace(draft, due_at=case.due_at)
    reached = case.paused_in or case.state
    if reached is CaseState.DRAFT:
        return draft
    draft = replace(
        draft,
        verification_method=case.method,
        verification_result=VerificationResult.VERIFIED,
        verified_at=case.opened_at + VERIFIED_AFTER,
        channel=case.channel,
        requested_at=case.opened_at,
        outcome=case.outcome,
    )
    if case.kind is CaseKind.FREQUENCY_QUESTION and reached is CaseState.DONE:
        return _agreed(draft, case)
    sends = case.kind in {CaseKind.SIGNUP_REMINDER, CaseKind.NUMBER_CHANGE}
    return _prepared(draft, case, now) if sends and reached in _PREPARED else draft


def _agreed(draft: CaseDraft, case: DemoCase) -> CaseDraft:
    """Return a draft in which a customer agreed to send less from the next day on."""
    first = case.opened_at.astimezone(ZONE).date() + timedelta(days=1)
    return replace(
        draft, curve_told=True, agreed=True, agreed_often=Often.SOME_A_DAY, agreed_on=first
    )


def state_and_step(case: DemoCase, draft: CaseDraft) -> tuple[CaseState, CaseStep]:
    """Return the state that the draft leads to, and where the case is taken up again."""
    dispatch: DispatchState | None = case.dispatch.state if case.dispatch else None
    state = case.state
    if state not in {CaseState.PAUSED, CaseState.ABANDONED}:
        state = case_state(draft, dispatch)
    return state, furthest_step(draft, dispatch)


def _prepared(draft: CaseDraft, case: DemoCase, now: datetime) -> CaseDraft:
    if case.dispatch is not None:
        kind = case.dispatch.kind
        recipients, excluded = len(case.dispatch.sms), len(case.dispatch.exclusions)
    else:
        kind = DispatchKind(case.kind.value)
        allowed, others = remind(case.newsletter, now, ReminderRules())
        recipients, excluded = len(allowed), len(others)
    return replace(
        draft,
        listed=recipients + excluded,
        recipients=recipients,
        recipients_agreed=True,
        template_key=REMINDER_KEY if case.kind is CaseKind.SIGNUP_REMINDER else "",
        template=template_of(kind),
        text_agreed=True,
    )
