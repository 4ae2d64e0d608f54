"""Whether things may move on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle


def animations_on() -> bool:
    """Whether the system lets programs animate; where it does not say, they may."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
