"""Cases: one guided workflow for one request, saved with every change, open to colleagues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import ConflictError, TransitionError
from desktop.models.case_flow import CaseStep, steps_in
from desktop.models.case_json import from_json
from desktop.models.changes import Change
from desktop.models.records.cases import CaseCounts, CaseRecord, NewRequest
from desktop.models.records.overview import CaseLine
from desktop.models.states import CaseKind, CaseOutcome, CaseState
from desktop.models.tables import Case, CustomerRequest
from desktop.services.case_lists import CaseChoice, counts_of, lines_of
from desktop.services.case_rows import fill_request, record_of
from desktop.services.case_writing import get_case, touch, write_down
from desktop.services.storage.database import Database
from desktop.services.storage.numbering import next_number

_BEFORE_RELEASE = (CaseState.DRAFT, CaseState.VERIFIED, CaseState.PREPARED)
_RELEASED = (CaseState.RELEASED, CaseState.SENDING)


class Cases:
    """Opens, saves, pauses and closes cases."""

    def __init__(self, database: Database) -> None:
        """Keep the cases in ``database``."""
        self._database = database

    def open(
        self,
        kind: CaseKind,
        customer_id: int,
        service_id: int | None,
        draft: Mapping[str, Any],
        agent: str,
    ) -> CaseRecord:
        """Begin a case and give it its number.

        Raises:
            StorageError: it could not be saved.

        """
        now = self._database.clock()
        with self._database.write(Change.CASES) as session:
            found = Case(
                case_no=next_number(session, Case.case_no, "V", now),
                kind=kind,
                customer_id=customer_id,
                service_id=service_id,
                state=CaseState.DRAFT,
                owner=agent,
                opened_at=now,
                changed_at=now,
                draft=dict(draft),
            )
            session.add(found)
            session.flush()
            self._write_down(session, found, "case_opened", agent, {"kind": kind.value})
            return record_of(session, found)

    def get(self, case_id: int) -> CaseRecord:
        """Return a case.

        Raises:
            NotFoundError: there is no such case.

        """
        with self._database.read() as session:
            return record_of(session, get_case(session, case_id))

    def save(
        self,
        case_id: int,
        draft: Mapping[str, Any],
        *,
        step: str,
        state: CaseState,
        revision: int,
        agent: str,
    ) -> CaseRecord:
        """Keep what the agent has typed so far; called while typing.

        ``state`` is what the draft has reached before the release (draft, verified, prepared);
        from the release on the state follows the dispatch.

        Raises:
            ConflictError: a colleague saved the case meanwhile; nothing was changed.
            NotFoundError: there is no such case.

        """
        with self._database.write(Change.CASES) as session:
            found = get_case(session, case_id)
            if found.revision != revision:
                raise ConflictError(found.case_no)
            found.draft = dict(draft)
            found.step = step
            if found.state in _BEFORE_RELEASE:
                found.state = state
            if found.state is not CaseState.PAUSED:
                found.due_at = _follow_up(draft)
            self._touch(found)
            return record_of(session, found)

    def record_request(self, case_id: int, request: NewRequest, agent: str) -> CaseRecord:
        """Record the customer's request, or correct it as long as nothing has been released.

        Raises:
            TransitionError: a dispatch already stands on it.
            NotFoundError: there is no such case.

        """
        with self._database.write(Change.CASES) as session:
            found = get_case(session, case_id)
            if found.state not in (*_BEFORE_RELEASE, CaseState.PAUSED):
                raise TransitionError("request", found.state, "changed")
            row = session.scalar(select(CustomerRequest).where(CustomerRequest.case_id == case_id))
            if row is None:
                row = CustomerRequest(customer_id=found.customer_id, case_id=case_id)
                session.add(row)
            fill_request(row, request, agent)
            session.flush()
            self._touch(found)
            facts = {
                "request": row.id,
                "channel": request.channel.value,
                "verified_by": request.verification_method.value,
                "verification": request.verification_result.value,
                "wish": request.wish,
                "requester": request.requester,
            }
            self._write_down(session, found, "request_recorded", agent, facts)
            return record_of(session, found)

    def pause(
        self, case_id: int, *, reason: str, due_at: datetime | None, agent: str
    ) -> CaseRecord:
        """Lay a case aside, for instance until a call-back; without one a follow-up date stands.

        Raises:
            TransitionError: it is closed, or already paused.

        """
        with self._database.write(Change.CASES) as session:
            found = get_case(session, case_id)
            if found.state not in _BEFORE_RELEASE:
                raise TransitionError("case", found.state, CaseState.PAUSED)
            found.draft = {**found.draft, "paused_in": found.state.value}
            found.state = CaseState.PAUSED
            found.paused_reason = reason
            found.due_at = due_at or _follow_up(found.draft)
            self._touch(found)
            self._write_down(session, found, "case_paused", agent, {"reason": reason})
            return record_of(session, found)

    def resume(self, case_id: int, agent: str) -> CaseRecord:
        """Take a paused case up again where it was; whoever does owns it from now on.

        Raises:
            TransitionError: it is not paused.

        """
        with self._database.write(Change.CASES) as session:
            found = get_case(session, case_id)
            if found.state is not CaseState.PAUSED:
                raise TransitionError("case", found.state, "resumed")
            draft = dict(found.draft)
            found.state = CaseState(draft.pop("paused_in", CaseState.DRAFT.value))
            found.draft = draft
            found.paused_reason = ""
            found.due_at = _follow_up(draft)
            before, found.owner = found.owner, agent
            self._touch(found)
            self._write_down(session, found, "case_resumed", agent, {"owner_before": before})
            return record_of(session, found)

    def abandon(
        self,
        case_id: int,
        *,
        reason: str,
        agent: str,
        code: CaseOutcome = CaseOutcome.OTHER,
    ) -> CaseRecord:
        """Close a case before its release, with a reason; its follow-up date stays.

        Raises:
            TransitionError: it has been released or closed.

        """
        with self._database.write(Change.CASES) as session:
            found = get_case(session, case_id)
            if found.state not in (*_BEFORE_RELEASE, CaseState.PAUSED):
                raise TransitionError("case", found.state, CaseState.ABANDONED)
            found.state = CaseState.ABANDONED
            self._close(session, found, reason, code, agent)
            return record_of(session, found)

    def close(
        self,
        case_id: int,
        *,
        outcome: str,
        agent: str,
        code: CaseOutcome = CaseOutcome.OTHER,
    ) -> CaseRecord:
        """Close a released case, or one that sends nothing, with its outcome.

        Its follow-up date stays: ``services.follow_ups`` settles it.

        Raises:
            TransitionError: what it is to send has not been released yet, or it is closed.

        """
        with self._database.write(Change.CASES) as session:
            found = get_case(session, case_id)
            draft = replace(from_json(found.draft), kind=found.kind)
            sends = CaseStep.SENDING in steps_in(draft)
            if found.state not in (_RELEASED if sends else _BEFORE_RELEASE):
                raise TransitionError("case", found.state, CaseState.DONE)
            found.state = CaseState.DONE
            self._close(session, found, outcome, code, agent)
            return record_of(session, found)

    def lines(
        self,
        choice: CaseChoice,
        agent: str,
        *,
        customer_id: int | None = None,
        due_before: datetime | None = None,
    ) -> tuple[CaseLine, ...]:
        """Return the cases of a list: what is due first, then what changed last.

        Those that are due before ``due_before`` are due; without it, those due by now.
        """
        before = due_before or self._database.clock()
        with self._database.read() as session:
            return lines_of(session, choice, agent, due_before=before, customer_id=customer_id)

    def counts(self, agent: str, *, due_before: datetime | None = None) -> CaseCounts:
        """Return how many cases each list holds."""
        with self._database.read() as session:
            return counts_of(session, agent, due_before or self._database.clock())

    def _touch(self, found: Case) -> None:
        touch(found, self._database.clock())

    def _close(
        self, session: Session, found: Case, outcome: str, code: CaseOutcome, agent: str
    ) -> None:
        found.outcome = outcome
        found.outcome_code = code
        found.closed_at = self._database.clock()
        found.due_at = _follow_up(found.draft)
        self._touch(found)
        facts = {"outcome": outcome, "code": code.value}
        if found.due_at is not None:
            facts["follow_up"] = found.due_at.isoformat()
        self._write_down(session, found, "case_closed", agent, facts)

    def _write_down(
        self, session: Session, found: Case, act: str, agent: str, facts: Mapping[str, Any]
    ) -> None:
        write_down(session, found, act, agent=agent, at=self._database.clock(), facts=facts)


def _follow_up(draft: Mapping[str, Any]) -> datetime | None:
    """Return when a case is to be looked at again, as its wrap-up says."""
    return from_json(draft).due_at


__all__ = ["CaseChoice", "Cases"]
