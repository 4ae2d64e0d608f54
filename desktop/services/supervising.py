"""Who may do what only a supervisor may: those whom the settings name, whatever their capitals."""

from __future__ import annotations

from collections.abc import Callable

from desktop.errors import SupervisorNeededError

Supervisors = Callable[[], frozenset[str]]
"""Names the supervisors of the moment, case-folded."""


def is_supervisor(agent: str, supervisors: Supervisors) -> bool:
    """Tell whether the settings name an agent as a supervisor."""
    return agent.strip().casefold() in supervisors()


def check_supervisor(agent: str, supervisors: Supervisors) -> None:
    """Refuse everybody else.

    Raises:
        SupervisorNeededError: the settings do not name the agent as a supervisor.

    """
    if not is_supervisor(agent, supervisors):
        raise SupervisorNeededError(agent)
