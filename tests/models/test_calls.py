"""A call's number is understood however other programs write it; nobody is taken for the caller
who only may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.errors import InvalidValueError
from desktop.models.calls import Caller, CallerKind, caller_in, number_of_call
from desktop.models.records.lookup import Hit, HitGroup, HitKind, HitReason, LookUpResult

_NUMBER = "+436766018159"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+436766018159", _NUMBER),
        ("tel:+436766018159", _NUMBER),
        ("TEL:+43-676-601-8159", _NUMBER),
        ("tel://+436766018159", _NUMBER),
        ("callto:+436766018159", _NUMBER),
        ("tel:%2B43%20676%206018159", _NUMBER),
        ("tel:+436766018159;ext=12;phone-context=example.com", _NUMBER),
        ("  +43 676 / 601 81 59 ", _NUMBER),
        ("+43 (0) 676 6018159", _NUMBER),
        ("\uff0b43 676 6018159", _NUMBER),
        ("0676 601 81 59", "06766018159"),
        ("(0676) 601-8159", "06766018159"),
        ("0043 676 6018159", "00436766018159"),
        ("112", "112"),
    ],
)
def test_that_a_number_is_understood_as_it_is_written(text: str, number: str) -> None:
    assert number_of_call(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "tel:", "Winkler", "+", "12", "+43 676 call me", "1" * 21, "tel:" + "1 " * 60, "--help",
     "+43\n676\x00601", "anonymous", "sip:desk@example.com"],
)  # fmt: skip
def test_that_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        number_of_call(text)

    assert (caught.value.field, caught.value.problem) == ("number", "not_a_number")


def _hit(
    kind: HitKind, customer_id: int | None, group: HitGroup = HitGroup.EXACT, name: str = "Winkler"
) -> Hit:
    label = name if kind in {HitKind.CUSTOMER, HitKind.CONTACT} else "V-1"
    return Hit(
        kind, 7, label, _NUMBER, HitReason.PERSONS_PHONE, group,
        detail=(name,), customer_id=customer_id,
    )  # fmt: skip


def _caller(*hits: Hit) -> Caller:
    return caller_in(LookUpResult(_NUMBER, (), hits))


def test_that_one_customer_with_the_number_calls() -> None:
    caller = _caller(_hit(HitKind.CUSTOMER, 3), _hit(HitKind.CASE, 3), _hit(HitKind.CASE, 3))

    assert caller == Caller(CallerKind.KNOWN, _NUMBER, 3, "Winkler", HitKind.CUSTOMER)


def test_that_somebody_who_called_for_a_customer_before_calls_for_it_again() -> None:
    caller = _caller(_hit(HitKind.CASE, 4))

    assert caller == Caller(CallerKind.KNOWN, _NUMBER, 4, "Winkler", HitKind.CASE)


def test_that_a_customers_own_number_counts_before_a_contacts() -> None:
    assert _caller(_hit(HitKind.CUSTOMER, 3), _hit(HitKind.CONTACT, 9)).customer_id == 3


def test_that_a_contacts_number_leads_to_the_customer_of_its_service() -> None:
    assert _caller(_hit(HitKind.CONTACT, 9)).customer_id == 9


def test_that_the_number_of_a_sim_card_leads_to_the_customer_who_has_it() -> None:
    detail = (_NUMBER, "A1", "Winkler", "Neuwagen-News")
    hit = replace(_hit(HitKind.SIM, 5), detail=detail)

    assert _caller(hit) == Caller(CallerKind.KNOWN, _NUMBER, 5, "Winkler", HitKind.SIM)


@pytest.mark.parametrize(
    "hits",
    [
        (_hit(HitKind.CUSTOMER, 3), _hit(HitKind.CUSTOMER, 4)),
        (_hit(HitKind.CUSTOMER, 3), _hit(HitKind.CASE, 4)),
        (_hit(HitKind.CUSTOMER, 3, HitGroup.MAYBE),),
        (_hit(HitKind.SIM, None),),
    ],
)
def test_that_nobody_is_picked_where_it_may_be_several(hits: tuple[Hit, ...]) -> None:
    assert _caller(*hits) == Caller(CallerKind.SEVERAL, _NUMBER)


def test_that_a_number_without_hits_is_unknown() -> None:
    assert _caller() == Caller(CallerKind.UNKNOWN, _NUMBER)
