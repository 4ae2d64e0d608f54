"""The palette that Qt's own widgets get from the tokens."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desktop.views.theme.tokens import Tokens

_R = QPalette.ColorRole


def build_palette(tokens: Tokens) -> QPalette:
    """The palette of a scheme. Fusion's bevels (Light, Dark, ...) become our quiet edges."""
    palette = QPalette()
    for roles, colour in (
        ((_R.Window, _R.Base, _R.Button, _R.ToolTipBase), tokens.base),
        ((_R.AlternateBase,), tokens.alternate),
        ((_R.WindowText, _R.Text, _R.ButtonText, _R.ToolTipText), tokens.text),
        ((_R.PlaceholderText,), tokens.muted),
        ((_R.Highlight,), tokens.accent_ground),
        ((_R.HighlightedText, _R.Link, _R.LinkVisited, _R.Accent), tokens.accent),
        ((_R.BrightText,), tokens.bad),
        ((_R.Light, _R.Midlight), tokens.neutral_ground),
        ((_R.Mid, _R.Dark), tokens.edge),
        ((_R.Shadow,), tokens.field_edge),
    ):
        for role in roles:
            palette.setColor(role, QColor(colour))
    disabled = QColor(tokens.disabled)
    for role in (_R.WindowText, _R.Text, _R.ButtonText, _R.PlaceholderText, _R.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    return palette
