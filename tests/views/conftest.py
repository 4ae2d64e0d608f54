"""What all tests of windows share: patience."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.support.window import PATIENCE_MS


class PatientBot(QtBot):
    """Waits as long as a busy computer needs; what is there is not waited for at all."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:  # noqa: ANN401
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp: QCoreApplication, request: pytest.FixtureRequest) -> PatientBot:
    assert qapp is QCoreApplication.instance()
    return PatientBot(request)
