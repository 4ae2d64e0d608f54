"""The small line below each step: what was decided there, or where it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.case_flow import CaseStep, furthest_step, steps_in
from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import DispatchState, VerificationMethod, VerificationResult
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.release_words import cost_of
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.step_words import step_word
from desktop.views.widgets.stepper import Step, StepState
from desktop.views.words import heading


def step_note(case: CaseEditor, step: CaseStep) -> str:
    """Return one small line; nothing for a step that nobody has touched."""
    return {
        CaseStep.CALLER: _caller,
        CaseStep.REQUEST: _request,
        CaseStep.NUMBER: _number,
        CaseStep.NOTICE: _notice,
        CaseStep.CURVE: _curve,
        CaseStep.AGREEMENT: _agreement,
        CaseStep.RECIPIENTS: _recipients,
        CaseStep.TEXT: _text,
        CaseStep.RELEASE: _release,
        CaseStep.SENDING: _sending,
        CaseStep.WRAP_UP: _wrap_up,
    }[step](case)


def _caller(case: CaseEditor) -> str:
    draft = case.draft
    if draft.verification_result is VerificationResult.VERIFIED:
        return QCoreApplication.translate("StepNotes", _CHECKED[draft.verification_method])
    return heading(draft.verification_result) if draft.verified_at is not None else ""


def _request(case: CaseEditor) -> str:
    draft = case.draft
    if draft.channel is None:
        return ""
    return f"{heading(draft.channel)}, {case.desk.formats.time(draft.requested_at)}"


def _number(case: CaseEditor) -> str:
    return case.desk.formats.phone(case.draft.new_number) if case.draft.new_number else ""


def _notice(case: CaseEditor) -> str:
    if case.draft.notice is None:
        return ""
    if case.draft.notice:
        return QCoreApplication.translate("StepNotes", "Wanted")
    return QCoreApplication.translate("StepNotes", "Not wanted")


def _curve(case: CaseEditor) -> str:
    told = QCoreApplication.translate("StepNotes", "Explained")
    return told if case.draft.curve_told else ""


def _agreement(case: CaseEditor) -> str:
    draft = case.draft
    if draft.agreed is None:
        return ""
    if draft.agreed and draft.agreed_on is not None:
        since = QCoreApplication.translate("StepNotes", "From {}")
        return since.format(case.desk.formats.date(draft.agreed_on))
    return "" if draft.agreed else QCoreApplication.translate("StepNotes", "Nothing changes")


def _recipients(case: CaseEditor) -> str:
    draft = case.draft
    if not draft.listed:
        return ""
    number = case.desk.formats.number
    text = QCoreApplication.translate("StepNotes", "{} of {}")
    return text.format(number(draft.recipients), number(draft.listed))


def _text(case: CaseEditor) -> str:
    reached = case.step is CaseStep.TEXT or case.draft.text_agreed or case.file.dispatch
    if not reached or not case.draft.recipients:
        return ""
    cost = cost_of(case.file, case.draft)
    formats = case.desk.formats
    parts = formats.counted(
        cost.parts,
        QCoreApplication.translate("StepNotes", "1 part"),
        QCoreApplication.translate("StepNotes", "{} parts"),
    )
    return f"{parts}, {formats.euros(cost.total_cents)}"


def _release(case: CaseEditor) -> str:
    dispatch = case.file.dispatch
    if dispatch is None:
        return ""
    if dispatch.state is DispatchState.COUNTDOWN and case.step is CaseStep.RELEASE:
        return QCoreApplication.translate("StepNotes", "Countdown runs")
    return f"{case.desk.formats.time(dispatch.released_at)}, {dispatch.released_by}"


def _sending(case: CaseEditor) -> str:
    dispatch = case.file.dispatch
    if dispatch is None or dispatch.state is DispatchState.COUNTDOWN:
        return ""
    if dispatch.state is DispatchState.STOPPED:
        return QCoreApplication.translate("StepNotes", "Stopped")
    return _progress(case, dispatch)


def _progress(case: CaseEditor, dispatch: DispatchRecord) -> str:
    number = case.desk.formats.number
    text = QCoreApplication.translate("StepNotes", "{} of {}")
    return text.format(number(dispatch.balance.processed), number(dispatch.balance.recipients))


def _wrap_up(case: CaseEditor) -> str:
    return case.file.record.outcome


# Short enough for the narrow column of the steps, in both languages.
_CHECKED = {
    VerificationMethod.CALL_BACK: QT_TRANSLATE_NOOP("StepNotes", "Called back"),
    VerificationMethod.SMS_CODE: QT_TRANSLATE_NOOP("StepNotes", "SMS code correct"),
    VerificationMethod.CUSTOMER_PIN: QT_TRANSLATE_NOOP("StepNotes", "PIN correct"),
    VerificationMethod.KNOWN_ADDRESS: QT_TRANSLATE_NOOP("StepNotes", "Address known"),
    VerificationMethod.NONE: QT_TRANSLATE_NOOP("StepNotes", "Verified"),
}


def steps_shown(case: CaseEditor) -> list[Step]:
    """Return all steps of the open case, each with where it stands."""
    steps = steps_in(case.draft)
    reached = steps.index(furthest_step(case.draft, case.file.dispatch_state))
    here = steps.index(case.step)
    found = []
    for place, step in enumerate(steps):
        state = StepState.TO_COME
        if place == here:
            state = StepState.NOW
        elif not case.missing(step) and place < max(reached, here):
            state = StepState.DONE
        found.append(Step(step.value, step_word(step.value), step_note(case, step), state))
    return found
