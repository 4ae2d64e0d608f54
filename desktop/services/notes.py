"""Notes that agents keep on a customer: saved while typing, with the time they were begun."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.changes import Change
from desktop.models.records.customers import NoteRecord
from desktop.models.tables import Note
from desktop.services.storage import audit
from desktop.services.storage.database import Database

LONGEST_NOTE = 10_000


class Notes:
    """Writes and reads notes."""

    def __init__(self, database: Database) -> None:
        """Keep the notes in ``database``."""
        self._database = database

    def of_customer(self, customer_id: int) -> tuple[NoteRecord, ...]:
        """Return all notes on a customer, the newest first."""
        with self._database.read() as session:
            return notes_of(session, customer_id)

    def of_case(self, case_id: int) -> tuple[NoteRecord, ...]:
        """Return the notes of a case in the order in which they were written."""
        with self._database.read() as session:
            statement = select(Note).where(Note.case_id == case_id).order_by(Note.written_at)
            return tuple(_record(note) for note in session.scalars(statement))

    def add(
        self, customer_id: int, text: str, agent: str, *, case_id: int | None = None
    ) -> NoteRecord:
        """Write a new note.

        Raises:
            StorageError: it could not be saved.

        """
        now = self._database.clock()
        with self._database.write(Change.NOTES) as session:
            note = Note(
                customer_id=customer_id,
                case_id=case_id,
                written_at=now,
                changed_at=now,
                agent=agent,
                text=text[:LONGEST_NOTE],
            )
            session.add(note)
            session.flush()
            _write_down(session, note, "note_added", agent)
            return _record(note)

    def change(self, note_id: int, text: str, agent: str) -> NoteRecord:
        """Replace the text of a note that is still being typed; empty text takes it away.

        Raises:
            NotFoundError: a colleague took it away meanwhile.

        """
        with self._database.write(Change.NOTES) as session:
            note = _get(session, note_id)
            note.text = text[:LONGEST_NOTE]
            note.changed_at = self._database.clock()
            if text.strip():
                return _record(note)
            record = _record(note)
            _write_down(session, note, "note_removed", agent)
            session.delete(note)
            return record

    def pin(self, note_id: int, agent: str, *, pinned: bool) -> None:
        """Pin a note so that it is read first, or unpin it; one is pinned for each customer."""
        with self._database.write(Change.NOTES) as session:
            note = _get(session, note_id)
            for other in session.scalars(
                select(Note).where(Note.customer_id == note.customer_id, Note.pinned)
            ):
                other.pinned = False
            note.pinned = pinned
            _write_down(session, note, "note_pinned" if pinned else "note_unpinned", agent)


def notes_of(session: Session, customer_id: int) -> tuple[NoteRecord, ...]:
    """Return all notes on a customer, the newest first."""
    statement = (
        select(Note)
        .where(Note.customer_id == customer_id)
        .order_by(Note.written_at.desc(), Note.id.desc())
    )
    return tuple(_record(note) for note in session.scalars(statement))


def _get(session: Session, note_id: int) -> Note:
    note = session.get(Note, note_id)
    if note is None:
        raise NotFoundError("note", str(note_id))
    return note


def _write_down(session: Session, note: Note, act: str, agent: str) -> None:
    audit.record(
        session,
        audit.Act(
            name=act,
            actor=agent,
            at=note.changed_at,
            facts={"note": note.id, "text": note.text},
            customer_id=note.customer_id,
            case_id=note.case_id,
        ),
    )


def _record(note: Note) -> NoteRecord:
    return NoteRecord(
        id=note.id,
        customer_id=note.customer_id,
        case_id=note.case_id,
        written_at=note.written_at,
        changed_at=note.changed_at,
        agent=note.agent,
        text=note.text,
        pinned=note.pinned,
    )
