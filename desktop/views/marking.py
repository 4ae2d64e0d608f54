"""Marks texts that stand in a table and are translated where they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return ``text`` as it is; Qt's tool reads the call by this name and collects the text.

    Qt's own function of this name does the same, but says of its result only that it is an object.
    """
    return text
