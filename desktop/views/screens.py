"""The pages of the window: how each is called, which icon it has, and how it is made.

Pages are made when they are first shown, so that the window opens fast and heavy libraries
(charts) load only with the page that needs them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.views.desk import Desk
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.page import Page


@dataclass(frozen=True, slots=True)
class Screen:
    """One page: its key, the line of the side bar it belongs to, its title, and its maker."""

    key: str
    side: str
    title: str
    make: Callable[[Desk], Page]
    icon_name: str = ""
    bottom: bool = False
    shortcut: str = ""


def _start(desk: Desk) -> Page:
    from desktop.views.start.page import StartPage

    return StartPage(desk)


def _customers(desk: Desk) -> Page:
    from desktop.views.customer.list_page import CustomersPage

    return CustomersPage(desk)


def _customer(desk: Desk) -> Page:
    from desktop.views.customer.page import CustomerPage

    return CustomerPage(desk)


def _signups(desk: Desk) -> Page:
    from desktop.views.signups.page import SignupsPage

    return SignupsPage(desk)


def _frequency(desk: Desk) -> Page:
    from desktop.views.frequency.page import FrequencyPage

    return FrequencyPage(desk)


def _ranking(desk: Desk) -> Page:
    from desktop.views.frequency.ranking_page import RankingPage

    return RankingPage(desk)


def _sims(desk: Desk) -> Page:
    from desktop.views.sims.page import SimsPage

    return SimsPage(desk)


def _answers(desk: Desk) -> Page:
    from desktop.views.answers.page import AnswersPage

    return AnswersPage(desk)


def _importing(desk: Desk) -> Page:
    from desktop.views.importing.page import ImportPage

    return ImportPage(desk)


def _dispatches(desk: Desk) -> Page:
    from desktop.views.dispatches.list_page import DispatchesPage

    return DispatchesPage(desk)


def _dispatch(desk: Desk) -> Page:
    from desktop.views.dispatches.page import DispatchPage

    return DispatchPage(desk)


def _unclear(desk: Desk) -> Page:
    from desktop.views.dispatches.unclear_page import UnclearPage

    return UnclearPage(desk)


def _settings(desk: Desk) -> Page:
    from desktop.views.settings.page import SettingsPage

    return SettingsPage(desk)


def _templates(desk: Desk) -> Page:
    from desktop.views.templates.list_page import TemplatesPage

    return TemplatesPage(desk)


def _template(desk: Desk) -> Page:
    from desktop.views.templates.page import TemplatePage

    return TemplatePage(desk)


def _audit(desk: Desk) -> Page:
    from desktop.views.audit.page import AuditPage

    return AuditPage(desk)


def _cases(desk: Desk) -> Page:
    from desktop.views.cases.list_page import CasesPage

    return CasesPage(desk)


def _case(desk: Desk) -> Page:
    from desktop.views.cases.page import CasePage

    return CasePage(desk)


SCREENS = (
    Screen("start", "start", QT_TRANSLATE_NOOP("Screens", "Start"), _start, "house"),
    Screen(
        "customers", "customers", QT_TRANSLATE_NOOP("Screens", "Customers"), _customers, "users"
    ),
    Screen("customer", "customers", QT_TRANSLATE_NOOP("Screens", "Customer"), _customer),
    Screen("signups", "signups", QT_TRANSLATE_NOOP("Screens", "Sign-ups"), _signups, "user-plus"),
    Screen("cases", "cases", QT_TRANSLATE_NOOP("Screens", "Cases"), _cases, "list-checks"),
    Screen("case", "cases", QT_TRANSLATE_NOOP("Screens", "Case"), _case),
    Screen(
        "frequency",
        "frequency",
        QT_TRANSLATE_NOOP("Screens", "Frequency"),
        _frequency,
        "chart-line",
    ),
    Screen("ranking", "frequency", QT_TRANSLATE_NOOP("Screens", "Loss of all services"), _ranking),
    Screen("sims", "sims", QT_TRANSLATE_NOOP("Screens", "SIM cards"), _sims, "card-sim"),
    Screen(
        "dispatches", "dispatches", QT_TRANSLATE_NOOP("Screens", "Dispatches"), _dispatches, "send"
    ),
    Screen("dispatch", "dispatches", QT_TRANSLATE_NOOP("Screens", "Dispatch"), _dispatch),
    Screen("unclear", "dispatches", QT_TRANSLATE_NOOP("Screens", "Unclear SMS"), _unclear),
    Screen(
        "answers",
        "answers",
        QT_TRANSLATE_NOOP("Screens", "Answers"),
        _answers,
        "message-circle-question-mark",
    ),
    Screen(
        "importing",
        "importing",
        QT_TRANSLATE_NOOP("Screens", "Import"),
        _importing,
        "upload",
        bottom=True,
    ),
    Screen(
        "settings",
        "settings",
        QT_TRANSLATE_NOOP("Screens", "Settings"),
        _settings,
        "sliders-horizontal",
        bottom=True,
    ),
    Screen("templates", "settings", QT_TRANSLATE_NOOP("Screens", "SMS templates"), _templates),
    Screen("template", "settings", QT_TRANSLATE_NOOP("Screens", "SMS template"), _template),
    Screen("audit", "settings", QT_TRANSLATE_NOOP("Screens", "Audit log"), _audit),
)
