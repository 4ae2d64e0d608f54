"""The steps of a case: nothing is skipped, nothing is lost, and there is always an end."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.case_flow import (
    AddressForm,
    CaseDraft,
    CaseStep,
    DraftProblem,
    case_state,
    furthest_step,
    may_skip,
    next_step,
    previous_step,
    problems,
    steps_in,
    steps_of,
    with_answers,
)
from desktop.models.records.frequency import Often
from desktop.models.states import (
    CaseKind,
    CaseState,
    DispatchState,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ANSWERS: dict[CaseStep, dict[str, object]] = {
    CaseStep.CALLER: {
        "requester": "Elias Eder",
        "verification_method": VerificationMethod.CUSTOMER_PIN,
        "verification_result": VerificationResult.VERIFIED,
        "verified_at": NOON,
    },
    CaseStep.REQUEST: {"channel": RequestChannel.PHONE, "requested_at": NOON, "wish": "reminder"},
    CaseStep.NUMBER: {"old_number": "+436604417203", "new_number": "+436604417204"},
    CaseStep.NOTICE: {"notice": True, "notice_reason": "not the customer's fault"},
    CaseStep.CURVE: {"curve_told": True},
    CaseStep.AGREEMENT: {
        "agreed": True,
        "agreed_often": Often.DAILY,
        "agreed_on": date(2026, 12, 1),
    },
    CaseStep.RECIPIENTS: {
        "service_id": 1,
        "listed": 310,
        "recipients": 37,
        "recipients_agreed": True,
    },
    CaseStep.TEXT: {"template": "{customer}: {link} {stop}", "text_agreed": True},
    CaseStep.WRAP_UP: {"outcome": "sent"},
}


def answered(*steps: CaseStep, kind: CaseKind = CaseKind.SIGNUP_REMINDER) -> CaseDraft:
    draft = CaseDraft(kind=kind)
    for step in steps:
        draft = with_answers(draft, **ANSWERS.get(step, {}))
    return draft


PREPARED = answered(CaseStep.CALLER, CaseStep.REQUEST, CaseStep.RECIPIENTS, CaseStep.TEXT)
COMPLETE = answered(*CaseStep)


@pytest.mark.parametrize(
    ("step", "missing"),
    [
        (
            CaseStep.CALLER,
            [
                DraftProblem.REQUESTER_MISSING,
                DraftProblem.METHOD_MISSING,
                DraftProblem.NOT_VERIFIED,
            ],
        ),
        (
            CaseStep.REQUEST,
            [
                DraftProblem.CHANNEL_MISSING,
                DraftProblem.REQUESTED_AT_MISSING,
                DraftProblem.WISH_MISSING,
            ],
        ),
        (
            CaseStep.RECIPIENTS,
            [
                DraftProblem.SERVICE_MISSING,
                DraftProblem.NOBODY_GETS_ONE,
                DraftProblem.RECIPIENTS_NOT_AGREED,
            ],
        ),
        (CaseStep.CURVE, [DraftProblem.CURVE_NOT_TOLD]),
        (CaseStep.AGREEMENT, [DraftProblem.AGREEMENT_MISSING]),
        (CaseStep.TEXT, [DraftProblem.TEXT_MISSING, DraftProblem.TEXT_NOT_AGREED]),
        (CaseStep.RELEASE, [DraftProblem.NOT_RELEASED]),
        (CaseStep.SENDING, [DraftProblem.STILL_SENDING]),
        (CaseStep.WRAP_UP, [DraftProblem.OUTCOME_MISSING]),
    ],
)
def test_that_an_empty_step_says_what_is_missing(
    step: CaseStep, missing: list[DraftProblem]
) -> None:
    assert list(problems(CaseDraft(), step)) == missing
    assert problems(COMPLETE, step, DispatchState.DONE) == ()


def test_that_a_check_without_a_method_and_a_broken_text_are_no_answers() -> None:
    unchecked = replace(PREPARED, verification_method=VerificationMethod.NONE)
    assert problems(unchecked, CaseStep.CALLER) == (DraftProblem.METHOD_MISSING,)
    partly = replace(PREPARED, verification_result=VerificationResult.PARTLY)
    assert problems(partly, CaseStep.CALLER) == (DraftProblem.NOT_VERIFIED,)
    broken = replace(PREPARED, template="{name}")
    assert problems(broken, CaseStep.TEXT) == (DraftProblem.TEXT_BROKEN,)


def test_that_a_prepared_case_goes_step_by_step_to_its_release() -> None:
    steps = [CaseStep.CALLER]
    while next_step(PREPARED, steps[-1]) is not steps[-1]:
        steps.append(next_step(PREPARED, steps[-1]))
    assert steps == list(steps_of(CaseKind.SIGNUP_REMINDER))[:5]


def test_that_no_step_is_passed_while_an_earlier_one_lacks_something() -> None:
    draft = replace(PREPARED, wish="")
    assert next_step(draft, CaseStep.TEXT) is CaseStep.TEXT
    assert furthest_step(draft) is CaseStep.REQUEST


def test_that_what_was_decided_stands_from_the_release_on() -> None:
    emptied = CaseDraft(outcome="sent")
    assert furthest_step(emptied, DispatchState.SENDING) is CaseStep.SENDING
    assert next_step(emptied, CaseStep.RELEASE, DispatchState.COUNTDOWN) is CaseStep.SENDING
    assert next_step(PREPARED, CaseStep.SENDING, DispatchState.STOPPED) is CaseStep.WRAP_UP
    assert next_step(PREPARED, CaseStep.WRAP_UP, DispatchState.DONE) is CaseStep.WRAP_UP


@pytest.mark.parametrize(
    ("draft", "dispatch", "state"),
    [
        (CaseDraft(), None, CaseState.DRAFT),
        (answered(CaseStep.CALLER), None, CaseState.VERIFIED),
        (replace(PREPARED, text_agreed=False), None, CaseState.VERIFIED),
        (PREPARED, None, CaseState.PREPARED),
        (PREPARED, DispatchState.COUNTDOWN, CaseState.RELEASED),
        (PREPARED, DispatchState.SENDING, CaseState.SENDING),
        (PREPARED, DispatchState.PAUSED, CaseState.SENDING),
        (PREPARED, DispatchState.DONE, CaseState.SENDING),
        (COMPLETE, DispatchState.SENDING, CaseState.SENDING),
        (COMPLETE, DispatchState.DONE, CaseState.DONE),
        (COMPLETE, DispatchState.STOPPED, CaseState.DONE),
        (COMPLETE, None, CaseState.PREPARED),
        (answered(*CaseStep, kind=CaseKind.OTHER), None, CaseState.DONE),
        (answered(CaseStep.CALLER, kind=CaseKind.OTHER), None, CaseState.VERIFIED),
    ],
)
def test_that_the_state_of_a_case_follows_from_its_answers(
    draft: CaseDraft, dispatch: DispatchState | None, state: CaseState
) -> None:
    assert case_state(draft, dispatch) is state


@pytest.mark.parametrize("kind", CaseKind)
def test_that_only_cases_that_send_have_the_steps_of_sending(kind: CaseKind) -> None:
    sends = kind in (CaseKind.SIGNUP_REMINDER, CaseKind.NUMBER_CHANGE)
    assert (CaseStep.RELEASE in steps_of(kind)) is sends
    assert steps_of(kind)[-1] is CaseStep.WRAP_UP


def test_that_an_agreement_is_withdrawn_when_its_matter_changes() -> None:
    fewer = with_answers(PREPARED, deselected=(5,), recipients=36)
    assert (fewer.recipients_agreed, fewer.text_agreed) == (False, True)
    friendly = with_answers(PREPARED, address_form=AddressForm.DU)
    assert (friendly.recipients_agreed, friendly.text_agreed) == (True, False)
    other = with_answers(PREPARED, service_id=2)
    assert (other.recipients_agreed, other.text_agreed) == (False, False)
    assert with_answers(PREPARED, service_id=1, template=PREPARED.template) == PREPARED
    assert with_answers(fewer, recipients=35, recipients_agreed=True).recipients_agreed


def test_that_an_unknown_answer_is_refused() -> None:
    with pytest.raises(TypeError):
        with_answers(PREPARED, nonsense=1)
    assert {name for step in ANSWERS.values() for name in step} <= {
        field.name for field in fields(CaseDraft)
    }


_drafts = st.builds(
    lambda steps, kind: answered(*steps, kind=kind),
    st.lists(st.sampled_from(CaseStep), max_size=7),
    st.sampled_from(CaseKind),
)
_dispatches = st.none() | st.sampled_from(DispatchState)


@given(draft=_drafts, dispatch=_dispatches, data=st.data())
def test_that_back_and_then_next_changes_nothing(
    draft: CaseDraft, dispatch: DispatchState | None, data: st.DataObject
) -> None:
    steps = steps_in(draft)
    reached = steps[1 : steps.index(furthest_step(draft, dispatch)) + 1]
    if reached:
        step = data.draw(st.sampled_from(reached))
        assert next_step(draft, previous_step(draft, step), dispatch) is step
    assert previous_step(draft, steps[0]) is steps[0]


@given(
    kind=st.sampled_from(CaseKind),
    acts=st.lists(st.sampled_from(["next", "back", "answer", "blank", "send"]), max_size=60),
)
def test_that_whatever_an_agent_does_an_end_can_be_reached(kind: CaseKind, acts: list[str]) -> None:
    draft, step, dispatch = CaseDraft(kind=kind), CaseStep.CALLER, None
    steps = steps_of(kind)
    for act in [*acts, *["answer", "send", "next"] * len(steps)]:
        if act == "next":
            step = next_step(draft, step, dispatch)
        elif act == "back":
            step = previous_step(draft, step)
        elif act == "answer":
            draft = with_answers(draft, **ANSWERS.get(furthest_step(draft, dispatch), {}))
        elif act == "blank":
            draft = replace(CaseDraft(), kind=kind)
        elif step is CaseStep.RELEASE:
            dispatch = DispatchState.DONE
        assert steps.index(step) <= steps.index(furthest_step(draft, dispatch)) or "blank" in acts
    assert step is CaseStep.WRAP_UP
    assert case_state(draft, dispatch) is CaseState.DONE


def test_that_only_the_read_back_may_be_skipped_and_only_without_a_caller() -> None:
    by_mail = with_answers(PREPARED, channel=RequestChannel.MAIL, recipients_agreed=False)
    assert may_skip(by_mail, CaseStep.RECIPIENTS)
    assert not may_skip(replace(by_mail, channel=RequestChannel.PHONE), CaseStep.RECIPIENTS)
    assert not may_skip(replace(by_mail, recipients=0), CaseStep.RECIPIENTS)
    for step in (CaseStep.CALLER, CaseStep.REQUEST, CaseStep.RELEASE, CaseStep.SENDING):
        assert not may_skip(CaseDraft(channel=RequestChannel.MAIL), step)


def test_that_a_skipped_read_back_is_done_until_what_it_was_about_changes() -> None:
    by_mail = with_answers(PREPARED, channel=RequestChannel.MAIL, recipients_agreed=False)
    skipped = with_answers(by_mail, skipped=(CaseStep.RECIPIENTS,))
    assert problems(skipped, CaseStep.RECIPIENTS) == ()
    assert next_step(skipped, CaseStep.RECIPIENTS) is CaseStep.TEXT
    changed = with_answers(skipped, recipients=38)
    assert problems(changed, CaseStep.RECIPIENTS) == (DraftProblem.RECIPIENTS_NOT_AGREED,)


def test_that_a_check_does_not_hold_for_another_person_or_another_way() -> None:
    for answers in (
        {"requester": "Anna Berger"},
        {"verification_method": VerificationMethod.CALL_BACK},
    ):
        other = with_answers(PREPARED, **answers)
        assert problems(other, CaseStep.CALLER) == (DraftProblem.NOT_VERIFIED,)
        assert other.verified_at is None


def test_that_a_change_of_number_sends_only_where_the_contacts_are_told() -> None:
    change = answered(*CaseStep, kind=CaseKind.NUMBER_CHANGE)
    assert CaseStep.SENDING in steps_in(change)
    untold = with_answers(change, notice=False)
    assert steps_in(untold) == (
        CaseStep.CALLER,
        CaseStep.REQUEST,
        CaseStep.NUMBER,
        CaseStep.NOTICE,
        CaseStep.WRAP_UP,
    )
    assert case_state(untold) is CaseState.DONE
    assert problems(replace(change, notice_reason=" "), CaseStep.NOTICE) == (
        DraftProblem.NOTICE_REASON_MISSING,
    )
    assert problems(replace(change, notice=None), CaseStep.NOTICE) == (
        DraftProblem.NOTICE_NOT_DECIDED,
    )


def test_that_another_new_number_is_agreed_to_anew() -> None:
    change = answered(*CaseStep, kind=CaseKind.NUMBER_CHANGE)
    other = with_answers(change, new_number="+436604417299")
    assert not other.recipients_agreed
    assert not other.text_agreed


def test_that_a_question_on_frequency_leads_from_the_curve_to_what_was_agreed() -> None:
    asked = answered(CaseStep.CALLER, CaseStep.REQUEST, kind=CaseKind.FREQUENCY_QUESTION)
    assert steps_in(asked)[2:] == (CaseStep.CURVE, CaseStep.AGREEMENT, CaseStep.WRAP_UP)
    assert furthest_step(asked) is CaseStep.CURVE
    told = with_answers(asked, curve_told=True, agreed=True)
    assert problems(told, CaseStep.AGREEMENT) == (
        DraftProblem.AGREED_OFTEN_MISSING,
        DraftProblem.AGREED_ON_MISSING,
    )
    stays = with_answers(told, agreed=False, outcome="nothing changes")
    assert problems(stays, CaseStep.AGREEMENT) == ()
    assert case_state(stays) is CaseState.DONE
    by_mail = with_answers(asked, channel=RequestChannel.MAIL)
    assert may_skip(by_mail, CaseStep.CURVE)
    assert not may_skip(by_mail, CaseStep.AGREEMENT)
