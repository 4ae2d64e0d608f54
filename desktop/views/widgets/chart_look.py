"""How a point of a chart looks, on the chart and in its legend."""

from __future__ import annotations

from PySide6.QtGui import QColor

from desktop.views.theme import Role, color, current
from desktop.views.widgets.chart_spec import DotLook

_FEW_ALPHA = 0.35


def dot_look(look: DotLook) -> tuple[Role, QColor]:
    """Outline and ground of a point."""
    if look is DotLook.FULL:
        return Role.CHART_OWN, color(Role.CHART_OWN, current().point_alpha)
    if look is DotLook.FEW:
        return Role.CHART_BARS, color(Role.CHART_BARS, _FEW_ALPHA)
    return Role.CHART_REFERENCE, QColor(0, 0, 0, 0)
