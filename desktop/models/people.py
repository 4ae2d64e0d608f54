"""Names of people who sign for something: when two of them are two people."""

from __future__ import annotations


def is_another_person(name: str, first: str) -> bool:
    """Return whether ``name`` is a name, and not the first person's in another spelling."""
    return bool(_plain(name)) and _plain(name) != _plain(first)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
