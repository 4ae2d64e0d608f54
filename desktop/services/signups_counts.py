"""How a list of incomplete sign-ups falls apart by reason, counted once and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from desktop.models.eligibility import ReasonCounts
from desktop.models.records.signups import SelectionCounts, SmsFilter
from desktop.models.states import ExclusionReason
from desktop.models.tables import Contact
from desktop.services.reminder_rules_sql import Rule, first_reason

_KEPT = 32


@dataclass(frozen=True, slots=True)
class Group:
    """Those of a list who share a reason: how many, and the first and last of their services."""

    contacts: int
    first_service: int
    last_service: int


Groups = dict[ExclusionReason | None, Group]


def count_groups(
    session: Session, condition: ColumnElement[bool], rules: tuple[Rule, ...]
) -> Groups:
    """Count those who match ``condition`` by their reason."""
    statement = (
        select(
            first_reason(rules).label("reason"),
            func.count(),
            func.min(Contact.service_id),
            func.max(Contact.service_id),
        )
        .where(condition)
        .group_by("reason")
    )
    return {
        reason: Group(contacts, first, last)
        for reason, contacts, first, last in session.execute(statement)
    }


def narrowed(groups: Groups, wanted: SmsFilter | ExclusionReason) -> Groups:
    """Return the groups that ``wanted`` means."""
    if wanted is SmsFilter.ALL:
        return groups
    if isinstance(wanted, ExclusionReason):
        return {reason: group for reason, group in groups.items() if reason is wanted}
    possible = wanted is SmsFilter.POSSIBLE
    return {reason: group for reason, group in groups.items() if (reason is None) is possible}


def reason_counts(groups: Groups) -> ReasonCounts:
    """Return the groups as counts that add up, in the order in which the rules are asked."""
    return ReasonCounts(
        listed=sum(group.contacts for group in groups.values()),
        recipients=groups[None].contacts if None in groups else 0,
        by_reason={one: groups[one].contacts for one in ExclusionReason if one in groups},
    )


def selection_counts(groups: Groups) -> SelectionCounts:
    """Return the groups as what would happen to a selection."""
    services = {
        service
        for group in groups.values()
        for service in (group.first_service, group.last_service)
    }
    bounds = {min(services), max(services)} if services else set()
    return SelectionCounts(reason_counts(groups), tuple(sorted(bounds)))


class CountCache:
    """Keeps the last counts; used by several worker threads."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, Groups] = OrderedDict()

    def get(self, key: Hashable) -> Groups | None:
        """Return what was kept under ``key``, or None."""
        with self._lock:
            return self._kept.get(key)

    def keep(self, key: Hashable, groups: Groups) -> None:
        """Keep ``groups``; the oldest ones go when there are too many."""
        with self._lock:
            self._kept[key] = groups
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
