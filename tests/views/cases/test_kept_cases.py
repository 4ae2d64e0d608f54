"""A case is never lost: saved while typing, paused, reopened, and safe from a colleague's hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.case_flow import CaseDraft, CaseStep
from desktop.models.case_json import to_json
from desktop.models.states import CaseKind, CaseState
from desktop.services.cases import CaseChoice, Cases
from desktop.services.storage.database import Database
from desktop.views.widgets.banner import Banner
from tests.support.cases import CaseWorker
from tests.support.window import AGENT, opened_desk

COLLEAGUE = "Tobias Reiter"


def notice(worker: CaseWorker) -> str:
    banner = worker.person.sees("caseNotice")
    assert isinstance(banner, Banner)
    return banner.accessibleName()


def test_that_a_killed_program_opens_the_case_as_it_was(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    with opened_desk(qtbot, database, tmp_path) as person:
        worker = CaseWorker(person)
        services = person.app.services
        worker.begin()
        worker.verify()
        worker.focus_is_on("radio_phone")
        worker.press(Qt.Key.Key_Space)
        worker.go_on()
        worker.focus_is_on("wish")
        worker.type("Erinnern, bitte")
        # Nothing is closed or left in good order: what stands in the database counts.
        person.waits_until(lambda: services.cases.get(1).draft.get("wish") == "Erinnern, bitte")

    again = Database(str(database.engine.url))
    with opened_desk(qtbot, again, tmp_path) as person:
        worker = CaseWorker(person)
        worker.navigator.case_wanted.emit(1)
        worker.view("request")
        assert worker.text("wish") == "Erinnern, bitte"
        worker.press(Qt.Key.Key_Escape)
        worker.view("caller")
        assert worker.page.case.draft.requester == "Elias Eder"


def test_that_closing_the_window_waits_for_what_was_typed_last(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    with opened_desk(qtbot, database, tmp_path) as person:
        worker = CaseWorker(person)
        worker.begin()
        worker.page.case.change(requester="Elias")
        worker.page.case.flush()
        worker.page.case.change(requester="Elias Eder")
    again = Database(str(database.engine.url))
    assert Cases(again).get(1).draft["requester"] == "Elias Eder"
    again.close()


def test_that_esc_goes_back_and_next_comes_back_without_a_change(worker: CaseWorker) -> None:
    worker.begin()
    worker.verify()
    worker.record()
    worker.focus_is_on("ledger_gets")
    before = worker.page.case.draft

    worker.press(Qt.Key.Key_Escape)
    worker.view("request")
    worker.press(Qt.Key.Key_Escape)
    worker.view("caller")
    worker.go_on()
    worker.view("request")
    worker.go_on()
    worker.view("recipients")

    assert worker.page.case.draft == before


def test_that_esc_in_the_first_step_leaves_to_the_list_and_loses_nothing(
    worker: CaseWorker,
) -> None:
    worker.begin()
    worker.focus_is_on("radio_call_back")
    worker.press(Qt.Key.Key_Space)
    worker.go_on()
    worker.focus_is_on("radio_verified")
    worker.press(Qt.Key.Key_Space)
    worker.press(Qt.Key.Key_Escape)

    worker.person.sees("casesPage")
    services = worker.person.app.services
    worker.person.waits_until(
        lambda: services.cases.get(1).draft.get("verification_result") == "verified"
    )


def test_that_a_paused_case_waits_for_its_call_back_and_goes_on_where_it_was(
    worker: CaseWorker,
) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.verify()
    worker.pause("Chefin fragen")

    paused = services.cases.get(1)
    assert (paused.state, paused.paused_reason) == (CaseState.PAUSED, "Chefin fragen")
    assert paused.due_at is not None
    assert paused.due_at > datetime.now(UTC)

    worker.navigator.case_wanted.emit(1)
    worker.view("request")
    assert notice(worker) == "Paused: Chefin fragen"
    assert not worker.person.sees("wish").isEnabled()
    worker.lead_to("bannerAction")
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(lambda: worker.page.case.can_change)
    worker.view("request")
    worker.person.waits_until(worker.person.sees("wish").isEnabled)
    assert services.cases.get(1).state is CaseState.VERIFIED


def test_that_a_reason_is_asked_for_before_a_case_is_given_up(worker: CaseWorker) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.lead_to("closeCase")
    worker.press(Qt.Key.Key_Return)
    worker.lead_to("acceptReason")
    worker.press(Qt.Key.Key_Return)
    assert "Enter a reason." in _words(worker, "abandonDialog")

    worker.focus_is_on("reason")
    worker.type("Kunde will warten")
    worker.press(Qt.Key.Key_Return)
    worker.person.sees("start_page")

    closed = services.cases.get(1)
    assert (closed.state, closed.outcome) == (CaseState.ABANDONED, "Kunde will warten")


def _words(worker: CaseWorker, name: str) -> str:
    part = worker.person.sees(name)
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def test_that_a_colleagues_change_is_told_and_not_overwritten(worker: CaseWorker) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.verify()
    worker.person.settles()
    # As on another computer, before this desk looks for changes the next time.
    worker.person.app.feed.stop()
    services.database.publish = _tell_nobody
    known = services.cases.get(1)
    services.cases.save(
        1,
        to_json(CaseDraft(requester="Anna Berger", service_id=1)),
        step="caller",
        state=CaseState.DRAFT,
        revision=known.revision,
        agent=COLLEAGUE,
    )

    wish = worker.person.sees("wish")
    assert isinstance(wish, QPlainTextEdit)
    wish.setFocus()
    worker.type("too late")
    worker.person.waits_until(lambda: "A colleague has changed this case" in notice(worker))
    assert wish.toPlainText() == "too late"

    worker.lead_to("bannerAction")
    worker.press(Qt.Key.Key_Return)
    worker.view("caller")
    assert worker.text("requester") == "Anna Berger"
    assert services.cases.get(1).draft["wish"] == ""


def _tell_nobody(_change: object) -> None:
    """Let the colleague's change pass unheard."""


def test_that_a_colleagues_change_is_shown_by_itself_while_nobody_types(
    worker: CaseWorker,
) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.person.settles()
    known = services.cases.get(1)
    services.cases.save(
        1,
        to_json(CaseDraft(requester="Anna Berger", service_id=1)),
        step="caller",
        state=CaseState.DRAFT,
        revision=known.revision,
        agent=COLLEAGUE,
    )

    worker.person.waits_until(lambda: worker.page.case.draft.requester == "Anna Berger")
    assert worker.text("requester") == "Anna Berger"


def test_that_notes_are_saved_while_typing_and_stand_after_enter(worker: CaseWorker) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    worker.focus_is_on("noteField")
    worker.type("Ruft wegen Neuwagen-News an")
    worker.person.waits_until(
        lambda: [n.text for n in services.notes.of_case(1)] == ["Ruft wegen Neuwagen-News an"]
    )

    worker.type(".")
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(
        lambda: [n.text for n in services.notes.of_case(1)] == ["Ruft wegen Neuwagen-News an."]
    )
    worker.person.waits_until(
        lambda: "Ruft wegen Neuwagen-News an." in worker.visible_words("notesPanel")
    )
    assert worker.text("noteField") == ""


def test_that_a_case_without_a_draft_opens_with_three_steps(worker: CaseWorker) -> None:
    services = worker.person.app.services
    services.cases.open(CaseKind.OTHER, 1, 1, {}, AGENT)

    worker.navigator.case_wanted.emit(1)

    worker.view("caller")
    steps = [each for each in CaseStep if worker.body.findChild(QWidget, f"step_{each.value}")]
    assert steps == [CaseStep.CALLER, CaseStep.REQUEST, CaseStep.WRAP_UP]


def test_that_the_list_shows_whose_case_is_where_and_enter_opens_it(worker: CaseWorker) -> None:
    services = worker.person.app.services
    worker.begin()
    worker.verify()
    services.cases.open(CaseKind.OTHER, 1, None, {}, COLLEAGUE)

    worker.navigator.page_wanted.emit("cases")
    page = worker.person.sees("casesPage")
    worker.person.waits_until(lambda: services.cases.counts(AGENT).open == 2)
    worker.person.settles()
    assert worker.person.sees("segment_mine").accessibleName() == "Mine 1"
    assert worker.person.sees("segment_open").accessibleName() == "All open 2"
    worker.focus_is_on("caseTable")
    worker.press(Qt.Key.Key_Return)

    worker.view("request")
    assert not page.isVisible()


def test_that_an_empty_list_says_what_to_do(worker: CaseWorker) -> None:
    worker.person.app.services.cases.open(CaseKind.OTHER, 1, None, {}, COLLEAGUE)
    worker.navigator.page_wanted.emit("cases")
    worker.person.waits_until(lambda: "You have no open case." in worker.visible_words("caseTable"))

    worker.lead_to("emptyAction")
    worker.press(Qt.Key.Key_Return)

    worker.person.waits_until(
        lambda: worker.person.app.services.cases.lines(CaseChoice.OPEN, AGENT) != ()
    )
    worker.person.settles()
    worker.person.waits_until(lambda: worker.person.sees("caseTable").isVisible())
    assert "You have no open case." not in worker.visible_words("caseTable")


def test_that_a_paused_case_cannot_be_released_before_it_is_resumed(worker: CaseWorker) -> None:
    services = worker.person.app.services
    worker.prepare()
    worker.lead_to("pauseCase")
    worker.press(Qt.Key.Key_Return)
    worker.focus_is_on("reason")
    worker.type("Chefin fragen")
    worker.press(Qt.Key.Key_Return)
    worker.person.sees("casesPage")
    worker.navigator.case_wanted.emit(1)
    worker.view("release")

    assert not worker.person.sees("primary").isEnabled()
    assert worker.text("footReason") == "Resume the case first."
    worker.go_on()
    worker.person.settles()
    assert services.cases.get(1).dispatch_id is None
    assert worker.page.case.step is CaseStep.RELEASE
