"""Which SIM served which service when, and what a new report changes in that.

A span is never lengthened by an older report. A later claim on the same service or the same SIM
cuts it; so the result does not hang on the order in which exports are read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.tables import SimAssignment

_ALWAYS = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether a report changed a span, and whether the books hold something later against it."""

    changed: bool = False
    conflicts: bool = False


class Spans:
    """All spans, with what one import changes in them; ``touched`` are the services concerned."""

    def __init__(self, session: Session) -> None:
        self.touched: set[int] = set()
        self._session = session
        self._of_sim: defaultdict[int, list[SimAssignment]] = defaultdict(list)
        self._of_service: defaultdict[int, list[SimAssignment]] = defaultdict(list)
        for span in session.scalars(select(SimAssignment)):
            self._remember(span)

    def service_of(self, sim_id: int) -> int | None:
        """Return the service that a SIM serves now."""
        span = self._open_span(sim_id)
        return None if span is None else span.service_id

    def claim(
        self,
        sim_id: int,
        service_id: int,
        from_at: datetime | None,
        reported_at: datetime,
        free_since: datetime | None,
    ) -> Outcome:
        """Take in that a SIM serves a service from a moment on (None: not said).

        ``free_since`` is given when the books know something later of the SIM: unless it serves
        somebody now, it was free from then on.
        """
        known = self._known_span(sim_id, service_id, from_at)
        if known is not None:
            return self._confirm(known, from_at)
        if from_at is None and any(self._rivals(sim_id, service_id)):
            from_at = reported_at
        began = from_at or _ALWAYS
        until_at = min(
            (
                span.from_at
                for span in self._rivals(sim_id, service_id)
                if span.from_at is not None and span.from_at >= began
            ),
            default=None,
        )
        if until_at is None and free_since is not None and self._open_span(sim_id) is None:
            until_at = free_since
        self._cut_rivals(sim_id, service_id, began)
        self._add(
            SimAssignment(sim_id=sim_id, service_id=service_id, from_at=from_at, until_at=until_at)
        )
        return Outcome(changed=True, conflicts=until_at is not None)

    def release(self, sim_id: int, at: datetime | None) -> Outcome:
        """Take in that a SIM serves nobody since ``at``; None: the books know something later."""
        span = self._open_span(sim_id)
        if span is None:
            return Outcome()
        if at is None or at <= (span.from_at or _ALWAYS):
            return Outcome(conflicts=True)
        span.until_at = at
        self.touched.add(span.service_id)
        self._session.flush()
        return Outcome(changed=True)

    def _confirm(self, span: SimAssignment, from_at: datetime | None) -> Outcome:
        if span.until_at is not None:
            return Outcome(conflicts=True)
        if span.from_at is None and from_at is not None:
            span.from_at = from_at
            self.touched.add(span.service_id)
            return Outcome(changed=True)
        return Outcome()

    def _known_span(
        self, sim_id: int, service_id: int, from_at: datetime | None
    ) -> SimAssignment | None:
        """Return the span that a claim speaks of: the same beginning, or the one open now."""
        own = [span for span in self._of_sim[sim_id] if span.service_id == service_id]
        same = [span for span in own if from_at is not None and span.from_at == from_at]
        return next(iter(same or [span for span in own if span.until_at is None]), None)

    def _rivals(self, sim_id: int, service_id: int) -> Iterator[SimAssignment]:
        yield from self._of_sim[sim_id]
        yield from (span for span in self._of_service[service_id] if span.sim_id != sim_id)

    def _cut_rivals(self, sim_id: int, service_id: int, at: datetime) -> None:
        for span in self._rivals(sim_id, service_id):
            began, ended = span.from_at or _ALWAYS, span.until_at
            if began < at and (ended is None or ended > at):
                span.until_at = at
                self.touched.add(span.service_id)
        # The engines allow one open span only, and a unit of work would insert before it updates.
        self._session.flush()

    def _add(self, span: SimAssignment) -> None:
        self._session.add(span)
        self._session.flush()
        self._remember(span)
        self.touched.add(span.service_id)

    def _remember(self, span: SimAssignment) -> None:
        self._of_sim[span.sim_id].append(span)
        self._of_service[span.service_id].append(span)

    def _open_span(self, sim_id: int) -> SimAssignment | None:
        return next((span for span in self._of_sim[sim_id] if span.until_at is None), None)
