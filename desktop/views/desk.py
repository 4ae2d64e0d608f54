"""What every page is given: the services, the bridge to workers, the theme, and the way around."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

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
        reminder_wanted: a ``SignupSelection``; begins a reminder case for it.
        dispatch_wanted: dispatch id.
        sim_wanted: SIM card id.
        frequency_wanted: service id.
        page_wanted: the name of a page of the side bar.
        search_wanted: puts the focus into the search field.
    """

    customer_wanted = Signal(int)
    signups_wanted = Signal(object)
    case_wanted = Signal(int)
    reminder_wanted = Signal(object)
    dispatch_wanted = Signal(int)
    sim_wanted = Signal(int)
    frequency_wanted = Signal(int)
    page_wanted = Signal(str)
    search_wanted = Signal()


class Call(QObject):
    """The phone call under way: whom it is with, since when, and whether the caller is verified.

    Numbers stay partly masked until ``verified_customer_id`` is the customer they belong to.

    Signals:
        changed: any of the three changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verified_customer_id: int | None = None

    @property
    def verified_customer_id(self) -> int | None:
        """The customer whose requester has been verified in this call."""
        return self._verified_customer_id

    def verify(self, customer_id: int | None) -> None:
        """Remember that the caller was checked for this customer, or that the call is over."""
        if customer_id != self._verified_customer_id:
            self._verified_customer_id = customer_id
            self.changed.emit()

    def shows_numbers_of(self, customer_id: int) -> bool:
        """Tell whether the numbers of this customer's contacts may be shown whole."""
        return self._verified_customer_id == customer_id


@dataclass(frozen=True, slots=True)
class Desk:
    """The things that every page shares; built once, in ``app``.

    ``formats`` is asked for anew at each use, because the language can change while the desk runs.
    """

    services: Services
    tasks: TaskRunner
    feed: ChangeFeed
    theme: ThemeManager
    language: LanguageManager
    navigator: Navigator
    call: Call
    agent: str

    @property
    def formats(self) -> Formats:
        """Numbers, dates and phone numbers in the language of the moment."""
        return self.language.formats
