"""What a reminder brought, beside comparable sign-ups that got none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.models.frequency.rates import Estimate, share_of


@dataclass(frozen=True, slots=True)
class Within:
    """What became of some sign-ups within a span after one moment of each.

    Judged are those alone whose span is over: ``over`` of them, ``started`` in time. ``open`` are
    those whose span still runs, ``open_started`` of them have started already: they stay out of the
    share, because who has not started yet is no failure. ``lost`` got a reminder of their own
    before the span was over: from then on they tell nothing about sign-ups without one.
    """

    span: timedelta
    over: int
    started: int
    open: int = 0
    open_started: int = 0
    lost: int = 0

    @property
    def total(self) -> int:
        """All that were watched."""
        return self.over + self.open + self.lost

    @property
    def share(self) -> Estimate | None:
        """Which share of the judged started (0..1), by Wilson; None while none is judged."""
        return share_of(self.started, self.over) if self.over else None


@dataclass(frozen=True, slots=True)
class Compared:
    """Sign-ups with a reminder and comparable ones without, within the same span."""

    reminded: Within
    others: Within

    @property
    def difference(self) -> Estimate | None:
        """How many more of the reminded started (share), by Newcombe; None without both sides."""
        if not self.reminded.over or not self.others.over:
            return None
        from desktop.models.frequency.trial_result import newcombe

        return newcombe(
            self.reminded.started, self.reminded.over, self.others.started, self.others.over
        )


@dataclass(frozen=True, slots=True)
class ReminderEffect:
    """The effect of one dispatch, or of all of a service.

    ``sent`` SMS left or may have left; ``already`` of their recipients had in truth started, or
    were gone, before (an export told it later) and are not counted: sent = already + reminded.
    ``since`` is the first moment of a reminder.
    """

    since: datetime
    sent: int
    already: int
    day: Compared
    week: Compared


@dataclass(frozen=True, slots=True)
class ServiceEffect:
    """What all reminders of one service brought."""

    service_id: int
    service: str
    dispatches: int
    effect: ReminderEffect
