"""From the sign-ups that somebody chose to what a case keeps of them, and back.

    answers_of(selection) -> dict[str, object]     # for case_flow.with_answers
    recipient_list(draft, customer_id) -> RecipientList

Who was taken out of *all that match* stays on the list of the case, as deselected, so that the
numbers which the caller hears add up to the list that the caller knows.
"""

from __future__ import annotations

from desktop.models.case_flow import CaseDraft
from desktop.models.records.dispatches import RecipientList
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.states import CaseKind, DispatchKind


def answers_of(selection: SignupSelection) -> dict[str, object]:
    """Return the answers of a draft that mean the same sign-ups."""
    matching = selection.matching
    if matching is None:
        return {"contact_ids": tuple(sorted(selection.chosen)), "deselected": ()}
    return {
        "contact_ids": None,
        "deselected": tuple(sorted(selection.deselected)),
        "min_age_days": matching.min_age_days,
        "reminded": matching.reminded,
        "sms": matching.sms,
    }


def dispatch_kind(kind: CaseKind) -> DispatchKind:
    """Return what a kind of case sends."""
    if kind is CaseKind.NUMBER_CHANGE:
        return DispatchKind.NUMBER_CHANGE
    return DispatchKind.SIGNUP_REMINDER


def recipient_list(draft: CaseDraft, customer_id: int) -> RecipientList | None:
    """Return the list that a case means; None while it does not know its service."""
    if draft.service_id is None:
        return None
    left_out = frozenset(draft.deselected)
    if draft.kind is CaseKind.NUMBER_CHANGE:
        kind = DispatchKind.NUMBER_CHANGE
        return RecipientList(draft.service_id, SignupSelection(), left_out, kind)
    if draft.contact_ids is not None:
        chosen = SignupSelection(chosen=frozenset(draft.contact_ids))
        return RecipientList(draft.service_id, chosen, left_out)
    wanted = SignupFilter(
        customer_id=customer_id,
        service_id=draft.service_id,
        min_age_days=draft.min_age_days,
        reminded=draft.reminded,
        sms=draft.sms,
    )
    return RecipientList(draft.service_id, SignupSelection(matching=wanted), left_out)
