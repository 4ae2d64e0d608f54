"""The look: colours, type, icons, states, and what puts them on the application.

manager = ThemeManager(app)
manager.apply(Scheme.SYSTEM)             # or LIGHT, DARK; scale=1.0..2.0 overrides the font's
color(Role.ACCENT)                       # QColor of the scheme shown now
font(FontRole.SMALL, strong=True)        # QFont
px(32)                                   # a size given at 100 %, scaled with the system font
icon("phone", Role.MUTED, 16)            # QIcon that follows the scheme by itself
state_style(StateKind.BAD)               # colour, ground and shape of a state
"""

from desktop.views.theme.fonts import FontRole, font, line_height, px, pxf, scale, text_width
from desktop.views.theme.icons import draw_icon, icon, icon_names, icon_pixmap
from desktop.views.theme.manager import Scheme, ThemeManager
from desktop.views.theme.motion import animations_on
from desktop.views.theme.states import StateKind, StateStyle, state_style
from desktop.views.theme.tokens import (
    DARK,
    LIGHT,
    Role,
    Tokens,
    color,
    contrast,
    current,
    on_paper,
)

__all__ = [
    "DARK",
    "LIGHT",
    "FontRole",
    "Role",
    "Scheme",
    "StateKind",
    "StateStyle",
    "ThemeManager",
    "Tokens",
    "animations_on",
    "color",
    "contrast",
    "current",
    "draw_icon",
    "font",
    "icon",
    "icon_names",
    "icon_pixmap",
    "line_height",
    "on_paper",
    "px",
    "pxf",
    "scale",
    "state_style",
    "text_width",
]
