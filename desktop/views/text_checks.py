"""What was looked at in a text, as sentences with a state; and whether it may be sent."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.errors import TemplateError
from desktop.models.settings import GatewaySettings
from desktop.models.sms_template import (
    FilledText,
    Placeholder,
    TemplateProblemKind,
    TextProblem,
    TextProblemKind,
    fill,
    problems_of_text,
    template_problems,
)
from desktop.models.sms_text import (
    Replacement,
    SmsEncoding,
    SmsMeasure,
    measure,
    replace_forcing_characters,
    replacements,
)
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.theme import StateKind
from desktop.views.widgets.check_list import Check

REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class TextFacts:
    """One template with its data, measured: what is said about it, and whether it may go out."""

    filled: FilledText
    measured: SmsMeasure
    checks: tuple[Check, ...]

    @property
    def may_be_sent(self) -> bool:
        """Whether nothing in it forbids it."""
        return not any(check.kind is StateKind.BAD for check in self.checks)


@dataclass(frozen=True, slots=True)
class Cost:
    """What SMS cost: how many, in how many parts, at which price; money in tenths of a cent."""

    sms: int
    parts: int
    price: int

    @property
    def total_cents(self) -> int:
        """The sum in cents, rounded up as an invoice does."""
        return -(-self.sms * self.parts * self.price // 10)

    def formula(self, formats: Formats) -> str:
        """37 SMS × 1 part × €0.080: a sum that can be checked by hand."""
        return QCoreApplication.translate("TextChecks", "{} SMS × {} × {}").format(
            formats.number(self.sms), self.parts_words(formats), formats.part_price(self.price)
        )

    def parts_words(self, formats: Formats) -> str:
        """1 part, 2 parts."""
        return formats.counted(
            self.parts,
            QCoreApplication.translate("TextChecks", "1 part"),
            QCoreApplication.translate("TextChecks", "{} parts"),
        )


def look_at(
    template: str,
    values: Mapping[str, str],
    gateway: GatewaySettings,
    formats: Formats,
    sms: int,
) -> TextFacts:
    """Fill, measure and check a template for ``sms`` recipients."""
    filled = _filled_as_far_as_possible(template, values)
    measured = measure(filled.text)
    checks = [
        *(
            Check(StateKind.BAD, _said(_BROKEN[problem.kind]).format(problem.name))
            for problem in template_problems(template, values)
        ),
        *_on_content(filled, values),
        *_on_encoding(template, values, measured, formats),
        *_on_length(measured, gateway, formats, sms),
    ]
    return TextFacts(filled, measured, tuple(checks))


def _filled_as_far_as_possible(template: str, values: Mapping[str, str]) -> FilledText:
    """Fill a template; where that is not possible it stays as it was typed."""
    try:
        return fill(template, values)
    except TemplateError:
        text = template
        for name, value in values.items():
            if value.strip():
                text = text.replace(f"{{{name}}}", value)
        return FilledText(text, ())


def _on_content(filled: FilledText, values: Mapping[str, str]) -> list[Check]:
    found = problems_of_text(
        filled.text, values[Placeholder.CUSTOMER], values[Placeholder.STOP], filled.spans
    )
    problems = {problem.kind: problem for problem in found}
    if TextProblemKind.EMPTY in problems:
        return [Check(StateKind.BAD, _said(_EMPTY))]
    used = {span.placeholder for span in filled.spans}
    named = TextProblemKind.NO_SENDER_NAME not in problems
    stops = TextProblemKind.NO_WAY_TO_STOP not in problems
    # The link of a change of number brings the start word along.
    starts = bool(used & {Placeholder.KEYWORD, Placeholder.OLD_NUMBER})
    led = starts and Placeholder.NUMBER in used
    return [
        _good(_NAMED) if named else Check(StateKind.BAD, _said(_NOT_NAMED)),
        _good(_LED) if led else Check(StateKind.WARNING, _said(_NOT_LED)),
        _good(_STOPS) if stops else Check(StateKind.BAD, _said(_STOPS_NOT)),
        _on_link(problems, used),
        *_on_tone(problems),
    ]


def _good(text: str) -> Check:
    return Check(StateKind.GOOD, _said(text))


def _on_link(problems: Mapping[TextProblemKind, TextProblem], used: set[Placeholder]) -> Check:
    foreign = problems.get(TextProblemKind.FOREIGN_LINK)
    if foreign is not None:
        return Check(StateKind.WARNING, _said(_FOREIGN_LINK).format(foreign.words))
    if Placeholder.LINK in used:
        return Check(StateKind.GOOD, _said(_OWN_LINK))
    return Check(StateKind.NEUTRAL, _said(_NO_LINK))


def _on_tone(problems: Mapping[TextProblemKind, TextProblem]) -> list[Check]:
    promotion = problems.get(TextProblemKind.PROMOTION)
    if promotion is None:
        return []
    return [Check(StateKind.WARNING, _said(_PROMOTES).format(promotion.words))]


def _on_encoding(
    template: str, values: Mapping[str, str], measured: SmsMeasure, formats: Formats
) -> list[Check]:
    """Say which characters make the parts short, and what replacing those in the text changes.

    What stands in the data of the customer stays as it is.
    """
    if measured.encoding is SmsEncoding.GSM_7:
        return []
    forcing = " ".join(_visible(char) for char in measured.forcing_characters)
    said = _said(_FORCED).format(forcing)
    taken = [each for each in replacements(template) if each.proposal is not None]
    if not taken:
        typed = measure(template).forcing_characters
        why = _said(_NOT_REPLACED) if typed else _said(_IN_DATA)
        return [Check(StateKind.WARNING, f"{said}. {why}")]
    after = _filled_as_far_as_possible(replace_forcing_characters(template), values)
    parts = Cost(1, measure(after.text).parts, 0).parts_words(formats)
    changes = ", ".join(_change(each) for each in taken)
    offer = _said(_REPLACED).format(changes=changes, parts=parts)
    replace = QCoreApplication.translate("TextChecks", "Replace")
    return [Check(StateKind.WARNING, f"{said}. {offer}", REPLACE, replace)]


def _change(each: Replacement) -> str:
    if not each.proposal:
        return _said(_LEFT_OUT).format(_visible(each.character))
    return f"{_visible(each.character)} → {_visible(each.proposal)}"


def _visible(text: str) -> str:
    """Return characters as they are, and by their code where nobody would see them."""
    if text == " ":
        return _said(_SPACE)
    seen = text.isprintable() and not text.isspace() and not unicodedata.combining(text[0])
    return text if seen else " ".join(f"U+{ord(char):04X}" for char in text)


def _on_length(
    measured: SmsMeasure, gateway: GatewaySettings, formats: Formats, sms: int
) -> list[Check]:
    checks: list[Check] = []
    if measured.parts > gateway.max_parts:
        checks.append(
            Check(
                StateKind.BAD,
                _said(_TOO_LONG).format(
                    formats.number(measured.parts), formats.number(gateway.max_parts)
                ),
            )
        )
    elif measured.parts:
        following = Cost(sms, measured.parts + 1, gateway.price_per_part_tenth_cents)
        checks.append(
            Check(
                StateKind.NEUTRAL,
                _said(_ROOM).format(
                    formats.number(measured.units_left_in_part),
                    formats.number(measured.parts + 1),
                    formats.euros(following.total_cents),
                ),
            )
        )
    return checks


def _said(text: str) -> str:
    return QCoreApplication.translate("TextChecks", text)


_BROKEN = {
    TemplateProblemKind.UNKNOWN_PLACEHOLDER: QT_TRANSLATE_NOOP(
        "TextChecks", "There is no placeholder called “{}”"
    ),
    TemplateProblemKind.OPEN_BRACE: QT_TRANSLATE_NOOP(
        "TextChecks", "A brace stands alone; braces hold placeholders only"
    ),
    TemplateProblemKind.MISSING_VALUE: QT_TRANSLATE_NOOP(
        "TextChecks", "The service has nothing to fill in for “{}”; take the placeholder out"
    ),
}
_EMPTY = QT_TRANSLATE_NOOP("TextChecks", "There is no text yet")
_NAMED = QT_TRANSLATE_NOOP("TextChecks", "The sender is named")
_NOT_NAMED = QT_TRANSLATE_NOOP("TextChecks", "The text does not name its sender")
_LED = QT_TRANSLATE_NOOP("TextChecks", "Start word and number fit the service")
_NOT_LED = QT_TRANSLATE_NOOP(
    "TextChecks", "Start word or number are not filled in from the service"
)
_STOPS = QT_TRANSLATE_NOOP("TextChecks", "The text says how to make it stop")
_STOPS_NOT = QT_TRANSLATE_NOOP("TextChecks", "The text does not say how to make it stop")
_OWN_LINK = QT_TRANSLATE_NOOP("TextChecks", "The link is the customer's own")
_FOREIGN_LINK = QT_TRANSLATE_NOOP("TextChecks", "Nobody knows whose link this is: {}")
_NO_LINK = QT_TRANSLATE_NOOP("TextChecks", "The text has no link")
_PROMOTES = QT_TRANSLATE_NOOP("TextChecks", "“{}” may promote something; a service SMS does not")
_FORCED = QT_TRANSLATE_NOOP("TextChecks", "Short parts because of {}")
_REPLACED = QT_TRANSLATE_NOOP("TextChecks", "Replaced: {changes}; then {parts}")
_NOT_REPLACED = QT_TRANSLATE_NOOP("TextChecks", "There is nothing like it to put in its place")
_IN_DATA = QT_TRANSLATE_NOOP("TextChecks", "The data of the customer bring it in")
_LEFT_OUT = QT_TRANSLATE_NOOP("TextChecks", "{} is left out")
_SPACE = QT_TRANSLATE_NOOP("TextChecks", "space")
_TOO_LONG = QT_TRANSLATE_NOOP("TextChecks", "{} parts are too many; {} are allowed")
_ROOM = QT_TRANSLATE_NOOP("TextChecks", "{} characters left, then {} parts ({})")
