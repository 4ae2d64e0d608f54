"""The colours of the desk, light and dark, as named values.

A widget never names a colour of its own: it asks for a `Role`, and gets the colour that the role
has in the scheme shown now. The numbers come from the design tokens; a test holds their contrast.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor


class Role(StrEnum):
    """What a colour is for. The value is the name of the field of `Tokens` that holds it."""

    WINDOW = "window"
    BASE = "base"
    ALTERNATE = "alternate"
    SAY_GROUND = "say_ground"
    TEXT = "text"
    MUTED = "muted"
    LINE = "line"
    EDGE = "edge"
    FIELD_EDGE = "field_edge"
    DISABLED = "disabled"
    NEUTRAL_GROUND = "neutral_ground"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    ACCENT_GROUND = "accent_ground"
    GOOD = "good"
    GOOD_GROUND = "good_ground"
    WARNING = "warning"
    WARNING_GROUND = "warning_ground"
    BAD = "bad"
    BAD_GROUND = "bad_ground"
    ON_BAD = "on_bad"
    UNCLEAR = "unclear"
    UNCLEAR_GROUND = "unclear_ground"
    TEST_MODE = "test_mode"
    ON_TEST_MODE = "on_test_mode"
    CHART_OWN = "chart_own"
    CHART_PEERS = "chart_peers"
    CHART_PEERS_LABEL = "chart_peers_label"
    CHART_BARS = "chart_bars"
    CHART_REFERENCE = "chart_reference"
    CHART_GRID = "chart_grid"
    CHART_ZONE = "chart_zone"
    PART_1 = "part_1"
    PART_2 = "part_2"
    PART_3 = "part_3"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme as `#RRGGBB`, one field for each `Role`, and chart opacities."""

    dark: bool
    window: str
    base: str
    alternate: str
    say_ground: str
    text: str
    muted: str
    line: str
    edge: str
    field_edge: str
    disabled: str
    neutral_ground: str
    accent: str
    on_accent: str
    accent_ground: str
    good: str
    good_ground: str
    warning: str
    warning_ground: str
    bad: str
    bad_ground: str
    on_bad: str
    unclear: str
    unclear_ground: str
    test_mode: str
    on_test_mode: str
    chart_own: str
    chart_peers: str
    chart_peers_label: str
    chart_bars: str
    chart_reference: str
    chart_grid: str
    chart_zone: str
    part_1: str
    part_2: str
    part_3: str
    own_band_alpha: float
    peers_band_alpha: float
    point_alpha: float

    def hex(self, role: Role) -> str:
        """The colour of a role as `#RRGGBB`."""
        return str(getattr(self, role.value))


LIGHT = Tokens(
    dark=False,
    window="#F4F3EF",
    base="#FFFFFF",
    alternate="#FAF9F7",
    say_ground="#ECF2F8",
    text="#1C1B19",
    muted="#5E5A53",
    line="#E3E0DA",
    edge="#C8C4BB",
    field_edge="#8B867C",
    disabled="#8B867C",
    neutral_ground="#EEECE7",
    accent="#1D52B4",
    on_accent="#FFFFFF",
    accent_ground="#E7EEFA",
    good="#1B6E3C",
    good_ground="#E5F2E9",
    warning="#875000",
    warning_ground="#FBEFD9",
    bad="#B3261E",
    bad_ground="#FBE9E7",
    on_bad="#FFFFFF",
    unclear="#6E3A9E",
    unclear_ground="#F2E9F9",
    test_mode="#F2B63C",
    on_test_mode="#241A00",
    chart_own="#0072B2",
    chart_peers="#D55E00",
    chart_peers_label="#A84A00",
    chart_bars="#8B867C",
    chart_reference="#5E5A53",
    chart_grid="#ECE9E4",
    chart_zone="#F3F1EC",
    part_1="#928D84",
    part_2="#77726A",
    part_3="#5E5A53",
    own_band_alpha=0.18,
    peers_band_alpha=0.12,
    point_alpha=0.52,
)

DARK = Tokens(
    dark=True,
    window="#17181B",
    base="#1F2124",
    alternate="#232529",
    say_ground="#1D2935",
    text="#ECEAE6",
    muted="#AAA8A2",
    line="#33363B",
    edge="#4A4E55",
    field_edge="#7C8089",
    disabled="#7F817F",
    neutral_ground="#2D3035",
    accent="#8DB3F8",
    on_accent="#0E1E3D",
    accent_ground="#263654",
    good="#74C892",
    good_ground="#1C3426",
    warning="#EDB458",
    warning_ground="#3A2D14",
    bad="#FF9A90",
    bad_ground="#44211E",
    on_bad="#2B0805",
    unclear="#CDA4F0",
    unclear_ground="#35264A",
    test_mode="#F2B63C",
    on_test_mode="#241A00",
    chart_own="#56B4E9",
    chart_peers="#E69F00",
    chart_peers_label="#E69F00",
    chart_bars="#7F828A",
    chart_reference="#AAA8A2",
    chart_grid="#2C2F33",
    chart_zone="#26292D",
    part_1="#6E717A",
    part_2="#8C8F97",
    part_3="#AAA8A2",
    own_band_alpha=0.20,
    peers_band_alpha=0.13,
    point_alpha=0.52,
)


class _Shown:
    """The tokens shown now: there is one application, so there is one."""

    tokens: Tokens = LIGHT
    on_paper = False


def current() -> Tokens:
    """The tokens of the scheme shown now."""
    return _Shown.tokens


@contextmanager
def on_paper() -> Iterator[None]:
    """Let `color` answer from the light scheme for a while: for what leaves the screen.

    `font` has no tabular figures meanwhile: a PDF does not tell which digits their glyphs are, so
    nobody could search for them or copy them.
    """
    before = _Shown.tokens
    _Shown.tokens, _Shown.on_paper = LIGHT, True
    try:
        yield
    finally:
        _Shown.tokens, _Shown.on_paper = before, False


def is_on_paper() -> bool:
    """Whether what is drawn now leaves the screen."""
    return _Shown.on_paper


def show(tokens: Tokens) -> None:
    """Make `tokens` the ones that `color` answers from. For the theme manager only."""
    _Shown.tokens = tokens


@lru_cache(maxsize=256)
def _parsed(text: str) -> QColor:
    return QColor(text)


def color(role: Role, alpha: float = 1.0) -> QColor:
    """The colour of a role in the scheme shown now, with an opacity from 0 to 1."""
    found = QColor(_parsed(current().hex(role)))
    if alpha < 1.0:
        found.setAlphaF(alpha)
    return found


_LINEAR_UP_TO = 0.04045  # below it sRGB is linear


def luminance(text: str) -> float:
    """Relative luminance of `#RRGGBB` after WCAG 2."""
    parts = [int(text[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= _LINEAR_UP_TO else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours after WCAG 2, from 1 to 21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


_missing = {role.value for role in Role} - {field.name for field in fields(Tokens)}
if _missing:  # pragma: no cover - a programming error, seen at the first import
    raise AssertionError(f"roles without a token: {sorted(_missing)}")
