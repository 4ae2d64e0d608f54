"""Who gets an SMS and who does not, each with a reason, worked out inside the database.

    preview(list) -> RecipientPreview          the numbers, adding up
    page(list, reason, after) -> rows          those who get one (reason None), or one reason

The same expressions build the preview and freeze the release, so a million recipients cost no
memory and both say the same. The rules are those of ``models.eligibility``.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select, tuple_
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.eligibility import ReminderRules
from desktop.models.records.dispatches import (
    RecipientKey,
    RecipientList,
    RecipientPreview,
    RecipientRow,
)
from desktop.models.records.paging import PAGE_ROWS
from desktop.models.states import DispatchKind, ExclusionReason
from desktop.models.tables import Contact
from desktop.services.notice_rules_sql import (
    Replacement,
    concerned,
    notice_rules,
    replacement_of,
)
from desktop.services.reminder_rules_sql import Rule, first_reason, signup_rules, state_rules
from desktop.services.signups_query import matches
from desktop.services.storage.database import Database
from desktop.services.storage.dialect import these_ids


class Recipients:
    """Reads the list of a reminder or of a notice."""

    def __init__(self, database: Database) -> None:
        """Read from ``database``; its clock says how old a sign-up is."""
        self._database = database

    def preview(self, recipients: RecipientList, rules: ReminderRules) -> RecipientPreview:
        """Return how the list falls apart now.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            return preview_of(session, recipients, rules, self._database.clock())

    def page(
        self,
        recipients: RecipientList,
        rules: ReminderRules,
        *,
        reason: ExclusionReason | None,
        after: RecipientKey | None = None,
        rows: int = PAGE_ROWS,
    ) -> tuple[RecipientRow, ...]:
        """Return those who get an SMS, or those who do not for ``reason``, newest sign-up first.

        Raises:
            StorageError: the database cannot be read.

        """
        at = self._database.clock()
        with self._database.read() as session:
            why = why_not(session, recipients, rules, at)
            statement = (
                select(
                    Contact.id,
                    Contact.e164,
                    Contact.name,
                    Contact.entered_at,
                    Contact.reminders_sent,
                    Contact.last_reminder_at,
                    Contact.last_reminder_state,
                    why,
                )
                .where(
                    is_listed(session, recipients, rules, at),
                    why.is_(None) if reason is None else why == reason,
                )
                .order_by(Contact.entered_at.desc(), Contact.id.desc())
                .limit(rows)
            )
            if after is not None:
                statement = statement.where(tuple_(Contact.entered_at, Contact.id) < after)
            return tuple(RecipientRow(*row) for row in session.execute(statement))


def preview_of(
    session: Session, recipients: RecipientList, rules: ReminderRules, at: datetime
) -> RecipientPreview:
    """Count the list by reason."""
    why = why_not(session, recipients, rules, at).label("why")
    rows = session.execute(
        select(why, func.count()).where(is_listed(session, recipients, rules, at)).group_by(why)
    )
    counts = {reason: count for reason, count in rows}  # noqa: C416 - typed rows
    return RecipientPreview(
        listed=sum(counts.values()),
        gets=counts.get(None, 0),
        by_reason={one: counts[one] for one in ExclusionReason if counts.get(one)},
    )


def is_listed(
    session: Session, recipients: RecipientList, rules: ReminderRules, at: datetime
) -> ColumnElement[bool]:
    """Return the condition that a contact is on the list.

    Who was chosen one by one stays on it whatever became of the contact: then there is a reason.
    """
    if recipients.kind is DispatchKind.NUMBER_CHANGE:
        return concerned(_replacement(session, recipients))
    of_service = Contact.service_id == recipients.service_id
    selection = recipients.selection
    if selection.matching is None:
        return and_(of_service, Contact.id.in_(these_ids(session, selection.chosen)))
    listed = and_(of_service, matches(selection.matching, rules, at))
    if not selection.deselected:
        return listed
    return and_(listed, Contact.id.not_in(these_ids(session, selection.deselected)))


def why_not(
    session: Session, recipients: RecipientList, rules: ReminderRules, at: datetime
) -> ColumnElement[ExclusionReason | None]:
    """Return why somebody on the list gets no SMS; NULL for whom there is one."""
    if recipients.kind is DispatchKind.NUMBER_CHANGE:
        asked = [*notice_rules(_replacement(session, recipients), rules, at)]
    else:
        asked = [*state_rules(), *signup_rules(rules, at)]
    if recipients.left_out:
        left_out = these_ids(session, recipients.left_out)
        asked.append(
            Rule(
                ExclusionReason.DESELECTED,
                fits=Contact.id.in_(left_out),
                spares=Contact.id.not_in(left_out),
            )
        )
    return first_reason(asked)


def _replacement(session: Session, recipients: RecipientList) -> Replacement:
    found = replacement_of(session, recipients.service_id)
    if found is None:
        raise NotFoundError("replacement", str(recipients.service_id))
    return found
