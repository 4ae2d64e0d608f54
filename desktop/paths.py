"""Where things lie: the resources beside the program, and the user's own directories."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "solution-desk"


def resources_dir() -> Path:
    """Return the folder of icons, fonts, translations and texts, from source or frozen."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"


def data_dir() -> Path:
    """Return the user's data folder; the embedded database lies here."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def config_dir() -> Path:
    """Return the user's folder for window state and local choices."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def log_dir() -> Path:
    """Return the user's folder for logs."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))


def default_database_path() -> Path:
    """Return the file of the embedded database."""
    return data_dir() / "desk.sqlite"


def runtime_dir() -> Path:
    """Return the user's folder for sockets and locks of programs that run; it may not be there."""
    if not hasattr(os, "getuid") or sys.platform == "darwin":
        return Path(platformdirs.user_runtime_dir(APP_NAME, appauthor=False))
    given = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return given / APP_NAME if given.is_absolute() else data_dir() / "run"
