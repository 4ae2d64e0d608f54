"""Drafts on disk: written whole, read with patience."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.case_flow import AddressForm, CaseDraft, CaseStep
from desktop.models.case_json import VERSION, from_json, to_json
from desktop.models.records.frequency import Often
from desktop.models.records.signups import RemindedFilter, SmsFilter
from desktop.models.states import (
    CaseKind,
    CaseOutcome,
    ExclusionReason,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)

_moments = st.none() | st.datetimes(timezones=st.just(UTC))
_ids = st.lists(st.integers(1, 2**40), max_size=4).map(tuple)
_drafts = st.builds(
    CaseDraft,
    kind=st.sampled_from(CaseKind),
    requester=st.text(),
    caller_number=st.text(),
    verification_method=st.sampled_from(VerificationMethod),
    verification_result=st.sampled_from(VerificationResult),
    verified_at=_moments,
    channel=st.none() | st.sampled_from(RequestChannel),
    requested_at=_moments,
    wish=st.text(),
    reference=st.text(),
    old_number=st.text(),
    new_number=st.text(),
    notice=st.none() | st.booleans(),
    notice_reason=st.text(),
    curve_told=st.booleans(),
    agreed=st.none() | st.booleans(),
    agreed_often=st.none() | st.sampled_from(Often),
    agreed_on=st.none() | st.dates(),
    service_id=st.none() | st.integers(1, 2**40),
    min_age_days=st.integers(0, 90),
    reminded=st.sampled_from(RemindedFilter),
    sms=st.sampled_from([*SmsFilter, *ExclusionReason]),
    contact_ids=st.none() | _ids,
    deselected=_ids,
    listed=st.integers(0, 10**6),
    recipients=st.integers(0, 10**6),
    recipients_agreed=st.booleans(),
    template_key=st.text(),
    language=st.sampled_from(["de", "en"]),
    address_form=st.sampled_from(AddressForm),
    template=st.text(),
    text_agreed=st.booleans(),
    skipped=st.lists(st.sampled_from(CaseStep), max_size=3).map(tuple),
    outcome=st.text(),
    outcome_code=st.none() | st.sampled_from(CaseOutcome),
    call_s=st.integers(0, 10**5),
    follow_up=st.text(),
    due_at=_moments,
)
_anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(draft=_drafts)
def test_that_a_draft_comes_back_as_it_was_written(draft: CaseDraft) -> None:
    assert from_json(json.loads(json.dumps(to_json(draft)))) == draft


def test_that_every_answer_is_written_with_the_version_of_the_form() -> None:
    written = to_json(CaseDraft())
    assert written.pop("version") == VERSION
    assert set(written) == {field.name for field in fields(CaseDraft)}


@given(
    data=st.dictionaries(
        st.sampled_from([field.name for field in fields(CaseDraft)]) | st.text(), _anything
    )
)
def test_that_a_case_always_opens(data: dict[str, object]) -> None:
    draft = from_json(data)
    assert from_json(to_json(draft)) == draft


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"version": 99, "something_new": [1]},
        {"kind": "dancing"},
        {"requested_at": "yesterday"},
        {"requested_at": "2026-11-24T12:00:00"},
        {"contact_ids": [1, "2"]},
        {"recipients": -1},
        {"recipients_agreed": "yes"},
    ],
)
def test_that_what_makes_no_sense_is_not_answered_yet(data: dict[str, object]) -> None:
    assert from_json(data) == CaseDraft()


def test_that_the_rest_of_a_partly_readable_draft_is_kept() -> None:
    draft = from_json(
        {"requester": "Elias Eder", "channel": "pigeon", "verified_at": "2026-11-24T12:00:00+01:00"}
    )
    assert draft.requester == "Elias Eder"
    assert draft.channel is None
    assert draft.verified_at == datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
