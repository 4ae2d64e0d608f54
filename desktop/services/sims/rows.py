"""The statement behind the list of numbers: each with its service, and the most urgent first."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, select

from desktop.models.states import SimStage, SimStatus
from desktop.models.tables import (
    Customer,
    NewsletterService,
    SimAssignment,
    SimCard,
    StatusConflict,
)
from desktop.services.sims.conflicts import is_open


def of_stage(stage: SimStage) -> ColumnElement[bool]:
    """Return the condition that a number stands at a stage."""
    if stage is SimStage.RESERVED:
        return and_(SimCard.status == SimStatus.IN_STOCK, SimCard.reserved_at.is_not(None))
    if stage is SimStage.IN_STOCK:
        return and_(SimCard.status == SimStatus.IN_STOCK, SimCard.reserved_at.is_(None))
    return SimCard.status == SimStatus(stage.value)


def conflict_count() -> ColumnElement[int]:
    """Return how many reports on a number wait for a decision."""
    return (
        select(func.count(StatusConflict.id))
        .where(StatusConflict.sim_id == SimCard.id, is_open())
        .correlate(SimCard)
        .scalar_subquery()
    )


def number_rows() -> Select[*tuple[Any, ...]]:
    """Return the statement of the list: each card with the last span in which it was used."""
    span = _last_spans()
    in_use = and_(span.c.id.is_not(None), span.c.until_at.is_(None))
    service_id = func.coalesce(SimCard.reserved_for, span.c.service_id)
    conflicts = conflict_count()
    return (
        select(
            SimCard.id,
            SimCard.kind,
            func.coalesce(SimCard.iccid, ""),
            SimCard.msisdn,
            SimCard.carrier,
            SimCard.status,
            SimCard.status_since,
            SimCard.revision,
            NewsletterService.id,
            func.coalesce(NewsletterService.name, ""),
            Customer.id,
            func.coalesce(Customer.name, ""),
            in_use,
            span.c.until_at,
            SimCard.reserved_by,
            SimCard.reserved_at,
            conflicts,
        )
        .outerjoin(span, span.c.sim_id == SimCard.id)
        .outerjoin(NewsletterService, NewsletterService.id == service_id)
        .outerjoin(Customer, Customer.id == NewsletterService.customer_id)
        .order_by(*_most_urgent_first(in_use, conflicts))
    )


def _most_urgent_first(
    in_use: ColumnElement[bool], conflicts: ColumnElement[int]
) -> tuple[ColumnElement[Any], ...]:
    return (
        case(
            (and_(SimCard.status == SimStatus.BLOCKED, in_use), 0),
            (conflicts > 0, 1),
            (SimCard.status == SimStatus.WARNED, 2),
            (SimCard.status == SimStatus.ACTIVE, 3),
            (SimCard.status == SimStatus.IN_STOCK, 4),
            (SimCard.status == SimStatus.BLOCKED, 5),
            else_=6,
        ),
        SimCard.status_since.desc(),
        SimCard.iccid.asc(),
        SimCard.id.asc(),
    )


def _last_spans() -> Subquery:
    """Return for each card the span in which it is used now or, failing that, was used last."""
    newest_first = (
        SimAssignment.until_at.is_(None).desc(),
        SimAssignment.until_at.desc(),
        SimAssignment.id.desc(),
    )
    place = func.row_number().over(partition_by=SimAssignment.sim_id, order_by=newest_first)
    ranked = select(SimAssignment, place.label("place")).subquery()
    return select(ranked).where(ranked.c.place == 1).subquery()
