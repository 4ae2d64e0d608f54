"""The one banner of the page: contradictions to decide, or a platform that does not answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.models.records.platform import SourceFailure, SourceState
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner

_FAILURES = {
    SourceFailure.NO_TOKEN: QT_TRANSLATE_NOOP(
        "SimNotice", "the access token is missing. Enter it in the settings."
    ),
    SourceFailure.REFUSED: QT_TRANSLATE_NOOP(
        "SimNotice",
        "the access token has expired or lacks a right. Enter a new one in the settings.",
    ),
    SourceFailure.BUSY: QT_TRANSLATE_NOOP(
        "SimNotice", "it wants a pause and is asked again later by itself."
    ),
    SourceFailure.UNREACHABLE: QT_TRANSLATE_NOOP(
        "SimNotice", "it cannot be reached and is asked again later by itself."
    ),
    SourceFailure.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "SimNotice", "its answer is not understood. Check account and version in the settings."
    ),
    SourceFailure.INSECURE: QT_TRANSLATE_NOOP(
        "SimNotice", "its address is not secure. It has to begin with https."
    ),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What the banner tells: conflicts to decide, or why the platform tells nothing new."""

    conflicts: int = 0
    only_those: bool = False
    failure: SourceFailure | None = None
    answered_at: datetime | None = None


def notice_of(conflicts: int, platform: SourceState, *, only_those: bool) -> Notice | None:
    """Return what is told; what has to be decided goes before what heals by itself."""
    if conflicts or only_those:
        return Notice(conflicts, only_those)
    if platform.wanted and platform.failure is not None:
        return Notice(failure=platform.failure, answered_at=platform.answered_at)
    return None


class PageNotice(Banner):
    """A banner that hides where there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sim_notice")
        self.hide()

    def show_notice(self, notice: Notice | None, formats: Formats) -> None:
        """Tell it, or nothing."""
        self.set_shown(notice is not None)
        if notice is None:
            return
        if notice.failure is not None:
            self._show_failure(notice.failure, notice.answered_at, formats)
            return
        sentence = QCoreApplication.translate(
            "SimNotice", "%n report(s) contradict what the desk holds.", "", notice.conflicts
        )
        action = (
            QCoreApplication.translate("SimNotice", "Show all")
            if notice.only_those
            else QCoreApplication.translate("SimNotice", "Decide")
        )
        self.show_state(StateKind.WARNING, sentence, action)

    def _show_failure(
        self, failure: SourceFailure, answered_at: datetime | None, formats: Formats
    ) -> None:
        sentence = QCoreApplication.translate(
            "SimNotice", "The Business Platform was last read on {when}: {why}"
        ).format(
            when=formats.moment(answered_at),
            why=QCoreApplication.translate("SimNotice", _FAILURES[failure]),
        )
        self.show_state(
            StateKind.WARNING, sentence, QCoreApplication.translate("SimNotice", "Settings")
        )
