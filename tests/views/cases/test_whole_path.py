"""From the first word to the outcome, with the keyboard alone, and the real sender."""

from __future__ import annotations

from PySide6.QtCore import Qt
from sqlalchemy import select

from desktop.models.states import CaseState, DispatchState, SmsState
from desktop.models.tables import OutboundSms
from desktop.services.storage.database import Database
from tests.support.cases import CaseWorker, set_limits
from tests.support.window import AGENT


def test_that_a_reminder_goes_out_by_keyboard_alone(database: Database, worker: CaseWorker) -> None:
    set_limits(database, countdown_s=5)
    services = worker.person.app.services
    worker.prepare()

    # Enter and Space never release.
    worker.focus_is_on("primary")
    worker.press(Qt.Key.Key_Return)
    worker.press(Qt.Key.Key_Space)
    worker.person.settles()
    assert services.cases.get(1).dispatch_id is None

    worker.go_on()
    worker.person.waits_until(lambda: services.cases.get(1).dispatch_id is not None)
    worker.view("sending")
    worker.person.waits_until(lambda: services.dispatch_lists.get(1).state is DispatchState.DONE)
    worker.go_on()
    worker.view("wrap_up")
    assert worker.text("outcome")
    worker.go_on()
    worker.person.sees("start_page")

    case, dispatch = services.cases.get(1), services.dispatch_lists.get(1)
    assert case.state is CaseState.DONE
    assert case.request is not None
    assert case.request.wish == "Erinnerung an alle, denen Start fehlt"
    assert (dispatch.released_by, dispatch.test_mode) == (AGENT, True)
    assert (dispatch.balance.listed, dispatch.balance.recipients) == (11, 5)
    assert dispatch.balance.adds_up
    with database.read() as session:
        sms = session.scalars(select(OutboundSms)).all()
        assert len(sms) == 5
        assert {one.state for one in sms} <= {
            SmsState.ACCEPTED,
            SmsState.DELIVERED,
            SmsState.UNDELIVERABLE,
            SmsState.FAILED,
            SmsState.UNCLEAR,
        }
    notes = [note.text for note in services.notes.of_case(1)]
    assert notes == ["Agrees to 5 recipients.", "Text read out and agreed."]


def test_that_stop_in_the_countdown_lets_nothing_leave(worker: CaseWorker) -> None:
    services = worker.person.app.services
    worker.prepare()
    worker.go_on()
    worker.focus_is_on("countdownStop")

    worker.press(Qt.Key.Key_Escape)

    worker.view("sending")
    assert worker.text("question") == "Stopped, nothing was sent"
    dispatch = services.dispatch_lists.get(1)
    assert dispatch.state is DispatchState.STOPPED
    assert dispatch.balance.states == {SmsState.CANCELLED: 5}


def test_that_nothing_but_stop_is_live_in_the_countdown(worker: CaseWorker) -> None:
    worker.prepare()
    worker.go_on()
    worker.focus_is_on("countdownStop")

    for name in ("pauseCase", "closeCase", "primary"):
        assert not worker.person.sees(name).isEnabled()
    assert not worker.person.sees("step_caller").isEnabled()
    worker.press(Qt.Key.Key_Escape)
    worker.view("sending")


def test_that_what_was_decided_before_the_release_can_be_read_and_not_changed(
    worker: CaseWorker,
) -> None:
    worker.prepare()
    worker.go_on()
    worker.focus_is_on("countdownStop")
    worker.press(Qt.Key.Key_Escape)
    worker.view("sending")

    worker.body.stepper.step_chosen.emit("text")
    worker.view("text")
    assert not worker.person.sees("templateEdit").isEnabled()
    worker.body.stepper.step_chosen.emit("caller")
    worker.view("caller")
    assert not worker.person.sees("callerNumber").isEnabled()
