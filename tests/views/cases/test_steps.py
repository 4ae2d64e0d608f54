"""What single steps of a case show, ask for and refuse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop.models.case_flow import CaseStep, DraftProblem
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.states import ExclusionReason
from desktop.services.storage.database import Database
from desktop.views.cases.sentences import problem_sentence
from desktop.views.widgets.check_list import CheckList
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.template_edit import TemplateEdit
from tests.support.cases import CaseWorker, set_limits
from tests.support.window import AGENT


@pytest.mark.parametrize("problem", DraftProblem)
def test_that_everything_that_can_be_missing_is_said_in_a_sentence(problem: DraftProblem) -> None:
    sentence = problem_sentence(problem)

    assert sentence.endswith(".")
    assert sentence[0].isupper()


def test_that_the_caller_step_says_at_the_fields_what_is_missing(worker: CaseWorker) -> None:
    worker.begin()
    worker.lead_to("radio_other")
    worker.press(Qt.Key.Key_Space)
    worker.go_on()
    words = worker.visible_words("stepView_caller")
    assert problem_sentence(DraftProblem.REQUESTER_MISSING) in words
    assert problem_sentence(DraftProblem.NOT_VERIFIED) in words
    worker.focus_is_on("requester")

    worker.type("Anna Berger")
    words = worker.visible_words("stepView_caller")
    assert problem_sentence(DraftProblem.REQUESTER_MISSING) not in words
    assert problem_sentence(DraftProblem.NOT_VERIFIED) in words


def test_that_a_number_is_compared_with_the_stored_one(worker: CaseWorker) -> None:
    worker.begin()
    worker.lead_to("callerNumber")
    worker.type("0676 6018159")
    assert "the stored number of the contact person" in worker.visible_words("stepView_caller")
    worker.type("0")
    assert "the stored number" not in worker.visible_words("stepView_caller")


def test_that_the_request_step_says_at_the_fields_what_is_missing(worker: CaseWorker) -> None:
    worker.begin()
    worker.verify()
    worker.go_on()

    words = worker.visible_words("stepView_request")
    assert problem_sentence(DraftProblem.CHANNEL_MISSING) in words
    assert problem_sentence(DraftProblem.WISH_MISSING) in words
    assert worker.person.app.services.cases.get(1).request is None


def test_that_the_same_numbers_stand_in_ledger_say_panel_and_stepper(worker: CaseWorker) -> None:
    worker.begin()
    worker.verify()
    worker.record()
    worker.focus_is_on("ledger_gets")

    worker.person.waits_until(lambda: "Is that all right?" in worker.visible_words("sayPanel"))
    said = worker.visible_words("sayPanel")
    assert "I see 11 sign-ups" in said
    assert "5 of them get an SMS today, 6 do not" in said
    assert "3 are older than 30 days" in said
    ledger = worker.person.sees("recipientLedger")
    names = [line.accessibleName() for line in ledger.children() if isinstance(line, QWidget)]
    assert names[:3] == ["11 incomplete sign-ups", "5 get an SMS", "6 get none"]
    assert worker.person.sees("step_recipients").accessibleName().endswith("5 of 11")


def test_that_the_recipients_step_asks_for_the_callers_answer(worker: CaseWorker) -> None:
    worker.begin()
    worker.verify()
    worker.record()
    worker.focus_is_on("ledger_gets")
    worker.go_on()

    sentence = problem_sentence(DraftProblem.RECIPIENTS_NOT_AGREED)
    assert worker.person.sees("recipientBanner").accessibleName() == sentence
    worker.focus_is_on("answer_yes")


def test_that_somebody_taken_out_stays_in_the_sum_and_the_caller_is_asked_again(
    worker: CaseWorker,
) -> None:
    worker.begin()
    worker.verify()
    worker.record()
    worker.focus_is_on("ledger_gets")
    worker.go_on()
    worker.focus_is_on("answer_yes")
    worker.press(Qt.Key.Key_Return)
    assert worker.page.case.draft.recipients_agreed

    worker.lead_to("recipientTable")
    table = worker.person.sees("recipientTable")
    assert isinstance(table, DeskTable)
    worker.person.settles()
    table.setCurrentIndex(table.model().index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Space)
    worker.person.waits_until(lambda: worker.page.case.draft.recipients == 4)

    draft = worker.page.case.draft
    assert (draft.listed, len(draft.deselected)) == (11, 1)
    assert not draft.recipients_agreed
    worker.person.waits_until(
        lambda: "4 of them get an SMS today, 7 do not" in worker.visible_words("sayPanel")
    )
    assert table.model().rowCount() == 5
    assert worker.person.sees(f"ledger_{ExclusionReason.DESELECTED.value}").isVisible()


def test_that_each_number_opens_its_list(worker: CaseWorker) -> None:
    worker.begin()
    worker.verify()
    worker.record()
    worker.focus_is_on("ledger_gets")
    worker.lead_to(f"ledger_{ExclusionReason.TOO_OLD.value}")
    worker.press(Qt.Key.Key_Return)

    table = worker.person.sees("recipientTable")
    assert isinstance(table, DeskTable)
    worker.person.waits_until(lambda: table.model().rowCount() == 3)
    worker.focus_is_on("recipientTable")


def test_that_numbers_are_whole_only_while_the_caller_is_verified(worker: CaseWorker) -> None:
    worker.begin()
    worker.verify()
    worker.record()
    worker.focus_is_on("ledger_gets")
    worker.person.settles()
    table = worker.person.sees("recipientTable")
    assert isinstance(table, DeskTable)
    assert "•" not in str(table.model().index(0, 1).data())

    worker.person.app.desk.call.end()
    worker.person.settles()

    worker.person.waits_until(lambda: "•" in str(table.model().index(0, 1).data()))


def _text_step(worker: CaseWorker) -> TemplateEdit:
    worker.begin()
    worker.verify()
    worker.record()
    worker.agree("recipients", "text")
    edit = worker.person.sees("templateEdit")
    assert isinstance(edit, TemplateEdit)
    return edit


def test_that_a_broken_text_cannot_be_agreed_to(worker: CaseWorker) -> None:
    edit = _text_step(worker)
    worker.lead_to("templateEdit")
    worker.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    worker.type(" {x}")

    checks = worker.person.sees("textChecks")
    assert isinstance(checks, CheckList)
    assert "There is no placeholder called “x”" in checks.sentences
    answers = worker.body.findChildren(QAbstractButton, "answer_yes")
    assert not [answer for answer in answers if answer.isVisible()]
    worker.go_on()
    assert worker.person.sees("textBanner").accessibleName() == problem_sentence(
        DraftProblem.TEXT_BROKEN
    )
    assert worker.page.case.step is CaseStep.TEXT
    assert edit.template().endswith(" {x}")


def test_that_the_caller_hears_a_changed_text_again(worker: CaseWorker) -> None:
    _text_step(worker)
    worker.go_on()
    worker.focus_is_on("answer_yes")
    worker.press(Qt.Key.Key_Return)
    assert worker.page.case.draft.text_agreed

    worker.lead_to("templateEdit")
    worker.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    worker.type("!")

    assert not worker.page.case.draft.text_agreed


def test_that_du_changes_the_text_and_the_form_can_be_chosen_by_key(worker: CaseWorker) -> None:
    edit = _text_step(worker)
    worker.lead_to("segment_du")
    worker.press(Qt.Key.Key_Space)

    assert "Deine Anmeldung" in edit.template()


def test_that_the_number_is_read_out_in_groups(worker: CaseWorker) -> None:
    _text_step(worker)

    worker.person.waits_until(lambda: "0660, 441, 72, 03" in worker.visible_words("sayPanel"))


def test_that_a_large_release_is_typed_and_signed_by_a_colleague(
    database: Database, worker: CaseWorker
) -> None:
    set_limits(database, countdown_s=60, second_release_above=4)
    worker.prepare()
    primary = worker.person.sees("primary")
    assert worker.text("footReason") == "A colleague has to release as well."
    assert not primary.isEnabled()

    worker.focus_is_on("secondAgent")
    worker.type(AGENT)
    assert worker.text("footReason") == "The second release is a colleague's."
    second = worker.person.sees("secondAgent")
    assert isinstance(second, QLineEdit)
    second.clear()
    worker.type("Tobias Reiter")
    assert primary.isEnabled()
    worker.go_on()
    worker.focus_is_on("countdownStop")

    services = worker.person.app.services
    assert services.dispatch_lists.get(1).second_released_by == "Tobias Reiter"
    worker.press(Qt.Key.Key_Escape)
    worker.view("sending")


def test_that_the_summary_is_copied_in_either_language(worker: CaseWorker) -> None:
    worker.prepare()
    worker.go_on()
    worker.focus_is_on("countdownStop")
    worker.press(Qt.Key.Key_Escape)
    worker.view("sending")
    worker.go_on()
    worker.view("wrap_up")
    worker.person.settles()

    worker.lead_to("copy_de")
    worker.press(Qt.Key.Key_Return)
    assert "Angefragt von Elias Eder" in QGuiApplication.clipboard().text()
    worker.lead_to("copy_en")
    worker.press(Qt.Key.Key_Return)
    assert "Requested by Elias Eder" in QGuiApplication.clipboard().text()


def test_that_nobody_to_remind_is_said_with_the_reasons(worker: CaseWorker) -> None:
    worker.begin(SignupSelection(SignupFilter(1, 1, sms=ExclusionReason.TOO_OLD)))
    worker.verify()
    worker.record()
    worker.person.waits_until(
        lambda: "Nobody of them can get an SMS today" in worker.visible_words("sayPanel")
    )
    worker.go_on()
    banner = worker.person.sees("recipientBanner").accessibleName()
    assert banner == problem_sentence(DraftProblem.NOBODY_GETS_ONE)


def test_that_sign_ups_of_several_services_begin_no_case(worker: CaseWorker) -> None:
    worker.navigator.reminder_wanted.emit(SignupSelection(chosen=frozenset()))

    worker.person.waits_until(
        lambda: "A reminder goes out for one service." in worker.visible_words("caseError")
    )
    assert worker.person.app.services.cases.counts(AGENT).open == 0
