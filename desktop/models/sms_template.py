"""Templates of an SMS: placeholders, filling them, and what a service SMS must and must not say.

    template_problems(template, values=None) -> tuple[TemplateProblem, ...]
    fill(template, values) -> FilledText                 # raises TemplateError
    problems_of_text(text, customer, stop, spans=()) -> tuple[TextProblem, ...]
    literal_and_placeholders(template)                   # what is typed, and what is filled in

A placeholder is a known word in braces, ``{customer}``, and nothing else: no format strings, no
attributes, no logic. A brace that begins none is a problem, with its position. What is filled in is
never read again, so that a brace in a customer's name stays a brace.

A service SMS names its sender and says how to make it stop, and promotes nothing (``domain.md``,
law and carriers). The words that promote are a hint for a person, not a judgement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.errors import TemplateError


class Placeholder(StrEnum):
    """What can be filled into a template."""

    CUSTOMER = "customer"
    """Name of the business: who writes."""
    SERVICE = "service"
    """Name of the newsletter service."""
    KEYWORD = "keyword"
    """Word that starts it."""
    NUMBER = "number"
    """Sender number of the service, as people read it."""
    OLD_NUMBER = "old_number"
    """The number before, where it has been replaced."""
    LINK = "link"
    """Where the sign-up is completed."""
    STOP = "stop"
    """Word that stops it."""


class TemplateProblemKind(StrEnum):
    """What can be wrong with the placeholders of a template."""

    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    OPEN_BRACE = "open_brace"
    MISSING_VALUE = "missing_value"


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One brace or placeholder that cannot be filled: where it is, and the word in it."""

    kind: TemplateProblemKind
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class FilledSpan:
    """Where filled data stand in the text, for tinting."""

    start: int
    end: int
    placeholder: Placeholder


@dataclass(frozen=True, slots=True)
class FilledText:
    """A template with its data."""

    text: str
    spans: tuple[FilledSpan, ...]


class TextProblemKind(StrEnum):
    """What can be wrong with a text that is ready to send."""

    EMPTY = "empty"
    NO_SENDER_NAME = "no_sender_name"
    NO_WAY_TO_STOP = "no_way_to_stop"
    UNRESOLVED_PLACEHOLDER = "unresolved_placeholder"
    PROMOTION = "promotion"
    FOREIGN_LINK = "foreign_link"
    """A link that was typed, not filled in: nobody knows whose it is."""
    EMOJI = "emoji"


_ONLY_WARNINGS = frozenset(
    {TextProblemKind.PROMOTION, TextProblemKind.FOREIGN_LINK, TextProblemKind.EMOJI}
)


@dataclass(frozen=True, slots=True)
class TextProblem:
    """One thing wrong with a text; ``start`` equals ``end`` where it is about the whole."""

    kind: TextProblemKind
    start: int = 0
    end: int = 0
    words: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the text must not be sent like this; the others are for a person to judge."""
        return self.kind not in _ONLY_WARNINGS


_BRACES = re.compile(r"\{(?P<name>[^{}]*)\}|[{}]")
_WORDS_THAT_STOP = ("stop", "abmelden", "unsubscribe")
_PROMOTION = re.compile(
    r"\b(?:gratis|kostenlos\w*|geschenk\w*|gewinn\w*|gutschein\w*|rabatt\w*|aktion(?:en|s\w*)?|"
    r"angebot\w*|sonderpreis\w*|schn\u00e4ppchen\w*|sale|verlosung\w*|bonus|exklusiv\w*|"
    r"jetzt kaufen|nur heute|free|gift|win|prize|voucher|coupon|discount\w*|offer\w*|bargain\w*|"
    r"deals?|bonus|exclusive|buy now|today only)\b|[-\u2212\u2013]?\d+(?:[.,]\d+)?\s?%",
    re.IGNORECASE,
)
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\U00010000-\U0010ffff]+")


def template_problems(
    template: str, values: Mapping[str, str] | None = None
) -> tuple[TemplateProblem, ...]:
    """Return what keeps a template from being filled; without values only what is wrong in itself.

    A value that is blank is missing: the SMS would have a hole.
    """
    problems = []
    for match in _BRACES.finditer(template):
        name = match["name"]
        if name is None:
            kind = TemplateProblemKind.OPEN_BRACE
        elif name not in set(Placeholder):
            kind = TemplateProblemKind.UNKNOWN_PLACEHOLDER
        elif values is not None and not values.get(name, "").strip():
            kind = TemplateProblemKind.MISSING_VALUE
        else:
            continue
        problems.append(TemplateProblem(kind, match.start(), match.end(), name or ""))
    return tuple(problems)


def fill(template: str, values: Mapping[str, str]) -> FilledText:
    """Fill a template with its data, keyed by the placeholders' names.

    Raises:
        TemplateError: A brace is no placeholder, or a placeholder has no value.
    """
    problems = template_problems(template, values)
    if problems:
        first = problems[0]
        raise TemplateError(first.kind.value, first.name, first.start)
    text, spans, end = "", [], 0
    for match in _BRACES.finditer(template):
        text += template[end : match.start()]
        start, end = len(text), match.end()
        text += values[match["name"]]
        spans.append(FilledSpan(start, len(text), Placeholder(match["name"])))
    return FilledText(text + template[end:], tuple(spans))


def literal_and_placeholders(template: str) -> tuple[str, tuple[Placeholder, ...]] | None:
    """Return the typed characters of a template and its placeholders, each as often as it stands.

    None where a brace is no placeholder, so that nothing can be filled in.
    """
    if template_problems(template):
        return None
    names = tuple(Placeholder(match["name"]) for match in _BRACES.finditer(template))
    return _BRACES.sub("", template), names


def problems_of_text(
    text: str, customer: str, stop: str, spans: tuple[FilledSpan, ...] = ()
) -> tuple[TextProblem, ...]:
    """Return what a text ready to send lacks or should not have, in the order of the text.

    Args:
        text: The filled text.
        customer: The name that the text has to bear.
        stop: The word by which the contact stops the service; empty where only the usual ones are.
        spans: Where data were filled in: what stands there is the customer's and no promotion.
    """
    if not text.strip():
        return (TextProblem(TextProblemKind.EMPTY),)
    whole = []
    if not _contains(text, customer):
        whole.append(TextProblem(TextProblemKind.NO_SENDER_NAME))
    if not any(_has_word(text, word) for word in (stop, *_WORDS_THAT_STOP)):
        whole.append(TextProblem(TextProblemKind.NO_WAY_TO_STOP))
    parts = [
        TextProblem(kind, match.start(), match.end(), match[0])
        for kind, pattern in (
            (TextProblemKind.UNRESOLVED_PLACEHOLDER, _BRACES),
            (TextProblemKind.PROMOTION, _PROMOTION),
            (TextProblemKind.FOREIGN_LINK, _LINK),
            (TextProblemKind.EMOJI, _EMOJI),
        )
        for match in pattern.finditer(text)
        if kind is TextProblemKind.EMOJI or not _is_filled(match, spans)
    ]
    return (*whole, *sorted(parts, key=lambda problem: problem.start))


def _contains(text: str, name: str) -> bool:
    """Return whether a name stands in a text, whatever its case and spaces."""
    wanted, there = (" ".join(each.casefold().split()) for each in (name, text))
    return bool(wanted) and wanted in there


def _has_word(text: str, word: str) -> bool:
    """Return whether a word stands in a text by itself."""
    return bool(word) and bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))


def _is_filled(match: re.Match[str], spans: tuple[FilledSpan, ...]) -> bool:
    """Return whether a match lies within filled data."""
    return any(span.start <= match.start() and match.end() <= span.end for span in spans)
