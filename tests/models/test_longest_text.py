"""The longest text among many readers is the one that filling each of them would find."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.errors import TemplateError
from desktop.models.longest_text import Readers
from desktop.models.sms_template import Placeholder, fill
from desktop.models.sms_text import TextSize, measure, parts_between, size_of

_value = st.one_of(
    st.text("ab ä€", max_size=90),
    st.sampled_from(["", " ", "ł", "\U0001f680" * 20, "€" * 70, "x" * 152]),
)
_values = st.fixed_dictionaries({each.value: _value for each in Placeholder})
_pieces = [*(f"{{{each}}}" for each in Placeholder), "{", "{x}", "a" * 70, "€", "ł", "–"]
_template = st.lists(st.sampled_from(_pieces), max_size=6).map("".join)


def _length(template: str, values: Mapping[str, str]) -> tuple[int, int] | None:
    try:
        measured = measure(fill(template, values).text)
    except TemplateError:
        return None
    return measured.parts, measured.units


@settings(max_examples=200)
@given(template=_template, values=st.lists(_values, max_size=6))
def test_that_the_longest_text_is_found_without_filling_each(
    template: str, values: list[dict[str, str]]
) -> None:
    lengths = [_length(template, one) for one in values]
    known = [length for length in lengths if length is not None]

    place = Readers(values).longest(template)

    assert (place is None) == (not known)
    if place is not None:
        assert lengths[place] == max(known)


@settings(max_examples=200)
@given(text=st.text(st.sampled_from("a€ł\U0001f680"), max_size=700))
@example(text="a" * 152 + "€" * 77)
def test_that_the_parts_lie_between_the_bounds_that_the_size_gives(text: str) -> None:
    fewest, most = parts_between(size_of(text))
    assert fewest <= measure(text).parts <= most
    assert size_of(text).units == measure(text).units


@given(pieces=st.lists(st.text("aä€ł\U0001f680", max_size=30), max_size=5))
def test_that_sizes_of_pieces_add_up_to_that_of_the_whole(pieces: list[str]) -> None:
    sizes = [size_of(piece) for piece in pieces]
    whole = TextSize(
        sum(size.septets for size in sizes),
        sum(size.wide for size in sizes),
        all(size.plain for size in sizes),
    )
    assert whole == size_of("".join(pieces))
