"""Phone numbers in the groups in which people say them aloud, whole and partly hidden."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

_HIDDEN = "•"
_SHOWN_DIGITS = 2
_AUSTRIA, _GERMANY = 43, 49
_GROUPS = {
    4: (2, 2),
    5: (3, 2),
    6: (2, 2, 2),
    7: (3, 2, 2),
    8: (3, 3, 2),
    9: (3, 2, 2, 2),
    10: (3, 3, 2, 2),
}


def _spoken(digits: str) -> str:
    """Split a subscriber number: 6018159 becomes 601 81 59."""
    sizes = _GROUPS.get(len(digits))
    if sizes is None:
        return digits
    groups: list[str] = []
    start = 0
    for size in sizes:
        groups.append(digits[start : start + size])
        start += size
    return " ".join(groups)


def _regroup(number: phonenumbers.PhoneNumber, shown: str) -> str:
    """Split the long last group of Austrian numbers and German mobile numbers.

    Other plans already come in spoken groups; German landline numbers are written as area code
    and number.
    """
    if number.country_code == _GERMANY:
        mobile = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE
        if not mobile:
            return shown
    elif number.country_code != _AUSTRIA:
        return shown
    head, _, last = shown.rpartition(" ")
    return f"{head} {_spoken(last)}" if head.count(" ") == 1 and last.isdigit() else shown


@lru_cache(maxsize=4096)
def group_phone(e164: str) -> str:
    """+436766018159 becomes +43 676 601 81 59. Text that is no E.164 number comes back as it is."""
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return _regroup(number, re.sub(r"[-/()]", " ", shown).replace("  ", " "))


@lru_cache(maxsize=4096)
def mask_phone(e164: str) -> str:
    """+436766018159 becomes +43 676 ••• •• 59.

    Country and area code and the last two digits stay; a number without groups keeps its last two
    digits only.
    """
    groups = group_phone(e164).split(" ")
    kept = min(2, len(groups) - 1)
    head, tail = groups[:kept], " ".join(groups[kept:])
    digits = sum(sign.isdigit() for sign in tail)
    hidden: list[str] = []
    for sign in tail:
        if not sign.isdigit():
            hidden.append(sign)
            continue
        hidden.append(sign if digits <= _SHOWN_DIGITS else _HIDDEN)
        digits -= 1
    return " ".join([*head, "".join(hidden)])
