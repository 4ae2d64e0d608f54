"""The rows of SMS templates: found by what names them, and read into records."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Delete, Select, and_, delete, select
from sqlalchemy.orm import Session

from desktop.models.records.templates import TemplateDraft, TemplateVersion
from desktop.models.tables import StoredTemplate, StoredTemplateDraft, StoredTemplateVersion
from desktop.models.template_content import TemplateContent, TemplateRef


def holding(
    session: Session, *conditions: ColumnElement[bool]
) -> Iterator[tuple[StoredTemplate, StoredTemplateVersion]]:
    """Yield stored templates with the version of each that holds."""
    statement = (
        select(StoredTemplate, StoredTemplateVersion)
        .join(
            StoredTemplateVersion,
            and_(
                StoredTemplateVersion.template_id == StoredTemplate.id,
                StoredTemplateVersion.version == StoredTemplate.version,
            ),
        )
        .where(*conditions)
        .order_by(StoredTemplate.id)
    )
    for row in session.execute(statement):
        yield row.StoredTemplate, row.StoredTemplateVersion


def version_record(row: StoredTemplateVersion) -> TemplateVersion:
    """Return a version as the pages show it."""
    content = TemplateContent(row.title, row.text, row.du)
    return TemplateVersion(row.version, content, row.at, row.by, row.reason, row.offered)


def ref_of(template: StoredTemplate) -> TemplateRef:
    """Return which template a row is."""
    return TemplateRef(template.language, template.key, template.customer_id)


def is_template(ref: TemplateRef) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that the row of one template meets."""
    return (
        StoredTemplate.language == ref.language,
        StoredTemplate.key == ref.key,
        StoredTemplate.customer_id.is_(None)
        if ref.customer_id is None
        else StoredTemplate.customer_id == ref.customer_id,
    )


def drafts_of(agent: str) -> Select[StoredTemplateDraft]:
    """Return the query for all that an agent typed and did not save."""
    return (
        select(StoredTemplateDraft)
        .where(StoredTemplateDraft.agent == agent)
        .order_by(StoredTemplateDraft.ref)
    )


def draft_deleted(agent: str, ref: TemplateRef) -> Delete:
    """Return the statement that gives up what an agent typed into one template."""
    return delete(StoredTemplateDraft).where(
        StoredTemplateDraft.agent == agent, StoredTemplateDraft.ref == str(ref)
    )


def draft_record(row: StoredTemplateDraft) -> TemplateDraft:
    """Return what an agent typed, as the editor takes it up again."""
    content = TemplateContent(row.title, row.text, row.du)
    return TemplateDraft(content, row.based_on, row.reason, row.saved_at)
