"""What belongs to one person at one computer: window, language, look, size of text, name."""

from __future__ import annotations

import getpass

from PySide6.QtCore import QSettings

from desktop.paths import config_dir
from desktop.views.theme import Scheme

LANGUAGE = "language"
SCHEME = "scheme"
TEXT_SIZE = "text_size"
"""In percent; 0 is what the system's font says."""
ALERTS = "desktop_alerts"


def local_settings() -> QSettings:
    """Return the choices of this person at this computer."""
    return QSettings(str(config_dir() / "window.ini"), QSettings.Format.IniFormat)


def chosen_scheme(settings: QSettings) -> Scheme:
    """Return the look that was chosen; what is no look is the system's."""
    try:
        return Scheme(str(settings.value(SCHEME, Scheme.SYSTEM.value)))
    except ValueError:
        return Scheme.SYSTEM


def chosen_scale(settings: QSettings) -> float | None:
    """Return the scale of text and sizes, 1.0 to 2.0; None is what the system's font says."""
    text = str(settings.value(TEXT_SIZE, "0"))
    percent = int(text) if text.isdecimal() else 0
    return percent / 100 if percent else None


def wants_alerts(settings: QSettings) -> bool:
    """Tell whether numbers that get worse are told on the desktop, too."""
    return settings.value(ALERTS, True, bool) is True


def account_name() -> str:
    """Return what the system calls this person, until they say otherwise."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "Agent"
