"""Type and scale: the bundled font, three sizes, two weights, and `px`.

Every size in the program is given in px at 100 % and goes through `px`, so that it follows the
size of the system font. 100 % is a text size of 14 px.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from desktop.views.theme.tokens import is_on_paper

NORMAL_PX = 14
SMALLEST, LARGEST = 1.0, 2.0

# The pixel size that the platform gives its interface font when nobody has changed it.
_PLATFORM_PX = {"win32": 12.0, "darwin": 13.0}
_DESKTOP_PX = 14.67  # 11 pt at 96 dpi, as the Linux desktops have it


class FontRole(StrEnum):
    """The three text sizes. FIGURE is the countdown's number, part of a drawing."""

    TITLE = "title"
    NORMAL = "normal"
    SMALL = "small"
    FIGURE = "figure"


_SIZES: dict[FontRole, tuple[int, int]] = {
    FontRole.TITLE: (22, 32),
    FontRole.NORMAL: (14, 20),
    FontRole.SMALL: (12, 16),
    FontRole.FIGURE: (64, 72),
}


_HEADINGS = frozenset({FontRole.TITLE, FontRole.FIGURE})
_TIGHT = -0.01  # large letters stand a little closer, in parts of the text size


class _Type:
    """Family and scale in use; set by `set_type`."""

    family: str = ""
    scale: float = 1.0


def load_fonts(folder: Path) -> list[str]:
    """Register the font files of a folder; return the families they bring, without doubles."""
    families: list[str] = []
    for file in sorted((*folder.rglob("*.ttf"), *folder.rglob("*.otf"))):
        for family in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(file))
        ):
            if family not in families:
                families.append(family)
    return families


def system_scale(font: QFont) -> float:
    """How much larger than usual the person has set the system font, from 1.0 to 2.0."""
    usual = _PLATFORM_PX.get(sys.platform, _DESKTOP_PX)
    return max(SMALLEST, min(LARGEST, QFontInfo(font).pixelSize() / usual))


def set_type(family: str, scale: float) -> None:
    """Set family and scale of all text and sizes from here on."""
    _Type.family = family
    _Type.scale = max(SMALLEST, min(LARGEST, scale))
    _made.cache_clear()


def scale() -> float:
    """The scale in use: 1.0 to 2.0."""
    return _Type.scale


def px(size: float) -> int:
    """Scale a size that is given in px at 100 %. A line one pixel wide is not scaled: write 1."""
    return round(size * _Type.scale)


def pxf(size: float) -> float:
    """Like `px`, not rounded, for painting."""
    return size * _Type.scale


def line_height(role: FontRole) -> int:
    """Height of one line in this size: 32, 20, 16 at 100 %."""
    return px(_SIZES[role][1])


@lru_cache(maxsize=32)
def _made(role: FontRole, strong: bool, tabular: bool) -> QFont:
    made = QFont(_Type.family) if _Type.family else QFont(QApplication.font())
    made.setPixelSize(px(_SIZES[role][0]))
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    # Without hinting the letters keep the widths they were drawn with at every size.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if role in _HEADINGS:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _TIGHT * made.pixelSize())
    # Said in either case: what is not said a painter takes from the font of its widget.
    made.setFeature(QFont.Tag("tnum"), int(tabular))
    return made


def font(role: FontRole = FontRole.NORMAL, *, strong: bool = False) -> QFont:
    """The font of a size. Titles and figures are always 600 and have no tabular figures.

    Nor has anything on paper: see `on_paper`.
    """
    heading = role in _HEADINGS
    return QFont(_made(role, strong or heading, not heading and not is_on_paper()))


def text_width(text: str, role: FontRole = FontRole.NORMAL, *, strong: bool = False) -> float:
    """Width of one line of text in px."""
    return QFontMetricsF(font(role, strong=strong)).horizontalAdvance(text)
