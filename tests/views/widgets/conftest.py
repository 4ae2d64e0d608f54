"""Widgets are tested in the light scheme at 100 %."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.views.theme import Scheme, ThemeManager


@pytest.fixture(scope="session")
def theme_manager(qapp: QApplication) -> ThemeManager:
    return ThemeManager(qapp)


@pytest.fixture(autouse=True)
def light(theme_manager: ThemeManager) -> None:
    theme_manager.apply(Scheme.LIGHT, 1.0)
