"""The line icons, recoloured from the palette and drawn sharp at any pixel ratio."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.paths import resources_dir
from desktop.views.theme.fonts import px, scale
from desktop.views.theme.tokens import Role, color

BUTTON_SIZE, LIST_SIZE, STATE_SIZE = 16, 20, 14
_STROKES = {12: 2.0, STATE_SIZE: 2.0, LIST_SIZE: 1.6}
_STROKE = 1.75


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _image(name: str, colour: str, side: int, stroke: float) -> QImage:
    """The icon in `colour` on a square of `side` device pixels.

    An image, not a pixmap: it may outlive the application, as a cached one does.
    """
    text = _source(name).replace("currentColor", colour)
    text = text.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def _stroke_for(size: float) -> float:
    return _STROKES.get(round(size), _STROKE)


def draw_icon(painter: QPainter, name: str, role: Role, rect: QRectF, *, size: float = 0) -> None:
    """Draw an icon into a square. `size` is its size in px at 100 %, for the line's width."""
    ratio = painter.device().devicePixelRatio()
    side = max(1, round(rect.width() * ratio))
    stroke = _stroke_for(size or rect.width() / scale())
    painter.drawImage(rect, _image(name, color(role).name(), side, stroke))


class _Engine(QIconEngine):
    """Draws an icon in the colours of the moment, so that a change of scheme reaches it."""

    def __init__(self, name: str, role: Role, size: int) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._size = size

    def _role_in(self, mode: QIcon.Mode) -> Role:
        return Role.DISABLED if mode == QIcon.Mode.Disabled else self._role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        draw_icon(painter, self._name, self._role_in(mode), square, size=self._size)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self,
        size: QSize,
        mode: QIcon.Mode,
        state: QIcon.State,
        ratio: float,
    ) -> QPixmap:
        side = min(size.width(), size.height())
        colour = color(self._role_in(mode)).name()
        image = _image(self._name, colour, max(1, side), _stroke_for(self._size))
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._size)


def icon(name: str, role: Role = Role.TEXT, size: int = BUTTON_SIZE) -> QIcon:
    """An icon by its Lucide name, in a role's colour; it follows the scheme by itself.

    Raises FileNotFoundError when it is drawn and no icon of that name is bundled.
    """
    return QIcon(_Engine(name, role, size))


def icon_pixmap(name: str, role: Role, size: int, ratio: float = 1.0) -> QPixmap:
    """A picture of an icon, `size` px at 100 %. It does not follow the scheme: draw it anew."""
    side = round(px(size) * ratio)
    pixmap = QPixmap.fromImage(_image(name, color(role).name(), side, _stroke_for(size)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon_names() -> list[str]:
    """The names of all bundled icons."""
    return sorted(file.stem for file in (resources_dir() / "icons").glob("*.svg"))
