"""A case keeps whom somebody chose, however it was chosen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.models.case_flow import CaseDraft, with_answers
from desktop.models.case_selection import answers_of, recipient_list
from desktop.models.records.signups import (
    RemindedFilter,
    SignupFilter,
    SignupSelection,
    SmsFilter,
)
from desktop.models.states import ExclusionReason

CUSTOMER, SERVICE = 3, 7
_ids = st.frozensets(st.integers(1, 99), max_size=5)
_filters = st.builds(
    SignupFilter,
    customer_id=st.just(CUSTOMER),
    service_id=st.just(SERVICE),
    min_age_days=st.integers(0, 30),
    reminded=st.sampled_from(RemindedFilter),
    sms=st.sampled_from([*SmsFilter, *ExclusionReason]),
)


def _kept(selection: SignupSelection) -> CaseDraft:
    return with_answers(CaseDraft(service_id=SERVICE), **answers_of(selection))


@given(_filters, _ids)
def test_that_all_that_match_stay_a_question_and_never_become_a_list(
    matching: SignupFilter, deselected: frozenset[int]
) -> None:
    kept = recipient_list(_kept(SignupSelection(matching, deselected)), CUSTOMER)

    assert kept is not None
    assert kept.selection == SignupSelection(matching)
    assert kept.left_out == deselected


@given(_ids)
def test_that_single_choices_stay_themselves(chosen: frozenset[int]) -> None:
    kept = recipient_list(_kept(SignupSelection(chosen=chosen)), CUSTOMER)

    assert kept is not None
    assert kept.selection == SignupSelection(chosen=chosen)
    assert kept.left_out == frozenset()


def test_that_there_is_no_list_without_a_service() -> None:
    assert recipient_list(CaseDraft(), CUSTOMER) is None
