"""The limit of what a customer is willing to lose in a period, in thousandths of its contacts."""

from __future__ import annotations

LEAST_PERMILLE, MOST_PERMILLE = 1, 500


def permille_of(text: str) -> int | None:
    """Read what a person types as per cent ("2,5", "2.5 %"); None where it is no limit."""
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    try:
        thousandths = round(float(plain) * 10)
    except (ValueError, OverflowError):
        return None
    return thousandths if LEAST_PERMILLE <= thousandths <= MOST_PERMILLE else None
