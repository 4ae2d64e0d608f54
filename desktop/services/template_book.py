"""The SMS templates that hold now: what supervisors wrote, and the built-in ones behind it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_

from desktop.models.records.templates import SmsTemplate
from desktop.models.states import DispatchKind
from desktop.models.tables import StoredTemplate, StoredTemplateVersion
from desktop.models.template_offer import offered
from desktop.services.storage.database import Database
from desktop.services.template_rows import holding, version_record
from desktop.services.templates import Templates


class TemplateBook:
    """Finds the templates that an agent may choose from, for one customer or for all."""

    def __init__(self, database: Database, built_in: Templates | None = None) -> None:
        """Read from ``database``, and behind it from ``built_in``."""
        self._database = database
        self._built_in = built_in or Templates()

    def languages(self) -> tuple[str, ...]:
        """Return the languages in which there are templates."""
        return self._built_in.languages()

    def of(
        self, language: str, kind: DispatchKind, customer_id: int | None = None
    ) -> tuple[SmsTemplate, ...]:
        """Return the templates of a language for one kind, the first choice first.

        Raises:
            FileUnreadableError: a file of built-in templates is missing or damaged.
            StorageError: the database cannot be read.

        """
        return tuple(
            each for each in self.choices(language, kind, customer_id) if each.language == language
        )

    def choices(
        self, language: str, kind: DispatchKind, customer_id: int | None = None
    ) -> tuple[SmsTemplate, ...]:
        """Return all templates for one kind: those of ``language`` first, then the others.

        Raises:
            FileUnreadableError: a file of built-in templates is damaged.
            StorageError: the database cannot be read.

        """
        for_customer: ColumnElement[bool] = StoredTemplate.customer_id.is_(None)
        if customer_id is not None:
            for_customer = or_(for_customer, StoredTemplate.customer_id == customer_id)
        with self._database.read() as session:
            stored = [
                _offer(template, version)
                for template, version in holding(session, for_customer, StoredTemplate.kind == kind)
                if version.offered
            ]
        order = sorted(self.languages(), key=lambda each: (each != language, each))
        return tuple(
            template
            for each in order
            for template in offered(
                self._built_in.of(each, kind),
                [one for one in stored if one.language == each],
                customer_id,
            )
        )


def _offer(template: StoredTemplate, version: StoredTemplateVersion) -> SmsTemplate:
    content = version_record(version).content
    return SmsTemplate(
        key=template.key,
        kind=template.kind,
        language=template.language,
        titles={},
        texts=content.texts,
        name=content.title,
        customer_id=template.customer_id,
        version=version.version,
    )
