"""One picture of all cards of the demo: is the number blocked, since when, and what now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea

from desktop.app import DeskApp
from desktop.views.driver import Driver, NotSeenError
from desktop.views.theme import Role, color, px

COLUMNS = 5
_GAP, _HEADING = 16, 40


def every_sim(driver: Driver, desk: DeskApp, path: Path) -> None:
    """Open one card after the other, and lay what stands at its top side by side."""
    rows = desk.services.sims.list().rows
    tops = [_top(driver, desk, row.sim_id, row.msisdn) for row in rows]
    lines = [tops[begin : begin + COLUMNS] for begin in range(0, len(tops), COLUMNS)]
    gap = px(_GAP)
    width = COLUMNS * (max(top.width() for top in tops) + gap)
    heights = [max(top.height() for top in line) + gap for line in lines]
    sheet = QPixmap(width, sum(heights))
    sheet.fill(color(Role.BASE))
    painter = QPainter(sheet)
    y = 0
    for line, height in zip(lines, heights, strict=True):
        for place, top in enumerate(line):
            painter.drawPixmap(place * width // COLUMNS, y, top)
        y += height
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(str(path))


def _top(driver: Driver, desk: DeskApp, sim_id: int, number: str) -> QPixmap:
    """Return what a card shows of its state: all that stands above its history."""
    desk.desk.navigator.sim_wanted.emit(sim_id)
    shown = desk.desk.formats.phone(number)
    driver.waits_for(shown, lambda: _text(driver, "sim_number") == shown)
    driver.settles()
    (scroll,) = driver.finds("sim_card").findChildren(QScrollArea)
    content = scroll.widget()
    if content is None:
        raise NotSeenError(shown)
    below = driver.finds("sim_history").mapTo(content, QPoint()).y() - px(_HEADING)
    return content.grab(QRect(0, 0, content.width(), below))


def _text(driver: Driver, name: str) -> str:
    label = driver.finds(name)
    return label.text() if isinstance(label, QLabel) else ""
