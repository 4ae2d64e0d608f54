"""What the steps of a case are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.case_flow import CaseStep
from desktop.views.marking import QT_TRANSLATE_NOOP


def step_word(step: str) -> str:
    """Return the name of a step; nothing for a case that has not begun."""
    text = _STEPS.get(step)
    return QCoreApplication.translate("Steps", text) if text else "–"


_STEPS: dict[str, str] = {
    CaseStep.CALLER: QT_TRANSLATE_NOOP("Steps", "Caller"),
    CaseStep.REQUEST: QT_TRANSLATE_NOOP("Steps", "Request"),
    CaseStep.NUMBER: QT_TRANSLATE_NOOP("Steps", "New number"),
    CaseStep.NOTICE: QT_TRANSLATE_NOOP("Steps", "Notice"),
    CaseStep.CURVE: QT_TRANSLATE_NOOP("Steps", "Own curve"),
    CaseStep.AGREEMENT: QT_TRANSLATE_NOOP("Steps", "Agreement"),
    CaseStep.RECIPIENTS: QT_TRANSLATE_NOOP("Steps", "Recipients"),
    CaseStep.TEXT: QT_TRANSLATE_NOOP("Steps", "Text"),
    CaseStep.RELEASE: QT_TRANSLATE_NOOP("Steps", "Release"),
    CaseStep.SENDING: QT_TRANSLATE_NOOP("Steps", "Sending"),
    CaseStep.WRAP_UP: QT_TRANSLATE_NOOP("Steps", "Wrap-up"),
}
