"""Scanned and pasted lines: each becomes a card, or says what is wrong with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.sim import iccid_problem
from desktop.models.sim_stock import StockLine, StockProblem, read_stock_lines

ICCID, OTHER = "8943010000000000019", "8943010000000000027"
NUMBER = "+436640090001"


def read(text: str) -> tuple[StockLine, ...]:
    return read_stock_lines(text, "AT")


def test_that_the_examples_are_real_iccids() -> None:
    assert iccid_problem(ICCID) is None
    assert iccid_problem(OTHER) is None


@pytest.mark.parametrize(
    "text",
    [
        f"{ICCID};0664 0090001",
        f"{ICCID}\t+43 664 009 0001",
        f"{ICCID},06640090001",
        f"{ICCID} 0664 009 0001",
        f'"{ICCID}";"0664/0090001"',
        "8943 0100 0000 0000 019 ; 0664 0090001",
        "8943 0100 0000 0000 019 0664 0090001",
        f"{ICCID}F;0664 0090001",
        f"{ICCID}\n0664 0090001",
        f"\n\n{ICCID}\n0664 0090001\n\n",
        f"ICCID;Rufnummer\n{ICCID};0664 0090001",
    ],
)
def test_that_a_card_is_read_however_it_was_scanned_or_pasted(text: str) -> None:
    (line,) = read(text)
    assert (line.iccid, line.msisdn, line.problem) == (ICCID, NUMBER, None)


def test_that_carrier_and_note_follow() -> None:
    (line,) = read(f"{ICCID}; 0664 0090001; A1; Lieferung; 3")
    assert (line.carrier, line.note) == ("A1", "Lieferung, 3")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("89430100x0000000019;0664 0090001", StockProblem.NOT_DIGITS),
        ("894301;0664 0090001", StockProblem.LENGTH),
        ("1243010000000000019;0664 0090001", StockProblem.NO_SIM),
        ("8943010000000000018;0664 0090001", StockProblem.CHECK_DIGIT),
        (ICCID, StockProblem.NUMBER_MISSING),
        (f"{ICCID};", StockProblem.NUMBER_MISSING),
        (f"{ICCID};123", StockProblem.NO_NUMBER),
        (f"{ICCID};01 5550001", StockProblem.NO_NUMBER),
        ("0664 0090001", StockProblem.NO_ICCID),
    ],
)
def test_that_each_wrong_line_says_what_is_wrong(text: str, problem: StockProblem) -> None:
    (line,) = read(text)
    assert (line.problem, line.text) == (problem, text)


def test_that_the_number_below_a_wrong_card_is_no_wrong_line_of_its_own() -> None:
    wrong = f"{ICCID[:-1]}{(int(ICCID[-1]) + 1) % 10}"
    lines = read(f"{wrong}\n0664 0090001\n{OTHER}\n0664 0090002")
    assert [(line.number, line.problem) for line in lines] == [
        (1, StockProblem.CHECK_DIGIT), (3, None),
    ]  # fmt: skip


def test_that_a_card_twice_in_the_list_counts_once() -> None:
    lines = read(f"{ICCID};06640090001\n{ICCID};06640090002\n{OTHER};06640090001")
    assert [line.problem for line in lines] == [
        None, StockProblem.TWICE_IN_LIST, StockProblem.TWICE_IN_LIST,
    ]  # fmt: skip
    assert [line.number for line in lines] == [1, 2, 3]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40)))
def test_that_no_line_is_lost(texts: list[str]) -> None:
    told = "\n".join(line.text for line in read("\n".join(texts)))
    for text in texts:
        first = text.strip().casefold()
        if first and not first.startswith(("iccid", "sim", "icc", "karten", '"')):
            assert text.strip() in told
