from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.front_stack import FrontStack


def _of_height(height: int) -> QWidget:
    widget = QWidget()
    widget.setMinimumHeight(height)
    return widget


def test_that_only_the_widget_in_front_takes_room(qtbot: QtBot) -> None:
    low, tall = _of_height(40), _of_height(400)
    stack = FrontStack(low, tall)
    qtbot.addWidget(stack)

    assert stack.minimumSizeHint().height() == 40
    stack.bring(tall)

    assert stack.minimumSizeHint().height() == 400
    assert low.isHidden()
    assert stack.front is tall


def test_that_a_widget_let_go_is_no_longer_shown(qtbot: QtBot) -> None:
    only = _of_height(40)
    stack = FrontStack(only)
    qtbot.addWidget(stack)

    stack.remove(only)

    assert stack.front is None
    assert only.isHidden()
