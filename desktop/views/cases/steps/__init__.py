"""The steps of a guided case, one file each."""

from __future__ import annotations

from desktop.models.case_flow import CaseStep
from desktop.views.cases.editor import CaseEditor
from desktop.views.cases.steps.agreement import AgreementStep
from desktop.views.cases.steps.base import StepView
from desktop.views.cases.steps.caller import CallerStep
from desktop.views.cases.steps.curve import CurveStep
from desktop.views.cases.steps.notice import NoticeStep
from desktop.views.cases.steps.number import NumberStep
from desktop.views.cases.steps.recipients import RecipientsStep
from desktop.views.cases.steps.release import ReleaseStep
from desktop.views.cases.steps.request import RequestStep
from desktop.views.cases.steps.sending import SendingStep
from desktop.views.cases.steps.text import TextStep
from desktop.views.cases.steps.wrap_up import WrapUpStep

_VIEWS: dict[CaseStep, type[StepView]] = {
    CaseStep.CALLER: CallerStep,
    CaseStep.REQUEST: RequestStep,
    CaseStep.NUMBER: NumberStep,
    CaseStep.NOTICE: NoticeStep,
    CaseStep.CURVE: CurveStep,
    CaseStep.AGREEMENT: AgreementStep,
    CaseStep.RECIPIENTS: RecipientsStep,
    CaseStep.TEXT: TextStep,
    CaseStep.RELEASE: ReleaseStep,
    CaseStep.SENDING: SendingStep,
    CaseStep.WRAP_UP: WrapUpStep,
}


def make_step(step: CaseStep, case: CaseEditor) -> StepView:
    """Make the view of a step of the open case."""
    return _VIEWS[step](case)
