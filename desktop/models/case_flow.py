"""The steps of a guided case: what each collects, what is still missing, and where to go next.

    CaseDraft                                             # all answers so far, frozen
    with_answers(draft, **answers) -> CaseDraft           # withdraws what no longer stands
    steps_of(kind) -> tuple[CaseStep, ...]
    steps_in(draft) -> tuple[CaseStep, ...]               # as it was decided so far
    problems(draft, step, dispatch=None) -> tuple[DraftProblem, ...]
    next_step(draft, step, dispatch=None) -> CaseStep     # stays where something is missing
    previous_step(draft, step) -> CaseStep
    may_skip(draft, step) -> bool                         # with a reason: nobody to read it to
    furthest_step(draft, dispatch=None) -> CaseStep
    case_state(draft, dispatch=None) -> CaseState

Kept as JSON by :mod:`desktop.models.case_json`. ``dispatch`` is the state of the dispatch that was
released from the case, None before the release. From then on what was decided stands, and the
first four steps are closed. Going back changes nothing; what the caller agreed to is withdrawn
only when the thing itself changes.
"""

from __future__ import annotations

from dataclasses import replace

from desktop.models.case_draft import AddressForm, CaseDraft, CaseStep, DraftProblem
from desktop.models.sms_template import template_problems
from desktop.models.states import (
    CaseKind,
    CaseState,
    DispatchState,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)

__all__ = [
    "AddressForm",
    "CaseDraft",
    "CaseStep",
    "DraftProblem",
    "case_state",
    "furthest_step",
    "may_skip",
    "next_step",
    "previous_step",
    "problems",
    "steps_in",
    "steps_of",
    "with_answers",
]

_SENDS = (CaseStep.RECIPIENTS, CaseStep.TEXT, CaseStep.RELEASE, CaseStep.SENDING)
_TALK_STEPS = (CaseStep.CALLER, CaseStep.REQUEST, CaseStep.WRAP_UP)
_ENDED = frozenset({DispatchState.DONE, DispatchState.STOPPED})
_BEFORE_RELEASE = (
    CaseStep.CALLER,
    CaseStep.REQUEST,
    CaseStep.NUMBER,
    CaseStep.NOTICE,
    CaseStep.RECIPIENTS,
    CaseStep.TEXT,
)

_READ_BACK = frozenset(
    {
        DraftProblem.RECIPIENTS_NOT_AGREED,
        DraftProblem.TEXT_NOT_AGREED,
        DraftProblem.CURVE_NOT_TOLD,
    }
)

_WHO_WAS_CHECKED = ("requester", "verification_method")
_WHO_GETS_ONE = (
    "service_id",
    "min_age_days",
    "reminded",
    "sms",
    "contact_ids",
    "deselected",
    "recipients",
    "new_number",
)
_WHAT_IT_SAYS = ("service_id", "new_number", "language", "address_form", "template")


def with_answers(draft: CaseDraft, **answers: object) -> CaseDraft:
    """Return a draft with some answers changed.

    The caller agreed to these recipients and to this text: if they change and the same call does
    not say that they are agreed anew, the agreement is withdrawn. So is the result of a check when
    it was another person, or another way of checking.
    """
    after = replace(draft, **answers)  # type: ignore[arg-type] # names and types are the fields'
    if "recipients_agreed" not in answers and _differs(draft, after, _WHO_GETS_ONE):
        after = replace(after, recipients_agreed=False)
        after = _without_skip(after, CaseStep.RECIPIENTS)
    if "text_agreed" not in answers and _differs(draft, after, _WHAT_IT_SAYS):
        after = _without_skip(replace(after, text_agreed=False), CaseStep.TEXT)
    if "verification_result" not in answers and _differs(draft, after, _WHO_WAS_CHECKED):
        unchecked = VerificationResult.NOT_VERIFIED
        after = replace(after, verification_result=unchecked, verified_at=None)
    return after


def may_skip(draft: CaseDraft, step: CaseStep) -> bool:
    """Tell whether all that is missing in a step may be left out, with a reason.

    What is read back to the caller may, where the request came in writing or through sales and
    nobody is on the line. The check of the requester and what a dispatch needs may never.
    """
    if draft.channel in (None, RequestChannel.PHONE):
        return False
    missing = set(problems(draft, step))
    return bool(missing) and missing <= _READ_BACK


def steps_of(kind: CaseKind, *, notice: bool = True) -> tuple[CaseStep, ...]:
    """Return the steps of a kind of case, in order; only two kinds send something.

    A change of number sends nothing where its contacts are not told (``notice``).
    """
    first, last = _TALK_STEPS[:-1], _TALK_STEPS[-1]
    if kind is CaseKind.SIGNUP_REMINDER:
        return (*first, *_SENDS, last)
    if kind is CaseKind.NUMBER_CHANGE:
        sends = _SENDS if notice else ()
        return (*first, CaseStep.NUMBER, CaseStep.NOTICE, *sends, last)
    if kind is CaseKind.FREQUENCY_QUESTION:
        return (*first, CaseStep.CURVE, CaseStep.AGREEMENT, last)
    return _TALK_STEPS


def steps_in(draft: CaseDraft) -> tuple[CaseStep, ...]:
    """Return the steps of a case as it was decided so far."""
    return steps_of(draft.kind, notice=draft.notice is not False)


def problems(
    draft: CaseDraft, step: CaseStep, dispatch: DispatchState | None = None
) -> tuple[DraftProblem, ...]:
    """Return what is missing in one step; nothing if it is done."""
    if dispatch is not None and step in _BEFORE_RELEASE:
        return ()
    if step is CaseStep.RELEASE:
        return () if dispatch is not None else (DraftProblem.NOT_RELEASED,)
    if step is CaseStep.SENDING:
        return () if dispatch in _ENDED else (DraftProblem.STILL_SENDING,)
    spared = _READ_BACK if step in draft.skipped else frozenset()
    asked = _asked(draft, step)
    return tuple(problem for problem, is_there in asked if is_there and problem not in spared)


def next_step(draft: CaseDraft, step: CaseStep, dispatch: DispatchState | None = None) -> CaseStep:
    """Return the step after one that is done; the step itself if it is not, or the last."""
    steps = steps_in(draft)
    place = steps.index(step)
    done = not any(problems(draft, each, dispatch) for each in steps[: place + 1])
    return steps[place + 1] if done and step is not steps[-1] else step


def previous_step(draft: CaseDraft, step: CaseStep) -> CaseStep:
    """Return the step before one, to look at or to change; the first stays."""
    steps = steps_in(draft)
    return steps[max(steps.index(step) - 1, 0)]


def furthest_step(draft: CaseDraft, dispatch: DispatchState | None = None) -> CaseStep:
    """Return the first step with something missing: where a case is taken up again."""
    steps = steps_in(draft)
    return next((step for step in steps if problems(draft, step, dispatch)), steps[-1])


def case_state(draft: CaseDraft, dispatch: DispatchState | None = None) -> CaseState:
    """Return the state that follows from the draft; pausing and abandoning are acts of their own.

    A case that sends is *sending* until its dispatch has ended, and *released* until it is
    wrapped up.
    """
    steps = steps_in(draft)
    if not any(problems(draft, step, dispatch) for step in steps):
        return CaseState.DONE
    if dispatch is not None:
        return CaseState.RELEASED if dispatch is DispatchState.COUNTDOWN else CaseState.SENDING
    if problems(draft, CaseStep.CALLER):
        return CaseState.DRAFT
    before = [step for step in steps if step in _BEFORE_RELEASE]
    sends = CaseStep.SENDING in steps
    prepared = sends and not any(problems(draft, step) for step in before)
    return CaseState.PREPARED if prepared else CaseState.VERIFIED


def _asked(draft: CaseDraft, step: CaseStep) -> tuple[tuple[DraftProblem, bool], ...]:
    """Return the questions of a step that the draft answers, each with whether it is open."""
    return {
        CaseStep.CALLER: _asked_of_caller,
        CaseStep.REQUEST: _asked_of_request,
        CaseStep.NUMBER: _asked_of_number,
        CaseStep.NOTICE: _asked_of_notice,
        CaseStep.CURVE: _asked_of_curve,
        CaseStep.AGREEMENT: _asked_of_agreement,
        CaseStep.RECIPIENTS: _asked_of_recipients,
        CaseStep.TEXT: _asked_of_text,
        CaseStep.WRAP_UP: _asked_of_wrap_up,
    }[step](draft)


def _asked_of_caller(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """Who calls, and who says so."""
    verified = draft.verification_result is VerificationResult.VERIFIED
    no_method = draft.verification_method is VerificationMethod.NONE
    return (
        (DraftProblem.REQUESTER_MISSING, not draft.requester.strip()),
        (DraftProblem.METHOD_MISSING, no_method),
        (DraftProblem.NOT_VERIFIED, not verified),
    )


def _asked_of_request(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """What was asked for, and how it reached us."""
    return (
        (DraftProblem.CHANNEL_MISSING, draft.channel is None),
        (DraftProblem.REQUESTED_AT_MISSING, draft.requested_at is None),
        (DraftProblem.WISH_MISSING, not draft.wish.strip()),
    )


def _asked_of_number(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """Which number the service has now."""
    return ((DraftProblem.NUMBER_NOT_REPLACED, not draft.new_number),)


def _asked_of_notice(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """Whether the contacts are told, and why that is offered."""
    return (
        (DraftProblem.NOTICE_NOT_DECIDED, draft.notice is None),
        (
            DraftProblem.NOTICE_REASON_MISSING,
            bool(draft.notice) and not draft.notice_reason.strip(),
        ),
    )


def _asked_of_curve(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """Whether the caller heard what the curve says."""
    return ((DraftProblem.CURVE_NOT_TOLD, not draft.curve_told),)


def _asked_of_agreement(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """Whether something changes, to what, and from when."""
    agreed = bool(draft.agreed)
    return (
        (DraftProblem.AGREEMENT_MISSING, draft.agreed is None),
        (DraftProblem.AGREED_OFTEN_MISSING, agreed and draft.agreed_often is None),
        (DraftProblem.AGREED_ON_MISSING, agreed and draft.agreed_on is None),
    )


def _asked_of_recipients(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """Who gets one."""
    return (
        (DraftProblem.SERVICE_MISSING, draft.service_id is None),
        (DraftProblem.NOBODY_GETS_ONE, draft.recipients <= 0),
        (DraftProblem.RECIPIENTS_NOT_AGREED, not draft.recipients_agreed),
    )


def _asked_of_text(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """What it says. Whether it is a good text is asked where it is filled."""
    return (
        (DraftProblem.TEXT_MISSING, not draft.template.strip()),
        (DraftProblem.TEXT_BROKEN, bool(template_problems(draft.template))),
        (DraftProblem.TEXT_NOT_AGREED, not draft.text_agreed),
    )


def _asked_of_wrap_up(draft: CaseDraft) -> tuple[tuple[DraftProblem, bool], ...]:
    """What came of it."""
    return ((DraftProblem.OUTCOME_MISSING, not draft.outcome.strip()),)


def _without_skip(draft: CaseDraft, step: CaseStep) -> CaseDraft:
    """Return a draft in which a step has to be done after all."""
    return replace(draft, skipped=tuple(each for each in draft.skipped if each is not step))


def _differs(before: CaseDraft, after: CaseDraft, fields: tuple[str, ...]) -> bool:
    """Return whether any of some fields changed."""
    return any(getattr(before, name) != getattr(after, name) for name in fields)
