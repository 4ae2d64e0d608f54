"""Whose case it is: a colleague's is read, taken over with a note, and seen to be open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.models.case_flow import CaseDraft, CaseStep
from desktop.models.case_json import to_json
from desktop.models.states import CaseKind, CaseOutcome, CaseState, RequestChannel
from desktop.views.widgets.banner import Banner
from tests.support.cases import CaseWorker
from tests.support.window import AGENT

COLLEAGUE = "Tobias Reiter"


def notice(worker: CaseWorker) -> str:
    banner = worker.person.sees("caseNotice")
    assert isinstance(banner, Banner)
    return banner.accessibleName()


def test_that_a_colleagues_case_is_read_and_taken_over_with_a_note(worker: CaseWorker) -> None:
    services = worker.person.app.services
    draft = to_json(CaseDraft(requester="Anna Berger", service_id=1))
    services.cases.open(CaseKind.SIGNUP_REMINDER, 1, 1, draft, COLLEAGUE)
    services.case_handing.hold(1, COLLEAGUE)

    worker.navigator.case_wanted.emit(1)
    worker.view("caller")
    worker.person.waits_until(lambda: "Tobias Reiter has this case open" in notice(worker))
    assert not worker.person.sees("callerNumber").isEnabled()
    assert not worker.person.sees("closeCase").isEnabled()

    worker.lead_to("bannerAction")
    worker.press(Qt.Key.Key_Return)
    worker.focus_is_on("reason")
    worker.press(Qt.Key.Key_Return)
    assert services.cases.get(1).owner == COLLEAGUE
    worker.type("Tobias ist in der Pause")
    worker.press(Qt.Key.Key_Return)

    worker.person.waits_until(lambda: services.cases.get(1).owner == AGENT)
    worker.view("caller")
    worker.person.waits_until(lambda: worker.person.sees("callerNumber").isEnabled())
    worker.person.waits_until(
        lambda: "Tobias ist in der Pause" in worker.visible_words("notesPanel")
    )


def test_that_the_case_shows_as_open_here_until_it_is_left(worker: CaseWorker) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.person.waits_until(lambda: services.cases.get(1).lease is not None)
    lease = services.cases.get(1).lease
    assert lease is not None
    assert lease.agent == AGENT

    worker.navigator.page_wanted.emit("cases")
    worker.person.sees("casesPage")
    worker.person.waits_until(lambda: services.cases.get(1).lease is None)


def test_that_a_case_taken_over_elsewhere_can_no_longer_be_changed_here(
    worker: CaseWorker,
) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.person.settles()

    services.case_handing.take_over(1, note="Ich rufe zurück", agent=COLLEAGUE)

    worker.person.waits_until(lambda: not worker.page.case.can_change)
    worker.person.waits_until(lambda: "Tobias Reiter" in notice(worker))
    assert not worker.person.sees("callerNumber").isEnabled()


def test_that_reading_out_is_skipped_with_a_reason_for_a_request_in_writing(
    worker: CaseWorker,
) -> None:
    worker.begin()
    worker.verify()
    worker.record()
    worker.focus_is_on("ledger_gets")
    assert not worker.body.foot.skip.isVisible()
    worker.page.case.change(channel=RequestChannel.MAIL)
    worker.lead_to("skipStep")
    worker.press(Qt.Key.Key_Return)
    reason = worker.person.sees("reason")
    assert isinstance(reason, QLineEdit)
    worker.focus_is_on("reason")
    worker.type("Per Mail beauftragt")
    worker.press(Qt.Key.Key_Return)

    worker.view("text")
    services = worker.person.app.services
    worker.person.waits_until(
        lambda: (
            [note.text for note in services.notes.of_case(1)]
            == ["Recipients not read out: Per Mail beauftragt"]
        )
    )
    assert worker.page.case.draft.skipped == (CaseStep.RECIPIENTS,)


def test_that_a_case_without_sending_is_closed_with_a_code(worker: CaseWorker) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.lead_to("closeCase")
    worker.press(Qt.Key.Key_Return)
    worker.focus_is_on("reason")
    worker.type("Will doch nicht")
    worker.press(Qt.Key.Key_Return)

    worker.person.sees("start_page")
    closed = services.cases.get(1)
    assert (closed.state, closed.outcome_code) == (CaseState.ABANDONED, CaseOutcome.DECLINED)
