"""What templates, their versions and what is wrong with them are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.templates import TemplateLine, TemplateVersion
from desktop.models.sms_template import Placeholder
from desktop.models.template_content import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    ContentField,
    ContentProblem,
    ContentProblemKind,
    TemplateContent,
)
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.placeholder_menu import placeholder_name
from desktop.views.words import heading


def problem_words(problem: ContentProblem, formats: Formats) -> str:
    """Say what is wrong with a field, and what would be right."""
    if problem.kind is ContentProblemKind.TOO_LONG:
        longest = LONGEST_TITLE if problem.field is ContentField.TITLE else LONGEST_TEXT
        return _said(_TOO_LONG).format(formats.number(longest))
    if problem.kind is ContentProblemKind.MISSING:
        return _said(_MISSING[problem.field])
    return _said(_PROBLEMS[problem.kind]).format(problem.words)


def language_name(code: str) -> str:
    """Return what a language is called; one that is not known shows its code."""
    return _said(_LANGUAGES[code]) if code in _LANGUAGES else code


def title_of(line: TemplateLine, formats: Formats) -> str:
    """Return what a template is called, also while it has no title."""
    return line.title(formats.language) or _said(_UNTITLED)


def facts_of(line: TemplateLine) -> str:
    """Sign-up reminder · German · all customers."""
    whom = line.customer or _said(_ALL)
    return " · ".join((heading(line.kind), language_name(line.ref.language), whom))


def version_name(version: TemplateVersion) -> str:
    """Return what a version is called."""
    if not version.number:
        return _said(_BUILT_IN)
    name = _said(_VERSION).format(version.number)
    return name if version.offered else _said(_WITHDRAWN).format(name)


def version_made(version: TemplateVersion, formats: Formats) -> str:
    """Return when a version was made and by whom; "" for the built-in one."""
    return " · ".join(filter(None, (formats.moment(version.at), version.by))) if version.at else ""


def readable_text(template: str) -> str:
    """Return a text with the names of its placeholders in brackets."""
    for placeholder in Placeholder:
        template = template.replace(f"{{{placeholder}}}", f"[{placeholder_name(placeholder)}]")
    return template


def texts_of(content: TemplateContent) -> tuple[str, ...]:
    """Return the texts of a version; where there are two, with whom each speaks to."""
    if not content.du.strip():
        return (readable_text(content.text),)
    return f"Sie: {readable_text(content.text)}", f"du: {readable_text(content.du)}"


def _said(text: str) -> str:
    return QCoreApplication.translate("TemplateWords", text)


_LANGUAGES = {
    "de": QT_TRANSLATE_NOOP("TemplateWords", "German"),
    "en": QT_TRANSLATE_NOOP("TemplateWords", "English"),
}
_UNTITLED = QT_TRANSLATE_NOOP("TemplateWords", "New template")
_ALL = QT_TRANSLATE_NOOP("TemplateWords", "all customers")
_BUILT_IN = QT_TRANSLATE_NOOP("TemplateWords", "As built in")
_VERSION = QT_TRANSLATE_NOOP("TemplateWords", "Version {}")
_WITHDRAWN = QT_TRANSLATE_NOOP("TemplateWords", "{}: withdrawn")
_TOO_LONG = QT_TRANSLATE_NOOP("TemplateWords", "At most {} characters.")
_MISSING = {
    ContentField.TITLE: QT_TRANSLATE_NOOP("TemplateWords", "Give the template a title."),
    ContentField.TEXT: QT_TRANSLATE_NOOP("TemplateWords", "Write a text."),
    ContentField.DU: QT_TRANSLATE_NOOP(
        "TemplateWords", "Write a text for du, or use the same text for all."
    ),
    ContentField.REASON: QT_TRANSLATE_NOOP("TemplateWords", "Say why, for those who ask later."),
}
_PROBLEMS = {
    ContentProblemKind.UNKNOWN_PLACEHOLDER: QT_TRANSLATE_NOOP(
        "TemplateWords",
        "There is no placeholder called “{}”. “Insert placeholder” shows all.",
    ),
    ContentProblemKind.OPEN_BRACE: QT_TRANSLATE_NOOP(
        "TemplateWords", "A brace stands alone. Braces hold placeholders only."
    ),
    ContentProblemKind.NOT_FOR_KIND: QT_TRANSLATE_NOOP(
        "TemplateWords", "“{}” is filled in for a change of number only. Take it out."
    ),
}
