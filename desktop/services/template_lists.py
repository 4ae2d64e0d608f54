"""SMS templates as supervisors look at them: all, one with its versions, and who would get it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.records.templates import (
    SmsTemplate,
    TemplateFile,
    TemplateLine,
    TemplateVersion,
    TextReader,
)
from desktop.models.sms_values import values_of_kind
from desktop.models.states import DispatchKind
from desktop.models.tables import (
    Customer,
    NewsletterService,
    StoredTemplate,
    StoredTemplateDraft,
    StoredTemplateVersion,
)
from desktop.models.template_content import TemplateContent, TemplateRef
from desktop.services.customers import customer_facts, service_facts
from desktop.services.storage.database import Database
from desktop.services.storage.dialect import these_ids
from desktop.services.template_rows import (
    draft_record,
    drafts_of,
    holding,
    is_template,
    ref_of,
    version_record,
)
from desktop.services.templates import Templates


class TemplateLists:
    """Reads templates for those who keep them."""

    def __init__(self, database: Database, built_in: Templates | None = None) -> None:
        """Read from ``database``; ``built_in`` are the templates that the program brings."""
        self._database = database
        self._built_in = built_in or Templates()

    def lines(self, agent: str) -> tuple[TemplateLine, ...]:
        """Return all templates, withdrawn ones and this agent's unsaved ones too.

        Those for all customers come before a customer's own; else the order is that of the
        built-in ones, then of their making.

        Raises:
            FileUnreadableError: a file of built-in templates is damaged.
            StorageError: the database cannot be read.

        """
        built_in = built_in_lines(self._built_in)
        lines = {line.ref: line for line in built_in}
        titles = {line.ref: line.titles for line in built_in}
        with self._database.read() as session:
            for template, version in holding(session):
                ref = ref_of(template)
                title = titles.get(ref.for_all, {})
                lines[ref] = TemplateLine(ref, template.kind, title, version_record(version))
            for draft in session.scalars(drafts_of(agent)):
                found = TemplateRef.parse(draft.ref)
                if found is not None:
                    title = titles.get(found.for_all, {})
                    line = lines.get(found) or TemplateLine(found, draft.kind, title, _NOTHING)
                    lines[found] = replace(line, draft=draft.saved_at)
            ids = {ref.customer_id for ref in lines if ref.customer_id is not None}
            names = _customer_names(session, ids)
        named = [
            replace(line, customer=names.get(ref.customer_id, "")) for ref, line in lines.items()
        ]
        return tuple(sorted(named, key=lambda line: line.customer.casefold()))

    def file(self, ref: TemplateRef, agent: str) -> TemplateFile:
        """Return a template with its versions, the newest first, and the agent's draft.

        Raises:
            NotFoundError: there is no such template, and no draft of one.
            FileUnreadableError: a file of built-in templates is damaged.
            StorageError: the database cannot be read.

        """
        line = next((each for each in self.lines(agent) if each.ref == ref), None)
        if line is None:
            raise NotFoundError("template", str(ref))
        with self._database.read() as session:
            rows = session.scalars(
                select(StoredTemplateVersion)
                .join(StoredTemplate, StoredTemplate.id == StoredTemplateVersion.template_id)
                .where(*is_template(ref))
                .order_by(StoredTemplateVersion.version.desc())
            )
            versions = [version_record(row) for row in rows]
            kept = session.get(StoredTemplateDraft, (agent, str(ref)))
            draft = draft_record(kept) if kept is not None else None
        versions += [each.current for each in built_in_lines(self._built_in) if each.ref == ref]
        return TemplateFile(line, tuple(versions), draft)

    def readers(self, kind: DispatchKind, customer_id: int | None) -> tuple[TextReader, ...]:
        """Return whose contacts would get a text: the services of one customer, or of all.

        Raises:
            StorageError: the database cannot be read.

        """
        statement = (
            select(Customer, NewsletterService)
            .join(NewsletterService, NewsletterService.customer_id == Customer.id)
            .order_by(NewsletterService.id)
        )
        if customer_id is not None:
            statement = statement.where(Customer.id == customer_id)
        with self._database.read() as session:
            return tuple(
                TextReader(
                    customer.name,
                    service.name,
                    values_of_kind(kind, customer_facts(customer), service_facts(service)),
                )
                for customer, service in session.execute(statement)
            )


def built_in_lines(built_in: Templates) -> list[TemplateLine]:
    """Return the templates that the program brings, as they are built in."""
    return [
        _built_in_line(template)
        for kind in DispatchKind
        for language in built_in.languages()
        for template in built_in.of(language, kind)
    ]


def _built_in_line(template: SmsTemplate) -> TemplateLine:
    content = TemplateContent.of(template.texts)
    return TemplateLine(template.ref, template.kind, template.titles, TemplateVersion(0, content))


_NOTHING = TemplateVersion(0, TemplateContent())


def _customer_names(session: Session, ids: Collection[int]) -> Mapping[int | None, str]:
    wanted = select(Customer.id, Customer.name).where(Customer.id.in_(these_ids(session, ids)))
    return {row.id: row.name for row in session.execute(wanted)}
