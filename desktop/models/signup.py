"""The state of a contact: a projection of its events, whatever order they arrive in.

    project(events, current_number, replaced_at=None) -> ContactProjection
    project_tuples(events, current_number, replaced_at=None) -> ProjectionTuple

The second is the rule itself, over bare tuples ``(kind, at, number)``: for an import that has a
million contacts. The first wraps it for everybody else. ``at`` may be anything that sorts as the
moments do, as long as all are of one kind (aware datetimes, or ISO texts in UTC).

The rules (``domain.md``, life cycle of a contact and rule 2; ``exchange-format.md``):

- *Suppressed* stands against everything, and nothing lifts it.
- A *stop* stands until a later *start*, the contact's own act. At one and the same moment the stop
  counts as the later one. A number that is only entered again stays unsubscribed: nobody
  unsubscribed ever gets an SMS again, and an entry proves nothing about who typed it.
- The last *start* makes a contact active, if it went to the service's current number; to a
  replaced one, re-registration pending. As long as the service has no other number (blocked but
  not replaced, or none known) the contact stays active.
- Everybody else is incomplete. A second entry begins the sign-up anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from desktop.models.states import ContactEventKind, ContactState

Moment = TypeVar("Moment", datetime, str)

_ENTERED = ContactEventKind.ENTERED
_STARTED = ContactEventKind.STARTED
_STOPPED = ContactEventKind.STOPPED
_SUPPRESSED = ContactEventKind.SUPPRESSED


@dataclass(frozen=True, slots=True)
class ContactEvent:
    """One thing that happened to a contact.

    ``number`` is the sender number (E.164) that received a start; None where it is not recorded,
    which means the service's number at that moment.
    """

    kind: ContactEventKind
    at: datetime
    number: str | None = None


@dataclass(frozen=True, slots=True)
class ContactProjection:
    """What follows from a contact's events.

    ``entered_at`` is the entry of the current sign-up, ``started_at`` and ``started_on`` the last
    start, ``stopped_at`` the last stop while it stands (None after a later start).
    """

    state: ContactState
    entered_at: datetime
    started_at: datetime | None
    started_on: str | None
    stopped_at: datetime | None


class ProjectionTuple(NamedTuple, Generic[Moment]):
    """The same as :class:`ContactProjection`, in the kind of moments that was given."""

    state: ContactState
    entered_at: Moment
    started_at: Moment | None
    started_on: str | None
    stopped_at: Moment | None


def project(
    events: Iterable[ContactEvent],
    current_number: str | None,
    replaced_at: datetime | None = None,
) -> ContactProjection:
    """Return where a contact stands.

    Args:
        events: Everything that happened to the contact, in any order.
        current_number: The sender number of the service now; None where it has none.
        replaced_at: When that number took the place of another; None where it is the first.

    Raises:
        ValueError: There is no event, so there is no contact.
    """
    plain = [(event.kind, event.at, event.number) for event in events]
    return ContactProjection(*project_tuples(plain, current_number, replaced_at))


def project_tuples(
    events: Sequence[tuple[ContactEventKind, Moment, str | None]],
    current_number: str | None,
    replaced_at: Moment | None = None,
) -> ProjectionTuple[Moment]:
    """Do what :func:`project` does, over tuples ``(kind, at, number)``."""
    last: dict[ContactEventKind, Moment] = {}
    for kind, at, _ in events:
        if kind not in last or at > last[kind]:
            last[kind] = at
    if not last:
        message = "a contact without any event is no contact"
        raise ValueError(message)
    started, stopped = last.get(_STARTED), last.get(_STOPPED)
    if stopped is not None and started is not None and started > stopped:
        stopped = None
    number, current = None, True
    if started is not None:
        number, current = _number_of_start(events, started, current_number, replaced_at)
    if _SUPPRESSED in last:
        state = ContactState.SUPPRESSED
    elif stopped is not None:
        state = ContactState.UNSUBSCRIBED
    elif started is None:
        state = ContactState.INCOMPLETE
    else:
        state = ContactState.ACTIVE if current else ContactState.RE_REGISTRATION_PENDING
    entered = last[_ENTERED] if _ENTERED in last else min(at for _, at, _ in events)
    return ProjectionTuple(state, entered, started, number, stopped)


def _number_of_start(
    events: Sequence[tuple[ContactEventKind, Moment, str | None]],
    started: Moment,
    current_number: str | None,
    replaced_at: Moment | None,
) -> tuple[str | None, bool]:
    """Return the number that received the last start, and whether it is the service's now.

    Of several starts in one moment the one on the current number counts: the contact is there.
    """
    numbers = {number for kind, at, number in events if kind == _STARTED and at == started}
    if current_number is None:
        return _any_of(numbers), True
    if current_number in numbers:
        return current_number, True
    if None in numbers and (replaced_at is None or started >= replaced_at):
        return None, True
    return _any_of(numbers), False


def _any_of(numbers: set[str | None]) -> str | None:
    """Return one of some numbers, the same one whatever the order of the events was."""
    return max((number for number in numbers if number is not None), default=None)
