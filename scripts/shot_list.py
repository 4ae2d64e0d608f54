"""The stations of which pictures are taken, in their order: how to get to each."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QScrollArea, QTextEdit
from sqlalchemy import text

from desktop.app import DeskApp
from desktop.models.records.audit import AuditFilter
from desktop.models.records.lookup import HitKind
from desktop.models.records.signups import SignupFilter
from desktop.models.records.templates import TemplateDraft
from desktop.models.records.unclear import UnclearFilter
from desktop.models.settings import SimSettings
from desktop.models.states import DispatchKind, DispatchState, NumberKind, SimStage
from desktop.models.template_content import TemplateRef
from desktop.paths import resources_dir
from desktop.services.cases import CaseChoice
from desktop.services.last_run import CrashedRun
from desktop.views.driver import Driver
from desktop.views.importing.page import ImportPage

Station = Callable[[Driver, DeskApp], None]


def _page(key: str) -> Station:
    def go(_driver: Driver, desk: DeskApp) -> None:
        desk.window.show_page(key)

    return go


def _search(text: str) -> Station:
    def go(driver: Driver, desk: DeskApp) -> None:
        desk.window.show_page("start")
        desk.window.focus_search()
        driver.types("searchField", text)
        driver.lives(200)

    return go


def _customer(name: str) -> Station:
    def go(_driver: Driver, desk: DeskApp) -> None:
        hits = desk.services.look_up.search(name).hits
        customer = next(hit for hit in hits if hit.kind is HitKind.CUSTOMER)
        desk.desk.navigator.customer_wanted.emit(customer.id)

    return go


def _asks(page: str, button: str) -> Station:
    """Open a page and press a button that asks something."""

    def go(driver: Driver, desk: DeskApp) -> None:
        desk.window.show_page(page)
        driver.settles()
        driver.clicks(button)

    return go


def _customer_tab(key: str) -> Station:
    def go(driver: Driver, desk: DeskApp) -> None:
        _customer("Winkler")(driver, desk)
        driver.settles()
        driver.clicks(f"tab_{key}")

    return go


def _signups(_driver: Driver, desk: DeskApp) -> None:
    card = desk.services.customers.card(1, today=desk.services.database.clock().date())
    service = card.services[0]
    wanted = SignupFilter(customer_id=1, service_id=service.id)
    desk.desk.navigator.signups_wanted.emit(wanted)


def signups_chosen(driver: Driver, desk: DeskApp) -> None:
    """Choose all sign-ups of a service."""
    _signups(driver, desk)
    driver.settles()
    table = driver.finds("signups_table")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def _running_dispatch(_driver: Driver, desk: DeskApp) -> None:
    running = desk.services.overviews.bars().running
    chosen = next((one for one in running if one.state is DispatchState.SENDING), running[0])
    desk.desk.navigator.dispatch_wanted.emit(chosen.id)


def _reminder_with_effect(_driver: Driver, desk: DeskApp) -> None:
    """Open the reminder that was stopped: who got none by then is compared."""
    lines = desk.services.dispatch_lists.lines()
    stopped = next(one for one in lines if one.state is DispatchState.STOPPED)
    desk.desk.navigator.dispatch_wanted.emit(stopped.id)


def _unclear(_driver: Driver, desk: DeskApp) -> None:
    desk.desk.navigator.unclear_wanted.emit(UnclearFilter())


def _unclear_chosen(driver: Driver, desk: DeskApp) -> None:
    _unclear(driver, desk)
    driver.settles()
    table = driver.finds("unclear_table")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def _unclear_decision(driver: Driver, desk: DeskApp) -> None:
    _unclear_chosen(driver, desk)
    driver.settles()
    driver.clicks("selectionAct")
    driver.clicks("radio_send_again")


def _audit(_driver: Driver, desk: DeskApp) -> None:
    desk.desk.navigator.audit_wanted.emit(AuditFilter())


def _audit_entry(driver: Driver, desk: DeskApp) -> None:
    desk.desk.navigator.audit_wanted.emit(AuditFilter(customer_id=1))
    driver.settles()
    table = driver.finds("audit_table")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Home)


def _audit_verified(driver: Driver, desk: DeskApp) -> None:
    _audit(driver, desk)
    driver.settles()
    driver.clicks("audit_verify")
    driver.settles()


def _audit_broken(driver: Driver, desk: DeskApp) -> None:
    """Look at a log in which somebody has altered an entry and taken another one away."""
    database = desk.services.database
    with database.write() as session:
        session.execute(text("UPDATE audit_log SET actor = 'Nobody' WHERE id = 3"))
        session.execute(text("DELETE FROM audit_log WHERE id = 5"))
    _audit_verified(driver, desk)


def _sim(stage: SimStage) -> Station:
    def go(_driver: Driver, desk: DeskApp) -> None:
        row = desk.services.sims.list(stage).rows[0]
        desk.desk.navigator.sim_wanted.emit(row.sim_id)

    return go


def _sim_to_decide(driver: Driver, desk: DeskApp) -> None:
    desk.window.show_page("sims")
    driver.settles()
    driver.clicks("bannerAction")


def _frequency(driver: Driver, desk: DeskApp) -> None:
    """Show a service that sent now more, now less often."""
    choices = desk.services.traffic.choices()
    chosen = next(one for one in choices if one.service_name == "Neuwagen-News")
    desk.desk.navigator.frequency_wanted.emit(chosen.service_id)
    driver.settles()


def _frequency_foot(driver: Driver, desk: DeskApp) -> None:
    _frequency(driver, desk)
    area = driver.finds("frequency_page").findChild(QScrollArea)
    if area is not None:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _frequency_presses(button: str) -> Station:
    def go(driver: Driver, desk: DeskApp) -> None:
        _frequency(driver, desk)
        driver.clicks(button)

    return go


def _frequency_days(driver: Driver, desk: DeskApp) -> None:
    driver.clicks("frequency_table_toggle")
    _frequency(driver, desk)
    chart = driver.finds("frequency_scatter")
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)


def _platform_number(_driver: Driver, desk: DeskApp) -> None:
    rows = desk.services.sims.list().rows
    number = next(row for row in rows if row.kind is NumberKind.PLATFORM)
    desk.desk.navigator.sim_wanted.emit(number.sim_id)


def _template(driver: Driver, desk: DeskApp) -> None:
    """Open a template of which there is a version, with something typed."""
    services, agent = desk.services, desk.desk.agent
    ref = TemplateRef("de", "reminder_short")
    services.settings.save("sims", SimSettings(supervisors=agent), agent)
    if not services.template_lists.file(ref, agent).current.number:
        built_in = services.template_lists.file(ref, agent).current.content
        text = built_in.text.replace("fehlt noch", "fehlt uns nur noch")
        draft = TemplateDraft(replace(built_in, text=text), 0, "Klang nach einer Mahnung")
        services.template_editing.save(ref, DispatchKind.SIGNUP_REMINDER, draft, agent)
    desk.desk.navigator.template_wanted.emit(ref)
    driver.finds("templateText")
    driver.settles()


def _template_changed(driver: Driver, desk: DeskApp) -> None:
    _template(driver, desk)
    text = driver.finds("templateText")
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    if isinstance(text, QTextEdit) and "–" not in text.toPlainText():
        text.insertPlainText(" – „Gratis“ {name}")
    driver.lives(600)
    driver.settles()


def _template_starts(driver: Driver, desk: DeskApp) -> None:
    desk.window.show_page("templates")
    driver.settles()
    driver.clicks("newTemplate")
    driver.types("startCustomer", "au")
    driver.settles()


def _close_dialogs(desk: DeskApp) -> None:
    for dialog in desk.window.findChildren(QDialog):
        dialog.reject()


def _after_a_crash(driver: Driver, desk: DeskApp) -> None:
    _close_dialogs(desk)
    desk.window.show_page("start")
    ended_at = desk.services.database.clock() - timedelta(minutes=4)
    desk.notice.tell_crash(CrashedRun(ended_at, "", Path("crash.txt")))
    driver.settles()


def _closing(driver: Driver, desk: DeskApp) -> None:
    """Ask while the demo still sends: once it has ended, closing would really close."""
    desk.window.close()
    driver.finds("closing_while_sending")


def _frozen(driver: Driver, desk: DeskApp) -> None:
    """Look at a database as if it had been put back from a backup."""
    _close_dialogs(desk)
    desk.notice.hide()
    driver.settles()
    database = desk.services.database
    desk.services.sending.stop()
    with database.write() as session:
        session.execute(text("UPDATE change_counters SET version = 0 WHERE kind = 'dispatches'"))
    desk.services.sending.guard.look()
    desk.freeze.look()
    _running_dispatch(driver, desk)


def _frozen_release(driver: Driver, _desk: DeskApp) -> None:
    banner = driver.finds("frozen_notice")
    button = banner.findChild(QAbstractButton, "bannerAction")
    if button is not None:
        button.click()
    driver.finds("release_dialog")


def _curtain(driver: Driver, _desk: DeskApp) -> None:
    driver.presses(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def _first_case(_driver: Driver, desk: DeskApp) -> None:
    line = desk.services.cases.lines(CaseChoice.OPEN, desk.desk.agent)[0]
    desk.desk.navigator.case_wanted.emit(line.id)


def _follow_ups(_driver: Driver, desk: DeskApp) -> None:
    desk.desk.navigator.cases_wanted.emit(CaseChoice.FOLLOW_UP)


def _follow_up(driver: Driver, desk: DeskApp) -> None:
    (line, *_) = desk.services.cases.lines(
        CaseChoice.FOLLOW_UP,
        desk.desk.agent,
        due_before=desk.services.database.clock() + timedelta(days=1),
    )
    desk.desk.navigator.case_wanted.emit(line.id)
    driver.finds("followUpState")


def _follow_up_done(driver: Driver, _desk: DeskApp) -> None:
    driver.clicks("primary")
    driver.finds("followUpDoneDialog")


def _follow_up_moved(driver: Driver, _desk: DeskApp) -> None:
    driver.clicks("moveFollowUp")
    driver.finds("followUpDayDialog")


def _import_preview(driver: Driver, desk: DeskApp) -> None:
    """Look at a sample from a folder of its own: the error file lies beside what was read."""
    folder = Path(tempfile.mkdtemp(prefix="export-")) / "export-de"
    shutil.copytree(resources_dir() / "sample" / "export-de", folder)
    desk.window.show_page("importing")
    page = desk.window.page("importing")
    if isinstance(page, ImportPage):
        page.look_at([folder])
    driver.settles()


def _import_report(driver: Driver, _desk: DeskApp) -> None:
    driver.clicks("run_import")
    driver.settles()


STATIONS: tuple[tuple[str, Station], ...] = (
    ("start", _page("start")),
    ("notice-closing", _closing),
    ("search-number", _search("436760088159")),
    ("search-digits", _search("8159")),
    ("search-name", _search("steiner")),
    ("search-nothing", _search("xyzxyz")),
    ("customers", _page("customers")),
    ("customer", _customer("Winkler")),
    ("customer-dispatches", _customer_tab("dispatches")),
    ("customer-notes", _customer_tab("notes")),
    ("customer-history", _customer_tab("history")),
    ("signups-all", _page("signups")),
    ("signups-service", _signups),
    ("signups-chosen", signups_chosen),
    ("cases", _page("cases")),
    ("cases-follow-up", _follow_ups),
    ("case-follow-up", _follow_up),
    ("case-follow-up-done", _follow_up_done),
    ("case-follow-up-moved", _follow_up_moved),
    ("case-open", _first_case),
    ("frequency", _frequency),
    ("frequency-foot", _frequency_foot),
    ("frequency-why", _frequency_presses("frequency_why")),
    ("frequency-limit", _frequency_presses("frequency_limit")),
    ("frequency-test", _frequency_presses("frequency_trial_plan")),
    ("frequency-table", _frequency_presses("frequency_table_toggle")),
    ("frequency-days", _frequency_days),
    ("frequency-all", _page("ranking")),
    ("sims", _page("sims")),
    ("sims-replace", _asks("sims", "sim_first_act")),
    ("sims-add", _asks("sims", "add_cards")),
    *((f"sim-{stage.value}", _sim(stage)) for stage in SimStage),
    ("sim-platform", _platform_number),
    ("sim-to-decide", _sim_to_decide),
    ("dispatches", _page("dispatches")),
    ("dispatch", _running_dispatch),
    ("dispatch-effect", _reminder_with_effect),
    ("unclear", _unclear),
    ("unclear-chosen", _unclear_chosen),
    ("unclear-decision", _unclear_decision),
    ("audit", _audit),
    ("audit-entry", _audit_entry),
    ("audit-verified", _audit_verified),
    ("audit-broken", _audit_broken),
    ("answers", _page("answers")),
    ("settings", _page("settings")),
    ("template", _template),
    ("template-changed", _template_changed),
    ("templates", _page("templates")),
    ("template-new", _template_starts),
)
IMPORTS: tuple[tuple[str, Station], ...] = (
    ("import", _page("importing")),
    ("import-preview", _import_preview),
    ("import-report", _import_report),
    ("notice-crash", _after_a_crash),
    ("notice-frozen", _frozen),
    ("notice-frozen-release", _frozen_release),
)
"""They come last: the sample gives customers of the demo other names."""
