"""A link that the system hands to the running application is a call."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.desk_message import DeskMessage
from desktop.views.opened_links import OpenedLinks


@pytest.mark.parametrize(
    ("link", "heard"),
    [
        ("tel:+43-676-6018159", [DeskMessage("+436766018159")]),
        ("tel:+43%20676%206018159;ext=5", [DeskMessage("+436766018159")]),
        ("tel:06766018159", [DeskMessage("06766018159")]),
        ("tel:winkler", []),
        ("file:///srv/contacts.csv", []),
    ],
)
def test_that_a_link_to_a_number_is_a_call(
    qtbot: QtBot, qapp: QApplication, link: str, heard: list[DeskMessage]
) -> None:
    links = OpenedLinks(qapp)
    told: list[object] = []
    links.arrived.connect(told.append)

    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl(link)))

    assert told == heard
    assert qtbot is not None
    links.setParent(None)
    qapp.removeEventFilter(links)
