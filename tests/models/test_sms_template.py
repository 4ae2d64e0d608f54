"""Templates: filled strictly, and looked over before they go out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import TemplateError
from desktop.models.sms_template import (
    FilledSpan,
    Placeholder,
    TemplateProblem,
    TemplateProblemKind,
    TextProblem,
    TextProblemKind,
    fill,
    problems_of_text,
    template_problems,
)

VALUES = {
    "customer": "Autohaus Winkler",
    "service": "Newsletter 1",
    "keyword": "Start",
    "number": "+43 664 1110001",
    "link": "https://example.com/d2001",
    "stop": "Stop",
}
TEMPLATE = "{customer}: Ihre Anmeldung fehlt noch: {link} Keine SMS mehr? Antwort {stop}"


def test_that_a_template_is_filled_and_tells_where() -> None:
    filled = fill("{customer}: {keyword}!", VALUES)
    assert filled.text == "Autohaus Winkler: Start!"
    assert filled.spans == (
        FilledSpan(0, 16, Placeholder.CUSTOMER),
        FilledSpan(18, 23, Placeholder.KEYWORD),
    )


@pytest.mark.parametrize(
    ("template", "kind", "start", "end", "name"),
    [
        ("Hallo {name}", TemplateProblemKind.UNKNOWN_PLACEHOLDER, 6, 12, "name"),
        (
            "{customer.__class__}",
            TemplateProblemKind.UNKNOWN_PLACEHOLDER,
            0,
            20,
            "customer.__class__",
        ),
        ("{customer!r}", TemplateProblemKind.UNKNOWN_PLACEHOLDER, 0, 12, "customer!r"),
        ("{Customer}", TemplateProblemKind.UNKNOWN_PLACEHOLDER, 0, 10, "Customer"),
        ("{}", TemplateProblemKind.UNKNOWN_PLACEHOLDER, 0, 2, ""),
        ("Hallo {customer", TemplateProblemKind.OPEN_BRACE, 6, 7, ""),
        ("Hallo customer}", TemplateProblemKind.OPEN_BRACE, 14, 15, ""),
        ("{{customer}", TemplateProblemKind.OPEN_BRACE, 0, 1, ""),
    ],
)
def test_that_a_brace_that_is_no_placeholder_is_an_error_with_its_place(
    template: str, kind: TemplateProblemKind, start: int, end: int, name: str
) -> None:
    assert template_problems(template)[0] == TemplateProblem(kind, start, end, name)
    with pytest.raises(TemplateError) as caught:
        fill(template, VALUES)
    assert (caught.value.problem, caught.value.position) == (kind.value, start)


@pytest.mark.parametrize("values", [{}, {"link": ""}, {"link": "  "}])
def test_that_a_placeholder_without_value_is_an_error(values: dict[str, str]) -> None:
    assert template_problems("{link}") == ()
    (problem,) = template_problems("{link}", values)
    assert problem.kind is TemplateProblemKind.MISSING_VALUE
    with pytest.raises(TemplateError):
        fill("{link}", values)


@given(
    values=st.fixed_dictionaries(
        {name: st.text(min_size=1).filter(str.strip) for name in Placeholder}
    ),
    words=st.lists(st.text(st.characters(exclude_characters="{}"))),
    names=st.lists(st.sampled_from(Placeholder)),
)
def test_that_filled_data_are_never_read_again(
    values: dict[str, str], words: list[str], names: list[Placeholder]
) -> None:
    pieces = [*words, *(f"{{{name}}}" for name in names)]
    filled = fill("".join(pieces), values)
    assert filled.text == "".join(words) + "".join(values[name] for name in names)
    assert [filled.text[span.start : span.end] for span in filled.spans] == [
        values[name] for name in names
    ]


def problems(text: str) -> list[TextProblemKind]:
    return [each.kind for each in problems_of_text(text, "Autohaus Winkler", "Stop")]


def test_that_a_proper_text_has_no_problem() -> None:
    filled = fill(TEMPLATE, VALUES)
    assert problems_of_text(filled.text, VALUES["customer"], VALUES["stop"], filled.spans) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", [TextProblemKind.EMPTY]),
        (" \n", [TextProblemKind.EMPTY]),
        ("Bitte anmelden. Antwort STOP", [TextProblemKind.NO_SENDER_NAME]),
        ("autohaus  winkler: Antwort stop", []),
        ("Autohaus Winkler: bitte anmelden", [TextProblemKind.NO_WAY_TO_STOP]),
        ("Autohaus Winkler: Stopp", [TextProblemKind.NO_WAY_TO_STOP]),
        ("Autohaus Winkler {link} Stop", [TextProblemKind.UNRESOLVED_PLACEHOLDER]),
        ("Autohaus Winkler { Stop", [TextProblemKind.UNRESOLVED_PLACEHOLDER]),
        ("Autohaus Winkler: -20 % auf alles! Stop", [TextProblemKind.PROMOTION]),
        ("Autohaus Winkler: Gratis dazu. Stop", [TextProblemKind.PROMOTION]),
        ("Autohaus Winkler: unsere Angebote. Stop", [TextProblemKind.PROMOTION]),
        ("Autohaus Winkler: free gift. Stop", [TextProblemKind.PROMOTION] * 2),
        ("Autohaus Winkler: https://elsewhere.example Stop", [TextProblemKind.FOREIGN_LINK]),
        ("Autohaus Winkler: www.elsewhere.example Stop", [TextProblemKind.FOREIGN_LINK]),
        ("Autohaus Winkler \U0001f680 Stop", [TextProblemKind.EMOJI]),
        ("Autohaus Winkler \u263a\ufe0f Stop", [TextProblemKind.EMOJI]),
        ("Autohaus Winkler: Windows und Freedom. Stop", []),
    ],
)
def test_that_each_problem_of_a_text_is_found(text: str, kinds: list[TextProblemKind]) -> None:
    assert problems(text) == kinds


def test_that_a_problem_tells_where_it_is_and_whether_it_blocks() -> None:
    (found,) = problems_of_text("Winkler: nur heute! Stop", "Winkler", "Stop")
    assert found == TextProblem(TextProblemKind.PROMOTION, 9, 18, "nur heute")
    assert not found.blocks
    assert TextProblem(TextProblemKind.NO_SENDER_NAME).blocks


def test_that_a_customers_own_name_is_no_promotion() -> None:
    values = VALUES | {"customer": "Angebot & Gratis {GmbH}"}
    filled = fill(TEMPLATE, values)
    assert problems_of_text(filled.text, values["customer"], "Stop", filled.spans) == ()


def test_that_a_stop_word_of_the_service_counts() -> None:
    assert problems_of_text("Winkler: Antwort ENDE", "Winkler", "Ende") == ()
    assert problems_of_text("Winkler: Antwort ENDE", "Winkler", "")[0].blocks
