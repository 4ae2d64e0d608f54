"""The shared settings in the database: read forgivingly, written with care and an audit entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, replace
from typing import Any, ClassVar, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import InvalidValueError, NotFoundError
from desktop.models.changes import Change
from desktop.models.field_problems import FieldProblem, Problem
from desktop.models.settings import DeskSettings, RejectedSetting
from desktop.models.tables import Setting
from desktop.models.types import Clock
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.settings_codec import decode, encode_record


class Section(Protocol):
    """One part of the settings: a frozen record that knows what in it cannot be."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def problems(self) -> Iterator[FieldProblem]:
        """Yield a ``FieldProblem`` for each field that holds what cannot be."""


S = TypeVar("S", bound=Section)


class SettingsStore:
    """Reads and writes the settings that all agents of a database share."""

    def __init__(self, database: Database, clock: Clock | None = None) -> None:
        """Work on ``database``, by its clock unless the changes belong to another moment."""
        self._database = database
        self._clock = clock

    def load(self) -> DeskSettings:
        """Return the settings; a stored value that cannot be used leaves the default and a note.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            stored = {
                row.key: row.value
                for row in session.scalars(select(Setting))
                if isinstance(row.value, dict)
            }
        settings = DeskSettings()
        rejected: list[RejectedSetting] = []
        for name in section_names():
            section, unusable = _readable(getattr(settings, name), stored.get(name, {}))
            settings = replace(settings, **{name: section})
            rejected += [RejectedSetting(name, one.field, one.problem) for one in unusable]
        return replace(settings, rejected=tuple(rejected))

    def save(self, section: str, value: Section, agent: str) -> None:
        """Write one section; what a newer program keeps in it stays.

        Raises:
            InvalidValueError: a field holds what cannot be; nothing was changed.
            NotFoundError: there is no section of this name.
            StorageError: the database cannot be written; nothing was changed.

        """
        if section not in section_names():
            raise NotFoundError("settings", section)
        for problem in value.problems():
            raise InvalidValueError(problem.field, problem.problem)
        now = (self._clock or self._database.clock)()
        with self._database.write(Change.SETTINGS) as session:
            before = _stored(session, section)
            after = {**before, **encode_record(value)}
            session.merge(Setting(key=section, value=after, changed_at=now, changed_by=agent))
            facts = {"section": section, "changed": _changes(before, after)}
            audit.record(session, audit.Act("settings.saved", agent, now, facts))


def section_names() -> tuple[str, ...]:
    """Return the names of the sections, in their order."""
    return tuple(one.name for one in fields(DeskSettings) if one.name != "rejected")


def _stored(session: Session, section: str) -> dict[str, Any]:
    row = session.get(Setting, section)
    return dict(row.value) if row is not None and isinstance(row.value, dict) else {}


def _readable(default: S, stored: Mapping[str, Any]) -> tuple[S, list[FieldProblem]]:
    section, wrong_type = decode(default, stored)
    problems = [FieldProblem(name, Problem.NOT_A_VALUE) for name in wrong_type]
    for problem in list(section.problems()):
        problems.append(problem)
        section = replace(section, **{problem.field: getattr(default, problem.field)})
    return section, problems


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[Any]]:
    return {
        name: [before.get(name), value]
        for name, value in after.items()
        if before.get(name) != value
    }
