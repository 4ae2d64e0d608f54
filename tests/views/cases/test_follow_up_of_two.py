"""Two agents who have the same closed case open, and both act on its follow-up."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.models.case_flow import CaseDraft, CaseStep
from desktop.models.case_json import to_json
from desktop.models.records.cases import CaseRecord
from desktop.models.states import (
    CaseKind,
    CaseOutcome,
    CaseState,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)
from desktop.views.widgets.banner import Banner
from tests.support.cases import CaseWorker
from tests.support.window import AGENT

COLLEAGUE = "Tobias Reiter"


def _closed_case(worker: CaseWorker) -> CaseRecord:
    """Close a case that is to be looked at again, and open its page."""
    services = worker.person.app.services
    now = services.database.clock()
    asked = CaseDraft(
        kind=CaseKind.OTHER,
        requester="Elias Eder",
        verification_method=VerificationMethod.CALL_BACK,
        verification_result=VerificationResult.VERIFIED,
        channel=RequestChannel.PHONE,
        requested_at=now,
        wish="Wie geht das?",
        due_at=now + timedelta(days=7),
    )
    draft = to_json(asked)
    case = services.cases.open(CaseKind.OTHER, 1, 1, draft, AGENT)
    step, state = CaseStep.WRAP_UP, CaseState.VERIFIED
    services.cases.save(case.id, draft, step=step, state=state, revision=1, agent=AGENT)
    code = CaseOutcome.ANSWERED
    closed = services.cases.close(case.id, outcome="Erklärt", code=code, agent=AGENT)
    worker.navigator.case_wanted.emit(case.id)
    worker.view("wrap_up")
    return closed


def _asks_whether_done(worker: CaseWorker) -> QWidget:
    worker.go_on()
    worker.focus_is_on("reason")
    worker.type("Kunde ist zufrieden")
    return worker.person.sees("followUpDoneDialog")


def _colleague_settles(worker: CaseWorker, case: CaseRecord) -> None:
    """Let the colleague be faster, and the window hear of it."""
    assert case.follow_up_at is not None
    follow_ups = worker.person.app.services.follow_ups
    follow_ups.settle(case.id, seen=case.follow_up_at, result="Erledigt", agent=COLLEAGUE)
    worker.person.settles()


def _notice(worker: CaseWorker) -> str:
    banner = worker.person.sees("caseNotice")
    assert isinstance(banner, Banner)
    return banner.accessibleName()


def test_that_an_answer_about_a_follow_up_that_a_colleague_settled_is_told_to_be_too_late(
    worker: CaseWorker,
) -> None:
    case = _closed_case(worker)
    dialog = _asks_whether_done(worker)

    _colleague_settles(worker, case)
    assert dialog.isVisible()
    assert worker.text("reason") == "Kunde ist zufrieden"
    worker.press(Qt.Key.Key_Return)

    worker.person.waits_until(lambda: "A colleague has changed this case" in _notice(worker))
    assert not worker.person.app.services.notes.of_case(case.id)
    worker.lead_to("bannerAction")
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(lambda: "Closed on" in _notice(worker))
    worker.person.waits_until(lambda: worker.page.case.file.record.follow_up_at is None)


def test_that_a_question_that_is_given_up_shows_what_a_colleague_did_meanwhile(
    worker: CaseWorker,
) -> None:
    case = _closed_case(worker)
    _asks_whether_done(worker)

    _colleague_settles(worker, case)
    worker.press(Qt.Key.Key_Escape)

    worker.person.waits_until(lambda: worker.page.case.file.record.follow_up_at is None)
    worker.view("wrap_up")
    assert "Closed on" in _notice(worker)
