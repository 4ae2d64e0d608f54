"""Where the wishes of pages lead: which page is brought to the front, and what it opens there."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject, Slot

from desktop.models.records.audit import AuditFilter
from desktop.models.records.signups import SignupFilter, SignupSelection
from desktop.models.records.unclear import UnclearFilter
from desktop.models.template_content import TemplateRef
from desktop.services.cases import CaseChoice
from desktop.views.desk import Navigator
from desktop.views.page import Page


class Stage(Protocol):
    """What can bring a page to the front."""

    def page(self, key: str) -> Page:
        """Return a page, and make it if need be."""
        ...

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        ...


class Ways(QObject):
    """Follows the navigator's signals on a stage."""

    def __init__(self, navigator: Navigator, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        navigator.page_wanted.connect(self._show)
        navigator.customer_wanted.connect(self._open_customer)
        navigator.case_wanted.connect(self._open_case)
        navigator.cases_wanted.connect(self._open_cases)
        navigator.reminder_wanted.connect(self._begin_reminder)
        navigator.customers_reminder_wanted.connect(self._begin_customers_reminder)
        navigator.signups_wanted.connect(self._open_signups)
        navigator.dispatch_wanted.connect(self._open_dispatch)
        navigator.unclear_wanted.connect(self._open_unclear)
        navigator.audit_wanted.connect(self._open_audit)
        navigator.sim_wanted.connect(self._open_sim)
        navigator.number_change_wanted.connect(self._begin_number_change)
        navigator.frequency_wanted.connect(self._open_frequency)
        navigator.template_wanted.connect(self._open_template)
        navigator.frequency_question_wanted.connect(self._begin_frequency_question)

    @Slot(str)
    def _show(self, key: str) -> None:
        self._stage.show_page(key)

    @Slot(int)
    def _open_customer(self, customer_id: int) -> None:
        self._front("customer").open_customer(customer_id)

    @Slot(int)
    def _open_case(self, case_id: int) -> None:
        self._front("case").open_case(case_id)

    @Slot(object)
    def _open_cases(self, choice: CaseChoice) -> None:
        self._front("cases").open_choice(choice)

    @Slot(object)
    def _begin_reminder(self, selection: SignupSelection) -> None:
        self._front("case").begin_reminder(selection)

    @Slot(int)
    def _begin_number_change(self, service_id: int) -> None:
        self._front("case").begin_number_change(service_id)

    @Slot(int)
    def _begin_frequency_question(self, service_id: int) -> None:
        self._front("case").begin_frequency_question(service_id)

    @Slot(int)
    def _begin_customers_reminder(self, customer_id: int) -> None:
        self._front("customer").begin_reminder_for(customer_id)

    @Slot(object)
    def _open_signups(self, wanted: SignupFilter) -> None:
        self._front("signups").open_filter(wanted)

    @Slot(int)
    def _open_dispatch(self, dispatch_id: int) -> None:
        self._front("dispatch").open_dispatch(dispatch_id)

    @Slot(object)
    def _open_unclear(self, wanted: UnclearFilter) -> None:
        self._front("unclear").open_filter(wanted)

    @Slot(object)
    def _open_audit(self, wanted: AuditFilter) -> None:
        self._front("audit").open_filter(wanted)

    @Slot(int)
    def _open_sim(self, sim_id: int) -> None:
        self._front("sims").open_sim(sim_id)

    @Slot(int)
    def _open_frequency(self, service_id: int) -> None:
        self._front("frequency").open_service(service_id)

    @Slot(object)
    def _open_template(self, ref: TemplateRef) -> None:
        self._front("template").open_template(ref)

    def _front(self, key: str) -> Any:  # noqa: ANN401  each page opens something of its own
        page = self._stage.page(key)
        self._stage.show_page(key)
        return page
