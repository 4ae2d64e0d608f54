"""How the loop that sends behaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.errors import StorageError
from desktop.services.sending.fence import Clocks
from desktop.services.sending.policy import Policy

MAX_CONNECTIONS = 8
_AFTER_STORAGE_ERROR_S = 5.0
_LOOK_AGAIN_S = 5.0


@dataclass(frozen=True, slots=True)
class SenderOptions:
    """How the loop behaves. ``on_trouble`` hears of a database that cannot be written (or None).

    A sender that waits for its turn looks each ``look_again_s`` whether the other one is there.
    """

    policy: Policy = field(default_factory=Policy)
    connections: int = MAX_CONNECTIONS
    unclear_in_a_row: int = MAX_CONNECTIONS + 2
    clocks: Clocks = field(default_factory=Clocks)
    storage_pause_s: float = _AFTER_STORAGE_ERROR_S
    look_again_s: float = _LOOK_AGAIN_S
    on_trouble: Callable[[StorageError | None], None] = lambda _error: None
