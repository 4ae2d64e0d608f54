"""The guided cases of which pictures are taken, step by step."""

from __future__ import annotations

from datetime import timedelta

from desktop.app import DeskApp
from desktop.models.records.frequency import Often
from desktop.views.cases.page import CasePage
from desktop.views.driver import Driver
from desktop.views.main_job import Look, MainJob
from scripts.shot_list import signups_chosen


def reminder_case(driver: Driver, desk: DeskApp, look: Look) -> None:
    """Guide a reminder for all sign-ups of a service from the caller to the wrap-up."""
    signups_chosen(driver, desk)
    driver.settles()
    job = MainJob(driver, desk.desk, look)
    job.begins_reminder()
    job.records_request("Bitte alle erinnern, die noch nicht fertig angemeldet sind.")
    job.agrees()
    job.releases()

    def newest() -> int:
        card = desk.services.customers.card(1, today=desk.services.database.clock().date())
        return max(line.id for line in card.dispatches)

    job.sends(newest)
    job.wraps_up()
    look("case-closed")


def _verified(driver: Driver, job: MainJob) -> None:
    """Come to the request; whoever is verified in this call already is not asked again."""
    first = ("stepView_caller", "stepView_request")
    driver.waits_for("the first step", lambda: any(driver.shows(name) for name in first))
    driver.settles()
    if driver.shows("stepView_caller"):
        driver.clicks("radio_call_back")
        driver.clicks("radio_verified")
        job.goes_on("request")
        driver.clicks("radio_phone")


def number_change_case(driver: Driver, desk: DeskApp, look: Look) -> None:
    """Guide a change of number up to the text of the notice, for the caller who is verified."""
    card = desk.services.customers.card(1, today=desk.services.database.clock().date())
    blocked = next(service for service in card.services if service.is_blocked)
    desk.desk.navigator.number_change_wanted.emit(blocked.id)
    job = MainJob(driver, desk.desk, lambda _name: None)
    _verified(driver, job)
    driver.types("wish", "Bitte die aktiven Kontakte informieren.")
    job.goes_on("number")
    look("change-blocked")
    driver.clicks("takeNumber")
    driver.settles()
    look("change-number")
    job.goes_on("notice")
    driver.clicks("radio_notice_wanted")
    driver.types("noticeReason", "Die Sperre hat der Kunde nicht verschuldet.")
    look("change-notice")
    job.goes_on("recipients")
    look("change-recipients")
    driver.clicks("answer_yes")
    job.goes_on("text")
    look("change-text")


def block_in_case(driver: Driver, desk: DeskApp, look: Look) -> None:
    """Come to the question since when a number that still works is blocked, and why."""
    card = desk.services.customers.card(1, today=desk.services.database.clock().date())
    works = next(service for service in card.services if not service.is_blocked)
    desk.desk.navigator.number_change_wanted.emit(works.id)
    job = MainJob(driver, desk.desk, lambda _name: None)
    _verified(driver, job)
    driver.types("wish", "Unsere Nummer geht nicht mehr.")
    job.goes_on("number")
    driver.settles()
    look("change-block")
    driver.clicks("markBlocked")
    look("change-block-reason-missing")


def frequency_case(driver: Driver, desk: DeskApp, look: Look) -> None:
    """Guide a question on frequency from the own curve to what is agreed, and its follow-up."""
    card = desk.services.customers.card(1, today=desk.services.database.clock().date())
    desk.desk.navigator.frequency_question_wanted.emit(card.services[0].id)
    job = MainJob(driver, desk.desk, lambda _name: None)
    _verified(driver, job)
    driver.types("wish", "Zu viele Abmeldungen, wie oft sollen wir schreiben?")
    job.goes_on("curve")
    driver.settles()
    look("question-curve")
    driver.clicks("answer_yes")
    job.goes_on("agreement")
    driver.clicks("radio_agreed_change")
    page = desk.window.page("case")
    if isinstance(page, CasePage):
        today = desk.services.database.clock().date()
        page.case.change(agreed_often=Often.DAILY, agreed_on=today - timedelta(days=60))
    driver.settles()
    driver.lives(150)
    look("question-agreement")
    job.goes_on("wrap_up")
    driver.settles()
    driver.lives(150)
    look("question-follow-up")
