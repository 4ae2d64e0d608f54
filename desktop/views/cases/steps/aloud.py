"""How a text is read to somebody: the number in groups, the link by what it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.sms_template import FilledText, Placeholder
from desktop.views.formats import Formats

_WITH_TRUNK_ZERO = ("43", "49", "41")
"""Country codes in which people say a zero before the area code."""


def text_aloud(
    filled: FilledText, sender_number: str | None, formats: Formats, old_number: str = ""
) -> str:
    """Return a text for reading aloud; what is said as written stands between ``**``."""
    numbers = {Placeholder.NUMBER: sender_number, Placeholder.OLD_NUMBER: old_number}
    said = ""
    end = 0
    for span in filled.spans:
        if number := numbers.get(span.placeholder):
            instead = spoken_number(number, formats)
        elif span.placeholder is Placeholder.LINK:
            instead = QCoreApplication.translate("Aloud", "(your link)")
        else:
            continue
        said += _strong(filled.text[end : span.start]) + instead
        end = span.end
    return said + _strong(filled.text[end:])


def spoken_number(e164: str, formats: Formats) -> str:
    """+436604417203 becomes 0660, 441, 72, 03: as people at home say it."""
    country, _, rest = formats.phone(e164).partition(" ")
    groups = rest.split(" ")
    if country.lstrip("+") in _WITH_TRUNK_ZERO:
        groups[0] = f"0{groups[0]}"
    else:
        groups.insert(0, country)
    return ", ".join(groups)


def _strong(text: str) -> str:
    """Mark words as said just so; blanks at their ends stay outside."""
    inner = text.strip()
    if not inner:
        return text
    head, _, tail = text.partition(inner)
    return f"{head}**{inner}**{tail}"
