"""What was looked at in a text, as sentences with a state; and whether it may be sent."""

from __future__ import annotations

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
from desktop.models.sms_text import SmsEncoding, SmsMeasure, measure
from desktop.views.cases.steps.parts import Check
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.theme import StateKind

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
        parts = formats.counted(
            self.parts,
            QCoreApplication.translate("TextChecks", "1 part"),
            QCoreApplication.translate("TextChecks", "{} parts"),
        )
        return QCoreApplication.translate("TextChecks", "{} SMS × {} × {}").format(
            formats.number(self.sms), parts, formats.part_price(self.price)
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


def _on_length(
    measured: SmsMeasure, gateway: GatewaySettings, formats: Formats, sms: int
) -> list[Check]:
    checks: list[Check] = []
    if measured.encoding is SmsEncoding.UCS_2:
        forcing = " ".join(measured.forcing_characters)
        replace = QCoreApplication.translate("TextChecks", "Replace")
        checks.append(Check(StateKind.WARNING, _said(_FORCED).format(forcing), REPLACE, replace))
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
_TOO_LONG = QT_TRANSLATE_NOOP("TextChecks", "{} parts are too many; {} are allowed")
_ROOM = QT_TRANSLATE_NOOP("TextChecks", "{} characters left, then {} parts ({})")
