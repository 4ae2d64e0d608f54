"""Reads rows of the list of incomplete sign-ups by their ids, with what is said about each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.models.eligibility import ReminderCandidate, ReminderRules, reminder_possible_from
from desktop.models.records.signups import SignupRow
from desktop.models.states import ContactState, ExclusionReason
from desktop.models.tables import Contact, Customer, NewsletterService
from desktop.services.reminder_rules_sql import first_reason, signup_rules

_PASSES = frozenset({ExclusionReason.TOO_YOUNG, ExclusionReason.REMINDED_RECENTLY})


def rows_of(
    session: Session, ids: Sequence[int], rules: ReminderRules, at: datetime
) -> tuple[SignupRow, ...]:
    """Return the rows of the contacts ``ids``, in that order; who is gone meanwhile is left out."""
    statement = _rows(rules, at).where(Contact.id.in_(ids))
    found = {row.id: _row(row, rules, at) for row in session.execute(statement)}
    return tuple(found[id_] for id_ in ids if id_ in found)


def _rows(rules: ReminderRules, at: datetime) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Contact.id,
            Contact.e164,
            Contact.name,
            Contact.entered_at,
            Contact.reminders_sent,
            Contact.last_reminder_at,
            Contact.last_reminder_state,
            Contact.service_id,
            NewsletterService.name.label("service_name"),
            NewsletterService.service_no,
            NewsletterService.sim_status,
            NewsletterService.customer_id,
            Customer.name.label("customer_name"),
            Customer.customer_no,
            first_reason(signup_rules(rules, at)).label("reason"),
        )
        .join(NewsletterService, NewsletterService.id == Contact.service_id)
        .join(Customer, Customer.id == NewsletterService.customer_id)
    )


def _row(row: Any, rules: ReminderRules, at: datetime) -> SignupRow:  # noqa: ANN401  a database row
    return SignupRow(
        contact_id=row.id,
        customer_id=row.customer_id,
        customer_no=row.customer_no,
        customer_name=row.customer_name,
        service_id=row.service_id,
        service_no=row.service_no,
        service_name=row.service_name,
        e164=row.e164,
        name=row.name,
        entered_at=row.entered_at,
        age_days=(at - row.entered_at).days,
        reminders_sent=row.reminders_sent,
        max_reminders=rules.max_per_signup,
        last_reminder_at=row.last_reminder_at,
        last_reminder_state=row.last_reminder_state,
        reason=row.reason,
        possible_from=_possible_from(row, rules, at) if row.reason in _PASSES else None,
    )


def _possible_from(row: Any, rules: ReminderRules, at: datetime) -> datetime | None:  # noqa: ANN401
    candidate = ReminderCandidate(
        contact_id=row.id,
        state=ContactState.INCOMPLETE,
        e164=row.e164,
        entered_at=row.entered_at,
        reminders_sent=row.reminders_sent,
        last_reminder_at=row.last_reminder_at,
        sim_status=row.sim_status,
    )
    return reminder_possible_from(candidate, rules, at)
