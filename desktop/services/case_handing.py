"""Who works on a case: who has it open, and how it goes from one agent to another."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.errors import InvalidValueError, TransitionError
from desktop.models.case_lease import CaseLease, lease_after
from desktop.models.changes import Change
from desktop.models.records.cases import CaseRecord
from desktop.models.tables import Case, CaseHold, Note
from desktop.services.case_rows import CLOSED, lease_of, record_of
from desktop.services.case_writing import get_case, touch, write_down
from desktop.services.notes import LONGEST_NOTE
from desktop.services.storage.database import Database


class CaseHanding:
    """Keeps the leases of open cases, and hands cases over."""

    def __init__(self, database: Database) -> None:
        """Keep the leases in ``database``; its clock says when one has ended."""
        self._database = database

    def hold(self, case_id: int, agent: str) -> CaseLease:
        """Open a case, or go on with it; return who has it open now.

        Only the first hold is told to the other desks: a renewed lease changes nothing for them.

        Raises:
            NotFoundError: there is no such case.
            StorageError: it could not be saved.

        """
        now = self._database.clock()
        with self._database.read() as session:
            held = lease_of(session.get(CaseHold, case_id))
        is_new = held is None or held.agent != agent or not held.is_live(now)
        with self._database.write(*([Change.CASES] if is_new else [])) as session:
            get_case(session, case_id)
            row = session.get(CaseHold, case_id)
            lease = lease_after(lease_of(row), agent, now)
            _keep(session, case_id, row, lease)
            return lease

    def let_go(self, case_id: int, agent: str) -> None:
        """Put a case away; nothing happens where a colleague has taken it over.

        Raises:
            StorageError: it could not be saved; the lease ends by itself.

        """
        with self._database.write(Change.CASES) as session:
            row = session.get(CaseHold, case_id)
            if row is not None and row.agent == agent:
                session.delete(row)

    def take_over(self, case_id: int, *, note: str, agent: str) -> CaseRecord:
        """Make a colleague's case one's own; whoever has it open can change nothing any more.

        The note stands among those of the case, the act in the audit log.

        Raises:
            InvalidValueError: no note says why.
            TransitionError: the case is closed.
            NotFoundError: there is no such case.

        """
        if not note.strip():
            raise InvalidValueError("note", "missing")
        now = self._database.clock()
        with self._database.write(Change.CASES, Change.NOTES) as session:
            found = get_case(session, case_id)
            if found.state in CLOSED:
                raise TransitionError("case", found.state, "taken_over")
            before, found.owner = found.owner, agent
            touch(found, now)
            lease = lease_after(None, agent, now)
            _keep(session, case_id, session.get(CaseHold, case_id), lease)
            self._write_down(session, found, before, note.strip(), agent)
            session.flush()
            return record_of(session, found)

    def _write_down(
        self, session: Session, found: Case, before: str, note: str, agent: str
    ) -> None:
        now = self._database.clock()
        session.add(
            Note(
                customer_id=found.customer_id,
                case_id=found.id,
                written_at=now,
                changed_at=now,
                agent=agent,
                text=note[:LONGEST_NOTE],
            )
        )
        facts = {"owner_before": before, "note": note}
        write_down(session, found, "case_taken_over", agent=agent, at=now, facts=facts)


def _keep(session: Session, case_id: int, row: CaseHold | None, lease: CaseLease) -> None:
    if row is None:
        row = CaseHold(case_id=case_id)
        session.add(row)
    row.agent, row.since, row.until = lease.agent, lease.since, lease.until
