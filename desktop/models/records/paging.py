"""What all long lists have in common that are read page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

PAGE_ROWS = 200
"""So many rows of a list are read at once."""

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Anchors(Generic[Key]):
    """How long a list is, and the key of the first row of each of its pages."""

    total: int
    keys: tuple[Key, ...]
