"""Rows of the look-up's queries as hits."""

from __future__ import annotations

from typing import Any

from desktop.models.case_standing import case_standing
from desktop.models.records.lookup import Hit, HitGroup, HitKind, HitReason


def customer_hit(row: Any, why: HitReason, **how: Any) -> Hit:  # noqa: ANN401  a result row
    """Tell the hit on a customer."""
    place = f"{row.city}, {row.country}" if row.city else row.country
    how.setdefault("number", row.customer_no)
    how.setdefault("group", HitGroup.EXACT)
    return Hit(
        HitKind.CUSTOMER,
        row.id,
        row.name,
        why=why,
        detail=(row.customer_no, place),
        person=row.contact_person,
        customer_id=row.id,
        **how,
    )


def service_hit(row: Any, why: HitReason, **how: Any) -> Hit:  # noqa: ANN401  a result row
    """Tell the hit on a newsletter service."""
    how.setdefault("group", HitGroup.EXACT)
    return Hit(
        HitKind.SERVICE,
        row.id,
        row.name,
        why=why,
        detail=(row.customer, row.service_no),
        customer_id=row.customer_id,
        service_id=row.id,
        state=row.sim_status,
        **how,
    )


def sim_hit(row: Any, why: HitReason, **how: Any) -> Hit:  # noqa: ANN401  a result row
    """Tell the hit on a SIM card."""
    how.setdefault("group", HitGroup.EXACT)
    return Hit(
        HitKind.SIM,
        row.id,
        row.iccid or row.msisdn,
        why=why,
        detail=(row.msisdn, row.carrier, row.customer, row.service),
        customer_id=row.customer_id,
        state=row.status,
        **how,
    )


def case_hit(row: Any, why: HitReason, **how: Any) -> Hit:  # noqa: ANN401  a result row
    """Tell the hit on a case."""
    how.setdefault("group", HitGroup.EXACT)
    return Hit(
        HitKind.CASE,
        row.id,
        row.case_no,
        why=why,
        detail=(row.customer,),
        customer_id=row.customer_id,
        state=case_standing(row.state, row.dispatch_state, is_due_once=row.due_at is not None),
        case_kind=row.kind,
        **how,
    )


def contact_hit(row: Any, why: HitReason, **how: Any) -> Hit:  # noqa: ANN401  a result row
    """Tell the hit on a contact, shown under its customer's name."""
    return Hit(
        HitKind.CONTACT,
        row.id,
        row.customer,
        why=why,
        detail=(row.service,),
        customer_id=row.customer_id,
        service_id=row.service_id,
        state=row.state,
        **how,
    )
