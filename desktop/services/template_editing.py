"""How supervisors write SMS templates: each save is a version, and nothing typed is lost.

    editing.save(ref, kind, draft, agent)    the next version; going back is one, too
    editing.withdraw(ref, based_on, ...)     no longer offered; its versions stay
    editing.keep_draft(...), drop_draft(...) what is typed and not saved

A version is never changed. Whoever saves says on which version it is based: if another one holds
by now it is refused, and the draft stays. Cases keep the text that they took over.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import ConflictError, InvalidValueError, NotFoundError, TransitionError
from desktop.models.changes import Change
from desktop.models.records.templates import TemplateDraft
from desktop.models.states import DispatchKind
from desktop.models.tables import (
    Customer,
    StoredTemplate,
    StoredTemplateDraft,
    StoredTemplateVersion,
)
from desktop.models.template_content import TemplateContent, TemplateRef, content_problems
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.dialect import upsert
from desktop.services.supervising import Supervisors, check_supervisor, is_supervisor
from desktop.services.template_lists import built_in_lines
from desktop.services.template_rows import draft_deleted, is_template, ref_of, version_record
from desktop.services.templates import Templates


class TemplateEditing:
    """Reads and writes templates for those who keep them."""

    def __init__(
        self, database: Database, supervisors: Supervisors, built_in: Templates | None = None
    ) -> None:
        """Work on ``database``; ``built_in`` are the templates that the program brings."""
        self._database = database
        self._supervisors = supervisors
        self._built_in = built_in or Templates()

    def may_edit(self, agent: str) -> bool:
        """Tell whether the settings name an agent as a supervisor."""
        return is_supervisor(agent, self._supervisors)

    # ------------------------------------------------------------------ versions

    def save(self, ref: TemplateRef, kind: DispatchKind, draft: TemplateDraft, agent: str) -> int:
        """Make the draft the version that holds; return its number. The draft is used up.

        The same content again makes no version.

        Raises:
            SupervisorNeededError: the settings do not name the agent as a supervisor.
            InvalidValueError: a field holds what cannot be, or the reason is missing.
            ConflictError: another version holds by now than the one the draft is based on.
            NotFoundError: there is no such customer.
            StorageError: the database cannot be written; nothing was changed.

        """
        check_supervisor(agent, self._supervisors)
        titled = ref.for_all in {line.ref for line in built_in_lines(self._built_in)}
        for problem in content_problems(draft.content, kind, titled=titled):
            raise InvalidValueError(problem.field, problem.kind)
        content = replace(draft.content, title=draft.content.title.strip())
        with self._database.write(Change.TEMPLATES) as session:
            template = self._locked(session, ref, kind, draft.based_on)
            before = session.get(StoredTemplateVersion, (template.id, template.version))
            if before is None or not before.offered or version_record(before).content != content:
                if not draft.reason.strip():
                    raise InvalidValueError("reason", "missing")
                self._append(session, template, "template_saved", content, draft.reason, agent)
            session.execute(draft_deleted(agent, ref))
            return template.version

    def withdraw(self, ref: TemplateRef, based_on: int, reason: str, agent: str) -> None:
        """Offer a template no longer; a customer gets what holds for all again.

        Raises:
            SupervisorNeededError: the settings do not name the agent as a supervisor.
            InvalidValueError: the reason is missing.
            TransitionError: the program brings it, so that it always holds for all; or it is
                withdrawn already.
            ConflictError: another version holds by now than ``based_on``.
            NotFoundError: it was never saved.
            StorageError: the database cannot be written; nothing was changed.

        """
        check_supervisor(agent, self._supervisors)
        if not reason.strip():
            raise InvalidValueError("reason", "missing")
        if ref in {line.ref for line in built_in_lines(self._built_in)}:
            raise TransitionError("template", "built_in", "withdrawn")
        if not based_on:
            raise NotFoundError("template", str(ref))
        with self._database.write(Change.TEMPLATES) as session:
            template = self._locked(session, ref, None, based_on)
            row = session.get_one(StoredTemplateVersion, (template.id, template.version))
            if not row.offered:
                raise TransitionError("template", "withdrawn", "withdrawn")
            content = version_record(row).content
            self._append(session, template, "template_withdrawn", content, reason, agent)
            session.execute(draft_deleted(agent, ref))

    def _locked(
        self, session: Session, ref: TemplateRef, kind: DispatchKind | None, based_on: int
    ) -> StoredTemplate:
        """Return the row of a template for writing, made if need be; refuse a stale draft."""
        if ref.customer_id is not None and session.get(Customer, ref.customer_id) is None:
            raise NotFoundError("customer", str(ref.customer_id))
        if kind is not None:
            made = {"language": ref.language, "key": ref.key, "customer_id": ref.customer_id}
            session.execute(
                upsert(session, StoredTemplate)
                .values(**made, kind=kind, version=0)
                .on_conflict_do_nothing()
            )
        template = session.scalar(select(StoredTemplate).where(*is_template(ref)).with_for_update())
        if template is None:
            raise NotFoundError("template", str(ref))
        if template.version != based_on:
            raise ConflictError(str(ref))
        if kind is not None and template.kind is not kind:
            raise TransitionError("template", template.kind, kind)
        return template

    def _append(
        self,
        session: Session,
        template: StoredTemplate,
        act: str,
        content: TemplateContent,
        reason: str,
        agent: str,
    ) -> None:
        now = self._database.clock()
        template.version += 1
        session.add(
            StoredTemplateVersion(
                template_id=template.id,
                version=template.version,
                **asdict(content),
                offered=act == "template_saved",
                at=now,
                by=agent,
                reason=reason.strip(),
            )
        )
        facts = {
            "template": str(ref_of(template)),
            "version": template.version,
            "reason": reason.strip(),
            **asdict(content),
        }
        audit.record(session, audit.Act(act, agent, now, facts, customer_id=template.customer_id))

    # ------------------------------------------------------------------ drafts

    def new_ref(self, language: str, customer_id: int | None) -> TemplateRef:
        """Return a name for a template that nobody has used."""
        return TemplateRef(language, f"own_{secrets.token_hex(6)}", customer_id)

    def keep_draft(
        self, ref: TemplateRef, kind: DispatchKind, draft: TemplateDraft, agent: str
    ) -> None:
        """Keep what was typed, so that it is there again whatever happens.

        Raises:
            SupervisorNeededError: the settings do not name the agent as a supervisor.
            StorageError: the database cannot be written.

        """
        check_supervisor(agent, self._supervisors)
        typed = {
            **asdict(draft.content),
            "kind": kind,
            "reason": draft.reason,
            "based_on": draft.based_on,
            "saved_at": self._database.clock(),
        }
        with self._database.write() as session:
            statement = upsert(session, StoredTemplateDraft).values(
                agent=agent, ref=str(ref), **typed
            )
            session.execute(
                statement.on_conflict_do_update(
                    index_elements=[StoredTemplateDraft.agent, StoredTemplateDraft.ref],
                    set_=typed,
                )
            )

    def drop_draft(self, ref: TemplateRef, agent: str) -> None:
        """Give up what an agent typed; nothing happens where there is nothing.

        Raises:
            StorageError: the database cannot be written.

        """
        with self._database.write(Change.TEMPLATES) as session:
            session.execute(draft_deleted(agent, ref))
