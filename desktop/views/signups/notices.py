"""What stands in place of the rows, and what is said when no reminder is possible at all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.models.records.signups import SignupFilter, SignupScope
from desktop.models.states import SimStatus
from desktop.views.error_text import error_text
from desktop.views.formats import Formats
from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.empty_state import EmptyState, ErrorState

_SENDING = {SimStatus.ACTIVE, SimStatus.WARNED}


class ListStates(QObject):
    """Says why the list is empty, and what to do.

    Signals:
        import_wanted: nothing was imported yet.
        filter_cleared: the filter matches nobody, and shall go.
        retried: read again after a failure.
    """

    import_wanted = Signal()
    filter_cleared = Signal()
    retried = Signal()

    def __init__(self, table: DeskTable) -> None:
        super().__init__(table)
        self._table = table
        self._nothing = EmptyState("import")
        self._nothing.setObjectName("signups_nothing_imported")
        self._nothing.acted.connect(self.import_wanted)
        self._nobody = EmptyState("circle-check")
        self._nobody.setObjectName("signups_nobody")
        self._none_match = EmptyState("funnel")
        self._none_match.setObjectName("signups_none_match")
        self._none_match.acted.connect(self.filter_cleared)
        self._error = ErrorState()
        self._error.setObjectName("signups_error")
        self._error.retried.connect(self.retried)
        for state in (self._nothing, self._nobody, self._none_match, self._error):
            state.setParent(table)
            state.hide()

    def show(self, total: int, scope: SignupScope, wanted: SignupFilter) -> None:
        """Show the rows, or why there are none."""
        self._say()
        if total:
            self._table.show_instead(None)
        elif not scope.anything_imported:
            self._table.show_instead(self._nothing)
        elif wanted.narrows_scope:
            self._table.show_instead(self._none_match)
        else:
            self._table.show_instead(self._nobody)

    def tell_failure(self, error: BaseException) -> None:
        """Show what went wrong in place of the rows."""
        told = error_text(error)
        self._error.say(told.sentence, told.hint, told.details)
        self._table.show_instead(self._error)

    def _say(self) -> None:
        self._nothing.say(
            self.tr("Nothing has been imported yet."),
            self.tr("Import the platform's export, and its incomplete sign-ups stand here."),
            self.tr("Import …"),
        )
        self._nobody.say(
            self.tr("There are no incomplete sign-ups."),
            self.tr("Whoever enters a number without sending the start message will stand here."),
        )
        self._none_match.say(
            self.tr("No sign-up matches the filter."),
            self.tr("Other ages, reminders or reasons may match."),
            self.tr("Clear filter"),
        )


class PageBanner(Banner):
    """Says that a service cannot be reminded at all, and why; or what failed beside the rows.

    Signals:
        customer_wanted: id of the customer on whose page the SIM is replaced.
        retried: read again after a failure.
    """

    customer_wanted = Signal(int)
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("signups_banner")
        self._customer_id: int | None = None
        self.acted.connect(self._go)
        self.hide()

    def tell(self, scope: SignupScope, formats: Formats) -> None:
        """Show or hide itself as the service's number is."""
        service = scope.service
        if service is None or service.sim_status in _SENDING:
            self.hide()
            return
        self._customer_id = service.customer.id
        if service.sim_status is SimStatus.BLOCKED:
            since = formats.date(service.sim_status_since)
            text = self.tr(
                "The number of {} has been blocked since {}. No reminder is possible: it would "
                "lead people to a dead number."
            )
            sentence, kind = text.format(service.name, since), StateKind.BAD
        else:
            text = self.tr("{} has no sender number. No reminder is possible until it has one.")
            sentence, kind = text.format(service.name), StateKind.WARNING
        self.show_state(kind, sentence, self.tr("To the customer"))

    def tell_failure(self, error: BaseException) -> None:
        """Say what went wrong while the rows that are there stay."""
        told = error_text(error)
        self._customer_id = None
        self.show_state(StateKind.BAD, f"{told.sentence} {told.hint}", self.tr("Try again"))

    def _go(self) -> None:
        if self._customer_id is None:
            self.retried.emit()
        else:
            self.customer_wanted.emit(self._customer_id)
