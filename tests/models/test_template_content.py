"""What a version of a template may hold, and how a template is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.case_flow import AddressForm
from desktop.models.sms_template import Placeholder, fill
from desktop.models.states import DispatchKind
from desktop.models.template_content import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    ContentField,
    ContentProblem,
    ContentProblemKind,
    TemplateContent,
    TemplateRef,
    content_problems,
    placeholders_of,
)

REMINDER, CHANGE = DispatchKind.SIGNUP_REMINDER, DispatchKind.NUMBER_CHANGE
Kind, Field = ContentProblemKind, ContentField

_refs = st.builds(
    TemplateRef,
    st.sampled_from(["de", "en"]),
    st.text("abcz_019", min_size=1, max_size=20),
    st.none() | st.integers(1, 10**17),
)
_texts = st.lists(
    st.sampled_from([*(f"{{{each}}}" for each in Placeholder), "{", "}", "{name}", "a", " ", "ł"]),
    max_size=12,
).map("".join)


@given(ref=_refs)
def test_that_a_template_is_found_again_by_what_is_written_down(ref: TemplateRef) -> None:
    assert TemplateRef.parse(str(ref)) == ref
    assert ref.for_all.customer_id is None


@pytest.mark.parametrize("text", ["", "de", "de/", "/x", "de/x/", "de/x/0", "de/x/y/z", "de/x\n"])
def test_that_what_names_no_template_is_not_read_as_one(text: str) -> None:
    assert TemplateRef.parse(text) is None


@given(text=_texts, du=_texts, kind=st.sampled_from(DispatchKind))
def test_that_what_may_be_saved_can_be_filled_for_a_service_that_has_everything(
    text: str, du: str, kind: DispatchKind
) -> None:
    content = TemplateContent("Title", text, du)
    values = {each.value: "x" for each in placeholders_of(kind)}
    if content_problems(content, kind, titled=False):
        return
    for form in AddressForm:
        assert "{" not in fill(content.texts[form], values).text


@given(text=_texts, du=_texts)
def test_that_texts_for_both_forms_come_back_as_they_were(text: str, du: str) -> None:
    content = TemplateContent("Title", text, du)
    assert TemplateContent.of(content.texts, "Title").texts == content.texts


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (("", "Hallo"), ContentProblem(Field.TITLE, Kind.MISSING)),
        (("x" * (LONGEST_TITLE + 1), "Hallo"), ContentProblem(Field.TITLE, Kind.TOO_LONG)),
        (("T", " \n"), ContentProblem(Field.TEXT, Kind.MISSING)),
        (("T", "x" * (LONGEST_TEXT + 1)), ContentProblem(Field.TEXT, Kind.TOO_LONG)),
        (("T", "b {kunde}"), ContentProblem(Field.TEXT, Kind.UNKNOWN_PLACEHOLDER, "kunde", 2)),
        (("T", "ab {"), ContentProblem(Field.TEXT, Kind.OPEN_BRACE, "", 3)),
        (("T", "a", "{old_number}"), ContentProblem(Field.DU, Kind.NOT_FOR_KIND, "old_number")),
        (("T", "a", " "), ContentProblem(Field.DU, Kind.MISSING)),
    ],
)
def test_that_what_cannot_be_saved_is_told_at_its_field(
    content: tuple[str, ...], problem: ContentProblem
) -> None:
    assert content_problems(TemplateContent(*content), REMINDER, titled=False) == (problem,)


def test_that_the_number_before_is_filled_in_where_a_number_changes() -> None:
    content = TemplateContent("", "{number} statt {old_number}")
    assert content_problems(content, CHANGE, titled=True) == ()
