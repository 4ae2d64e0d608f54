"""How a state looks: a colour, a ground and a shape. The word beside it comes from the page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.views.theme.tokens import Role


class StateKind(StrEnum):
    """The kinds of state that have a look of their own."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    UNCLEAR = "unclear"
    NEUTRAL = "neutral"
    WAITING = "waiting"
    GATEWAY = "gateway"
    PAUSED = "paused"
    EXCLUDED = "excluded"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class StateStyle:
    """Colour of shape and word, ground of a pill or banner, and the name of the shape's icon."""

    colour: Role
    ground: Role
    icon: str


_STYLES: dict[StateKind, StateStyle] = {
    StateKind.GOOD: StateStyle(Role.GOOD, Role.GOOD_GROUND, "circle-check"),
    StateKind.WARNING: StateStyle(Role.WARNING, Role.WARNING_GROUND, "triangle-alert"),
    StateKind.BAD: StateStyle(Role.BAD, Role.BAD_GROUND, "octagon-x"),
    StateKind.UNCLEAR: StateStyle(Role.UNCLEAR, Role.UNCLEAR_GROUND, "diamond-question"),
    StateKind.NEUTRAL: StateStyle(Role.MUTED, Role.NEUTRAL_GROUND, "circle-minus"),
    StateKind.WAITING: StateStyle(Role.MUTED, Role.NEUTRAL_GROUND, "clock"),
    StateKind.GATEWAY: StateStyle(Role.MUTED, Role.NEUTRAL_GROUND, "circle-arrow-right"),
    StateKind.PAUSED: StateStyle(Role.MUTED, Role.NEUTRAL_GROUND, "pause-lines"),
    StateKind.EXCLUDED: StateStyle(Role.MUTED, Role.NEUTRAL_GROUND, "ban"),
    StateKind.CANCELLED: StateStyle(Role.MUTED, Role.NEUTRAL_GROUND, "square"),
}


def state_style(kind: StateKind) -> StateStyle:
    """Colour, ground and shape of a state."""
    return _STYLES[kind]
