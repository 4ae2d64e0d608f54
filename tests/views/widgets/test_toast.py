from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.views.theme import StateKind
from desktop.views.widgets.toast import Toast


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    yield made
    made.close()


def test_that_a_toast_stands_over_the_foot_of_its_page(page: QWidget) -> None:
    toast = Toast(page)

    toast.tell("Saved as chart.png", StateKind.GOOD)

    assert toast.isVisible()
    assert toast.accessibleName() == "Saved as chart.png"
    assert abs(toast.geometry().center().x() - page.rect().center().x()) <= 1
    assert toast.geometry().bottom() < page.height()


def test_that_a_toast_keeps_its_place_when_the_page_grows(page: QWidget) -> None:
    toast = Toast(page)
    toast.tell("Copied")
    before = toast.y()

    page.resize(600, 500)

    assert toast.y() == before + 100


def test_that_a_toast_goes_away_by_itself(qtbot: QtBot, page: QWidget) -> None:
    toast = Toast(page)
    toast._timer.setInterval(1)

    toast.tell("Copied")

    qtbot.waitUntil(toast.isHidden)


def test_that_a_toast_goes_away_with_its_page(page: QWidget) -> None:
    toast = Toast(page)
    toast.tell("Copied")

    page.hide()

    assert toast.isHidden()
