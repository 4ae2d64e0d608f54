"""A Qt binding that loses references to None or True ends the program after some thousand calls.

PySide6 6.12.0 does on Python 3.10 and 3.11, and a short test of the program passes all the same.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

_CALLS = 300
# Other code may take or drop a few references meanwhile; a leak is one for each call.
_NOISE = _CALLS // 10


def test_that_qt_calls_keep_the_reference_counts_of_none_and_true(
    qapp: QApplication, qtbot: QtBot
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    none_before, true_before = sys.getrefcount(None), sys.getrefcount(True)

    for _ in range(_CALLS):
        qapp.processEvents()
        widget.parentWidget()
        widget.setEnabled(True)
        widget.isEnabled()
        widget.update()

    assert abs(sys.getrefcount(None) - none_before) < _NOISE
    assert abs(sys.getrefcount(True) - true_before) < _NOISE
