"""What the audit log of the demo says: the acts that led to its cases, dispatches and notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from desktop.models.states import CaseState, DispatchState, SmsState
from desktop.services.demo.case_rows import CaseRows
from desktop.services.demo.drafts import VERIFIED_AFTER
from desktop.services.demo.rows import Rows
from desktop.services.storage.audit import Act

_RECORDED_AFTER = timedelta(minutes=1)
"""From the verification of the caller until the request stands."""

_ACT_OF_ENDED = {
    DispatchState.PAUSED: "dispatch_paused",
    DispatchState.STOPPED: "dispatch_stopped",
}


def acts_in(books: CaseRows, notes: Rows) -> list[Act]:
    """Return the acts behind the rows of the demo, the oldest first."""
    acts = [*_of_cases(books), *_of_dispatches(books), *_of_notes(notes)]
    return sorted(acts, key=lambda act: act.at)


def _of_cases(books: CaseRows) -> Iterator[Act]:
    for case in books.cases:
        yield _on_case(case, "case_opened", case["opened_at"], {"kind": case["kind"].value})
        if case["state"] is CaseState.PAUSED:
            facts = {"reason": case["paused_reason"]}
            yield _on_case(case, "case_paused", case["changed_at"], facts)
        if case["closed_at"] is not None:
            yield _on_case(case, "case_closed", case["closed_at"], {"outcome": case["outcome"]})
    cases = {case["id"]: case for case in books.cases}
    for request in books.requests:
        case = cases[request["case_id"]]
        facts = {
            "request": request["id"],
            "channel": request["channel"].value,
            "verified_by": request["verification_method"].value,
            "verification": request["verification_result"].value,
            "wish": request["wish"],
            "requester": request["requester"],
        }
        recorded_at = case["opened_at"] + VERIFIED_AFTER + _RECORDED_AFTER
        yield _on_case(case, "request_recorded", recorded_at, facts)


def _on_case(case: dict[str, Any], name: str, at: datetime, facts: dict[str, Any]) -> Act:
    return Act(name, case["owner"], at, facts, case["customer_id"], case["id"])


def _of_dispatches(books: CaseRows) -> Iterator[Act]:
    last_at: dict[int, datetime] = {one["id"]: one["released_at"] for one in books.dispatches}
    cancelled = Counter(
        sms["dispatch_id"] for sms in books.sms if sms["state"] is SmsState.CANCELLED
    )
    for sms in books.sms:
        if sms["sent_at"] is not None:
            last_at[sms["dispatch_id"]] = max(last_at[sms["dispatch_id"]], sms["sent_at"])
    for dispatch in books.dispatches:
        facts = {
            "recipients": dispatch["recipients"],
            "listed": dispatch["listed"],
            "request": dispatch["request_id"],
            "gateway": dispatch["gateway"],
            "test_mode": dispatch["test_mode"],
            "second": dispatch["second_released_by"],
        }
        yield _on_dispatch(dispatch, "dispatch_released", dispatch["released_at"], facts)
        if dispatch["state"] in _ACT_OF_ENDED:
            facts = {
                "reason": dispatch["state_reason"],
                "cancelled": cancelled[dispatch["id"]],
            }
            act = _ACT_OF_ENDED[dispatch["state"]]
            yield _on_dispatch(dispatch, act, last_at[dispatch["id"]], facts)


def _on_dispatch(dispatch: dict[str, Any], name: str, at: datetime, facts: dict[str, Any]) -> Act:
    known = {"dispatch": dispatch["dispatch_no"], **facts}
    return Act(
        name, dispatch["released_by"], at, known, dispatch["customer_id"], dispatch["case_id"]
    )


def _of_notes(notes: Rows) -> Iterator[Act]:
    for note in notes:
        names = ("note_added", "note_pinned") if note["pinned"] else ("note_added",)
        for name in names:
            facts = {"note": note["id"], "text": note["text"]}
            yield Act(name, note["agent"], note["written_at"], facts, note["customer_id"])
