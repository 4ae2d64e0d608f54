"""What every page is given: the services, the bridge to workers, the theme, and the way around."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QSettings, Signal

from desktop.models.states import VerificationMethod
from desktop.models.types import Clock
from desktop.services.bundle import Services
from desktop.views.feed import ChangeFeed
from desktop.views.formats import Formats
from desktop.views.language import LanguageManager
from desktop.views.tasks import TaskRunner
from desktop.views.theme import ThemeManager


class Navigator(QObject):
    """Where pages say which other page they want; the main window goes there.

    Signals:
        customer_wanted: customer id.
        signups_wanted: a ``SignupFilter`` (models.records.signups).
        case_wanted: case id.
        cases_wanted: a ``CaseChoice`` (services.cases), for the list of cases.
        reminder_wanted: a ``SignupSelection``; begins a reminder case for it.
        customers_reminder_wanted: customer id; begins one at the service it has, or asks which.
        dispatch_wanted: dispatch id.
        unclear_wanted: an ``UnclearFilter`` (models.records.unclear).
        audit_wanted: an ``AuditFilter`` (models.records.audit).
        sim_wanted: SIM card id.
        number_change_wanted: id of the service that needs another number.
        frequency_wanted: service id.
        template_wanted: a ``TemplateRef`` (models.template_content).
        frequency_question_wanted: id of the service whose frequency is asked about.
        page_wanted: the name of a page of the side bar.
        search_wanted: puts the focus into the search field.
        setup_wanted: asks once more what the first start has asked.
    """

    customer_wanted = Signal(int)
    signups_wanted = Signal(object)
    case_wanted = Signal(int)
    cases_wanted = Signal(object)
    reminder_wanted = Signal(object)
    customers_reminder_wanted = Signal(int)
    dispatch_wanted = Signal(int)
    unclear_wanted = Signal(object)
    audit_wanted = Signal(object)
    sim_wanted = Signal(int)
    number_change_wanted = Signal(int)
    frequency_wanted = Signal(int)
    template_wanted = Signal(object)
    frequency_question_wanted = Signal(int)
    page_wanted = Signal(str)
    search_wanted = Signal()
    setup_wanted = Signal()


class Call(QObject):
    """The phone call under way: since when, and for which customer the caller is verified.

    Numbers stay partly masked until ``verified_customer_id`` is the customer they belong to.

    Signals:
        changed: the call began or ended, or its caller was verified.
    """

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._begun_at: datetime | None = None
        self._verified_customer_id: int | None = None
        self._method: VerificationMethod | None = None

    @property
    def begun_at(self) -> datetime | None:
        """When the call began; None between two calls."""
        return self._begun_at

    @property
    def verified_customer_id(self) -> int | None:
        """The customer whose requester has been verified in this call."""
        return self._verified_customer_id

    @property
    def method(self) -> VerificationMethod | None:
        """How the caller was verified."""
        return self._method

    @property
    def duration_s(self) -> float | None:
        """How long the call has lasted, in seconds; None between two calls."""
        if self._begun_at is None:
            return None
        return (self._clock() - self._begun_at).total_seconds()

    def begin(self) -> None:
        """Begin a call; nothing happens when one is under way."""
        if self._begun_at is None:
            self._begun_at = self._clock()
            self.changed.emit()

    def end(self) -> None:
        """End the call: nobody is verified any more, numbers are masked again."""
        self._begun_at = None
        self._verified_customer_id = None
        self._method = None
        self.changed.emit()

    def verify(self, customer_id: int, method: VerificationMethod) -> None:
        """Remember that the caller was verified for this customer."""
        self._verified_customer_id = customer_id
        self._method = method
        self.begin()
        self.changed.emit()

    def shows_numbers_of(self, customer_id: int | None) -> bool:
        """Tell whether the numbers of this customer's contacts may be shown whole."""
        return customer_id is not None and self._verified_customer_id == customer_id


class Agent(QObject):
    """The service agent at this desk.

    Signals:
        changed: another agent sat down.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name

    @property
    def name(self) -> str:
        """What the agent is called in records and on the screen."""
        return self._name

    def rename(self, name: str) -> None:
        """Let another agent sit down."""
        if name and name != self._name:
            self._name = name
            self.changed.emit()


@dataclass(frozen=True, slots=True)
class Desk:
    """The things that every page shares; built once, in ``app``.

    ``formats`` is asked for anew at each use, because the language can change while the desk runs.
    ``local`` keeps what belongs to this person at this computer: language, look, column widths.
    """

    services: Services
    tasks: TaskRunner
    feed: ChangeFeed
    theme: ThemeManager
    language: LanguageManager
    navigator: Navigator
    call: Call
    person: Agent
    local: QSettings

    @property
    def agent(self) -> str:
        """The name of the agent at this desk."""
        return self.person.name

    @property
    def formats(self) -> Formats:
        """Numbers, dates and phone numbers in the language of the moment."""
        return self.language.formats
