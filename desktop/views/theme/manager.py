"""Puts the look on the application and changes it at run time."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.paths import resources_dir
from desktop.views.theme.focus import FocusRing
from desktop.views.theme.fonts import FontRole, font, load_fonts, set_type, system_scale
from desktop.views.theme.palette import build_palette
from desktop.views.theme.style import DeskStyle
from desktop.views.theme.tokens import DARK, LIGHT, Tokens, current, show

FAMILY = "Inter"


class Scheme(StrEnum):
    """What the person chose: one of the two schemes, or the one the system has."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class ThemeManager(QObject):
    """Style, fonts and palette of the application; one for the life of the program.

    Signals:
        changed: another scheme or scale is shown; carries the tokens shown now.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_font = QFont(app.font())
        self._scheme = Scheme.SYSTEM
        families = load_fonts(resources_dir() / "fonts")
        self._family = FAMILY if FAMILY in families else self._system_font.family()
        self._style = DeskStyle()
        self._ring = FocusRing(app)
        app.setStyle(self._style)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def scheme(self) -> Scheme:
        """What was chosen last."""
        return self._scheme

    def apply(self, scheme: Scheme, scale: float | None = None) -> None:
        """Show a scheme. `scale` is 1.0 to 2.0; None takes it from the system font."""
        self._scheme = scheme
        set_type(self._family, system_scale(self._system_font) if scale is None else scale)
        self._tell_platform(scheme)
        self._show(self._tokens_for(scheme))

    def _tokens_for(self, scheme: Scheme) -> Tokens:
        if scheme is Scheme.SYSTEM:
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if scheme is Scheme.DARK else LIGHT

    def _tell_platform(self, scheme: Scheme) -> None:
        """Let title bars and the platform's own dialogs follow, where the platform can."""
        wanted = {
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
            Scheme.SYSTEM: Qt.ColorScheme.Unknown,
        }[scheme]
        self._app.styleHints().setColorScheme(wanted)

    def _show(self, tokens: Tokens) -> None:
        show(tokens)
        self._app.setFont(font(FontRole.NORMAL))
        self._app.setPalette(build_palette(tokens))
        self.changed.emit(tokens)

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        tokens = self._tokens_for(self._scheme)
        if tokens is not current():
            self._show(tokens)
