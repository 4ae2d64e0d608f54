"""The check of the caller: a secret decides where there is one; till then numbers are masked."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.models.settings import SimSettings
from desktop.models.states import VerificationMethod, VerificationResult
from desktop.services.storage.database import Database
from desktop.services.storage.settings import SettingsStore
from tests.support.cases import CaseWorker
from tests.support.window import AGENT

PIN = "25801357"


def choose(worker: CaseWorker, method: str) -> None:
    worker.lead_to(f"radio_{method}")
    worker.press(Qt.Key.Key_Space)
    worker.person.settles()


def result(worker: CaseWorker) -> VerificationResult:
    return worker.page.case.draft.verification_result


def is_masked(worker: CaseWorker) -> bool:
    return not worker.page.case.shows_numbers


def set_pin(worker: CaseWorker, database: Database) -> None:
    SettingsStore(database).save("sims", SimSettings(supervisors=AGENT), AGENT)
    worker.person.app.services.caller_pins.set(1, PIN, AGENT)


def test_that_the_pin_decides_and_nobody_can_judge_in_its_place(
    worker: CaseWorker, database: Database
) -> None:
    set_pin(worker, database)
    worker.begin()
    choose(worker, "customer_pin")
    assert not worker.person.sees("radio_verified").isEnabled()
    assert is_masked(worker)

    worker.go_on()
    worker.focus_is_on("callerSecret")
    worker.type("1111")
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(lambda: "Wrong." in worker.text("proofState"))
    assert result(worker) is VerificationResult.NOT_VERIFIED

    worker.focus_is_on("callerSecret")
    secret = worker.person.sees("callerSecret")
    assert isinstance(secret, QLineEdit)
    assert secret.text() == ""
    worker.type(PIN)
    assert secret.displayText() != PIN
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(lambda: result(worker) is VerificationResult.VERIFIED)
    assert not is_masked(worker)
    worker.go_on()
    worker.view("request")


def test_that_a_customer_without_a_pin_is_checked_another_way(worker: CaseWorker) -> None:
    worker.begin()
    choose(worker, "customer_pin")
    worker.lead_to("callerSecret")
    worker.type(PIN)
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(lambda: "has no PIN" in worker.text("proofState"))
    assert is_masked(worker)


def test_that_the_code_that_was_sent_verifies_the_caller(worker: CaseWorker) -> None:
    worker.begin()
    choose(worker, "sms_code")
    worker.go_on()
    worker.focus_is_on("sendCode")
    worker.press(Qt.Key.Key_Space)
    worker.person.waits_until(lambda: "valid until" in worker.text("proofState").lower())
    told = re.search(r"code is (\d{6})", worker.text("proofState"))
    assert told is not None
    worker.focus_is_on("callerSecret")
    worker.type(told.group(1))
    worker.press(Qt.Key.Key_Return)
    worker.person.waits_until(lambda: result(worker) is VerificationResult.VERIFIED)
    assert worker.page.case.draft.verification_method is VerificationMethod.SMS_CODE


def test_that_another_way_of_checking_begins_anew(worker: CaseWorker) -> None:
    worker.begin()
    choose(worker, "call_back")
    worker.lead_to("radio_verified")
    worker.press(Qt.Key.Key_Space)
    assert result(worker) is VerificationResult.VERIFIED
    choose(worker, "known_address")
    assert result(worker) is VerificationResult.NOT_VERIFIED
