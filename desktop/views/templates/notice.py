"""What stands above a template: a failure, who may not edit, or what a colleague did meanwhile."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.templates.editor import TemplateEditor, TemplateView
from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner


class TemplateNotice(Banner):
    """The most urgent thing to say, or nothing.

    Signals:
        going_on: the draft shall stand, although a colleague saved a version meanwhile.
        renewed: a failure was read; say what else there is.
    """

    going_on = Signal()
    renewed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("templateBanner")
        self._desk = desk
        self._error = ""
        self._may_edit = True
        self.acted.connect(self._act_on_it)

    def forget(self) -> None:
        """Forget the failure of another template."""
        self._error = ""

    def keep_error(self, error: BaseException) -> None:
        """Tell of a failure until it has been read."""
        told = error_text(error)
        self._error = f"{told.sentence} {told.hint}"

    def show_for(self, view: TemplateView, editor: TemplateEditor) -> None:
        """Say what there is to say about a template."""
        self._may_edit = view.may_edit
        if self._error:
            self.show_state(StateKind.BAD, self._error, self.tr("Close"))
        elif not view.may_edit:
            words = self.tr("Only supervisors change templates. The settings name them.")
            self.show_state(StateKind.NEUTRAL, words, self.tr("To the settings"))
        elif editor.is_behind:
            self.show_state(StateKind.WARNING, self._behind(view), self.tr("Go on with mine"))
        elif not view.file.current.offered and view.file.current.number:
            words = self.tr("This template is withdrawn. Saved again, it is offered again.")
            self.show_state(StateKind.NEUTRAL, words)
        else:
            self.hide()

    def _behind(self, view: TemplateView) -> str:
        current = view.file.current
        words = self.tr(
            "{agent} has saved version {number} meanwhile: “{reason}”. What you typed is "
            "still here."
        )
        number = self._desk.formats.number(current.number)
        return words.format(agent=current.by, number=number, reason=current.reason)

    def _act_on_it(self) -> None:
        if self._error:
            self._error = ""
            self.renewed.emit()
        elif not self._may_edit:
            self._desk.navigator.page_wanted.emit("settings")
        else:
            self.going_on.emit()
