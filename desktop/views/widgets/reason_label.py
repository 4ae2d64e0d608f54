"""The reason why a button cannot be used, in words beside it."""

from __future__ import annotations

from desktop.views.theme import FontRole, Role
from desktop.views.widgets.button import Button
from desktop.views.widgets.label import Label


class ReasonLabel(Label):
    """Shows the reason of a blocked button, and takes no room while there is none."""

    def __init__(self, button: Button) -> None:
        super().__init__("", size=FontRole.SMALL, role=Role.MUTED, wrap=True)
        button.reason_changed.connect(self._show_reason)
        self._show_reason(button.reason)

    def _show_reason(self, reason: str) -> None:
        self.setText(reason)
        self.set_shown(bool(reason))
