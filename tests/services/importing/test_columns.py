from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.records.importing import ImportTable
from desktop.services.importing.columns import FORMATS, TableFormat, nearest_miss, understand

ALL = list(FORMATS.values())


def _german(form: TableFormat) -> list[str]:
    words = {name: word for word, name in form.german.items()}
    return [words.get(name, name) for name in form.fields]


@given(
    form=st.sampled_from(ALL),
    german=st.booleans(),
    seed=st.integers(0, 1_000),
    style=st.sampled_from([str.lower, str.upper, str.title, lambda text: f" {text} "]),
    separator=st.sampled_from(["_", " ", "-"]),
)
def test_that_a_table_is_known_in_any_order_case_and_language(
    form: TableFormat, german: bool, seed: int, style: object, separator: str
) -> None:
    assert callable(style)
    names = _german(form) if german else list(form.fields)
    headers = [style(name).replace("_", separator) for name in names]
    order = list(range(len(headers)))
    random.Random(seed).shuffle(order)

    header = understand([headers[at] for at in order])

    assert header is not None
    assert header.table == form.table
    assert header.unknown == ()
    assert [order[at] for at in header.positions if at is not None] == list(range(len(order)))


@pytest.mark.parametrize("form", ALL)
def test_that_the_required_columns_are_enough(form: TableFormat) -> None:
    header = understand(form.required)

    assert header is not None
    assert header.table == form.table
    assert header.positions[len(form.required) :] == (None,) * len(form.optional)


@pytest.mark.parametrize("form", ALL)
def test_that_a_missing_required_column_is_named(form: TableFormat) -> None:
    for missing in form.required:
        cells = [name for name in form.fields if name != missing]
        if understand(cells) is None:
            assert nearest_miss(cells) == f"{form.table.value}: {missing}"


def test_that_umlauts_and_sharp_s_are_the_same_column() -> None:
    header = understand(["Kundennummer", "Name", "Straße", "E-Mail"])

    assert header is not None
    assert header.table == ImportTable.CUSTOMERS
    assert header.unknown == ()


def test_that_unknown_columns_are_named_as_they_are_written() -> None:
    header = understand(["service_no", "Phone", "entered_at", "Shoe Size", "", "line", "Grund"])

    assert header is not None
    assert header.unknown == ("Shoe Size",)


@pytest.mark.parametrize("cells", [["service_no", "phone", "Telefon", "entered_at"], ["a"], []])
def test_that_a_header_is_refused_that_says_two_things_or_nothing(cells: list[str]) -> None:
    assert understand(cells) is None


def test_that_a_column_that_stands_twice_is_told() -> None:
    cells = ["service_no", "phone", "Telefon", "entered_at"]

    assert nearest_miss(cells) == "contacts: a column stands twice"
