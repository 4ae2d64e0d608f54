"""What a version of an SMS template holds, what can be wrong with it, and which one is offered.

    TemplateRef                                     which template: language, key, customer
    TemplateContent                                 title and texts of one version
    content_problems(content, kind, titled)         what keeps it from being saved, by field
    placeholders_of(kind)                           what can be filled in at all

A text without the sender's name or a way to stop, or one that promotes, is a warning here: a
person decides. What cannot be filled in is told at its field and not saved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.models.case_draft import AddressForm
from desktop.models.sms_template import Placeholder, TemplateProblemKind, template_problems
from desktop.models.states import DispatchKind

LONGEST_TITLE = 80
LONGEST_TEXT = 2_000
"""Characters. More than the ten parts that the settings allow at most."""

_REF = re.compile(r"(?P<language>[a-z]{2,3})/(?P<key>[a-z0-9_]+)(?:/(?P<customer>[1-9]\d{0,17}))?")


@dataclass(frozen=True, slots=True, order=True)
class TemplateRef:
    """Which template: its language, its key, and the customer that it is for; None is all."""

    language: str
    key: str
    customer_id: int | None = None

    def __str__(self) -> str:
        whole = f"{self.language}/{self.key}"
        return whole if self.customer_id is None else f"{whole}/{self.customer_id}"

    @classmethod
    def parse(cls, text: str) -> TemplateRef | None:
        """Read what ``str`` wrote; None where it is nothing of the kind."""
        found = _REF.fullmatch(text)
        if found is None:
            return None
        customer = found["customer"]
        return cls(found["language"], found["key"], int(customer) if customer else None)

    @property
    def for_all(self) -> TemplateRef:
        """The template that holds where the customer has none of its own."""
        return TemplateRef(self.language, self.key)


@dataclass(frozen=True, slots=True)
class TemplateContent:
    """What a version says.

    An empty ``title`` leaves the built-in one. ``text`` is for readers addressed with *Sie*, and
    for all where ``du`` is empty.
    """

    title: str = ""
    text: str = ""
    du: str = ""

    @property
    def texts(self) -> Mapping[AddressForm, str]:
        """The text for each form of address."""
        return {AddressForm.SIE: self.text, AddressForm.DU: self.du or self.text}

    @classmethod
    def of(cls, texts: Mapping[AddressForm, str], title: str = "") -> TemplateContent:
        """Put together the texts for both forms; the same text is kept once."""
        text, du = texts[AddressForm.SIE], texts[AddressForm.DU]
        return cls(title, text, "" if du == text else du)


class ContentField(StrEnum):
    """A field of the editor."""

    TITLE = "title"
    TEXT = "text"
    DU = "du"
    REASON = "reason"


class ContentProblemKind(StrEnum):
    """Why a field cannot be saved as it is."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    OPEN_BRACE = "open_brace"
    NOT_FOR_KIND = "not_for_kind"
    """A placeholder that is never filled in for this kind of dispatch."""


@dataclass(frozen=True, slots=True)
class ContentProblem:
    """One field that cannot be saved; ``words`` is the placeholder, ``start`` where it stands."""

    field: ContentField
    kind: ContentProblemKind
    words: str = ""
    start: int = 0


def placeholders_of(kind: DispatchKind) -> tuple[Placeholder, ...]:
    """Return what can be filled into a text; only a change of number has a number before."""
    if kind is DispatchKind.NUMBER_CHANGE:
        return tuple(Placeholder)
    return tuple(each for each in Placeholder if each is not Placeholder.OLD_NUMBER)


def content_problems(
    content: TemplateContent, kind: DispatchKind, *, titled: bool
) -> tuple[ContentProblem, ...]:
    """Return what keeps a version from being saved, one for each field, in their order.

    ``titled`` says that the template has a built-in title, so that none need be typed.
    """
    found = []
    title = content.title.strip()
    if not title and not titled:
        found.append(ContentProblem(ContentField.TITLE, ContentProblemKind.MISSING))
    elif len(title) > LONGEST_TITLE:
        found.append(ContentProblem(ContentField.TITLE, ContentProblemKind.TOO_LONG))
    found += _of_text(ContentField.TEXT, content.text, kind)
    if content.du:
        found += _of_text(ContentField.DU, content.du, kind)
    return tuple(found)


def _of_text(field: ContentField, text: str, kind: DispatchKind) -> list[ContentProblem]:
    if not text.strip():
        return [ContentProblem(field, ContentProblemKind.MISSING)]
    if len(text) > LONGEST_TEXT:
        return [ContentProblem(field, ContentProblemKind.TOO_LONG)]
    values = {each.value: "x" for each in placeholders_of(kind)}
    for problem in template_problems(text, values):
        return [ContentProblem(field, _KINDS[problem.kind], problem.name, problem.start)]
    return []


_KINDS = {
    TemplateProblemKind.UNKNOWN_PLACEHOLDER: ContentProblemKind.UNKNOWN_PLACEHOLDER,
    TemplateProblemKind.OPEN_BRACE: ContentProblemKind.OPEN_BRACE,
    TemplateProblemKind.MISSING_VALUE: ContentProblemKind.NOT_FOR_KIND,
}
