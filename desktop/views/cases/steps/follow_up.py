"""What the wrap-up of a question on frequency suggests, and until when its case waits."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import QCoreApplication

from desktop.models.case_flow import CaseDraft
from desktop.models.frequency.before_after import follow_up_on
from desktop.models.states import CaseKind, CaseOutcome
from desktop.views.desk import Desk
from desktop.views.rates.estimate_words import often_word

_AT = time(9)


def suggested(draft: CaseDraft, desk: Desk) -> dict[str, object]:
    """Return outcome and follow-up that follow from what was agreed."""
    if not draft.agreed or draft.agreed_on is None or draft.agreed_often is None:
        words = QCoreApplication.translate("FollowUp", "Curve explained, nothing changes")
        return {"outcome": words, "outcome_code": CaseOutcome.ANSWERED}
    text = QCoreApplication.translate("FollowUp", "Agreed: {often} from {day}")
    outcome = text.format(
        often=often_word(draft.agreed_often), day=desk.formats.date(draft.agreed_on)
    )
    zone = desk.formats.zone
    day = follow_up_on(draft.agreed_on, desk.services.database.clock().astimezone(zone).date())
    due = datetime.combine(day, _AT, zone) if day is not None else None
    return {"outcome": outcome, "outcome_code": CaseOutcome.ANSWERED, "due_at": due}


def waits_until(draft: CaseDraft, desk: Desk) -> datetime | None:
    """Return until when the case waits for its follow-up; None where it can be closed now.

    Closed, it would be in no list of what is due; and what is compared stands in its wrap-up.
    """
    if draft.kind is not CaseKind.FREQUENCY_QUESTION or not draft.agreed or draft.due_at is None:
        return None
    return draft.due_at if draft.due_at > desk.services.database.clock() else None
