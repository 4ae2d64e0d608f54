"""The columns of the list of templates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.models.records.templates import TemplateLine
from desktop.views.desk import Desk
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.templates.words import (
    language_name,
    readable_text,
    title_of,
    version_made,
    version_name,
)
from desktop.views.widgets.columns import CellKind, Column
from desktop.views.words import heading


def template_columns(desk: Desk) -> Sequence[Column[TemplateLine]]:
    """Return the columns of the list of templates."""
    return (
        Column(
            "title",
            _say(QT_TRANSLATE_NOOP("TemplateColumns", "Template")),
            lambda one: title_of(one, desk.formats),
            CellKind.TWO_LINES,
            second=lambda one: readable_text(one.current.content.text),
            stretch=True,
        ),
        Column(
            "kind",
            _say(QT_TRANSLATE_NOOP("TemplateColumns", "Kind")),
            lambda one: heading(one.kind),
            width=176,
        ),
        Column(
            "language",
            _say(QT_TRANSLATE_NOOP("TemplateColumns", "Language")),
            lambda one: language_name(one.ref.language),
            width=80,
        ),
        Column(
            "address",
            _say(QT_TRANSLATE_NOOP("TemplateColumns", "Form of address")),
            lambda one: "Sie, du" if one.current.content.du else "–",
            width=112,
        ),
        *_version_columns(desk),
    )


def _version_columns(desk: Desk) -> tuple[Column[TemplateLine], ...]:
    return (
        Column(
            "customer",
            _say(QT_TRANSLATE_NOOP("TemplateColumns", "For")),
            lambda one: one.customer or _say(_ALL),
            width=160,
        ),
        Column(
            "version",
            _say(QT_TRANSLATE_NOOP("TemplateColumns", "Version")),
            lambda one: "–" if one.is_new else version_name(one.current),
            CellKind.TWO_LINES,
            second=lambda one: version_made(one.current, desk.formats),
            width=224,
        ),
        Column(
            "draft",
            "",
            lambda one: _say(_DRAFT) if one.draft is not None else "",
            CellKind.STRONG,
            width=72,
        ),
    )


def _say(text: str) -> str:
    return QCoreApplication.translate("TemplateColumns", text)


_ALL = QT_TRANSLATE_NOOP("TemplateColumns", "all customers")
_DRAFT = QT_TRANSLATE_NOOP("TemplateColumns", "draft")
