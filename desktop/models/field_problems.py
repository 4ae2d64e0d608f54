"""What can be wrong with one field of a record that people fill in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Why a value cannot be used."""

    MISSING = "missing"
    NOT_A_VALUE = "not_a_value"
    NOT_A_MAIL_ADDRESS = "not_a_mail_address"
    NOT_A_SAFE_ADDRESS = "not_a_safe_address"
    NOT_A_SENDER = "not_a_sender"
    OUT_OF_RANGE = "out_of_range"


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field that holds what cannot be; a number may lie in ``bounds``."""

    field: str
    problem: Problem
    bounds: tuple[int, int] | None = None
