"""What is chosen in the list, counted at once in the background, and told in the bar below."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.models.eligibility import ReasonCounts
from desktop.models.records.signups import SelectionCounts, SignupQuery, SignupSelection
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.signups import words
from desktop.views.tasks import Running
from desktop.views.theme import StateKind
from desktop.views.widgets.checks import Checks
from desktop.views.widgets.selection_bar import SelectionBar

_MOST_REASONS = 2


class SelectionTeller(QObject):
    """Counts what would happen to the rows chosen, and says it in the selection bar.

    The newest choice wins; until its counts are there the bar says how many are chosen, and the
    button waits.

    Signals:
        failed: carries the failure.
    """

    failed = Signal(object)

    def __init__(self, desk: Desk, bar: SelectionBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bar = bar
        self._chosen = 0
        self._counts: SelectionCounts | None = None
        self._counting: Running[SelectionCounts] | None = None
        self.selection = SignupSelection()

    def choose(self, checks: Checks, query: SignupQuery, total: int) -> None:
        """Take over which rows are checked in the list of ``query``."""
        if self._counting is not None:
            self._counting.cancel()
        self.selection = _selection(checks, query)
        self._chosen = checks.count(total)
        if not self._chosen:
            self._counts = None
            self.tell()
            return
        if self._counts is None:
            self.tell()
        work = partial(_count, self._desk.services, self.selection, query)
        self._counting = self._desk.tasks.run(work, self._take, self._tell_failure)

    def _take(self, counts: SelectionCounts) -> None:
        self._counts = counts
        self._chosen = counts.reasons.listed
        self.tell()

    def _tell_failure(self, error: BaseException) -> None:
        self._counts = None
        self.tell()
        self.failed.emit(error)

    # ---------------------------------------------------------------- telling

    def tell(self) -> None:
        """Say it again, after the language changed."""
        formats = self._desk.formats
        if not self._chosen:
            self._bar.show_selection("", [], "")
            return
        chosen = formats.counted(self._chosen, self.tr("{} selected"), self.tr("{} selected"))
        if self._counts is None:
            self._bar.show_selection(chosen, [], self.tr("Prepare reminder …"))
            self._bar.action.block(self.tr("Being counted …"))
            return
        reasons = self._counts.reasons
        action = formats.counted(
            reasons.recipients,
            self.tr("Prepare reminder for {} …"),
            self.tr("Prepare reminder for {} …"),
        )
        hindrance = self._hindrance(self._counts)
        facts = self._facts(reasons)
        if hindrance and reasons.recipients:
            facts.insert(0, (StateKind.WARNING, hindrance))
        self._bar.show_selection(chosen, facts, action, brief=self._brief(reasons))
        if hindrance:
            self._bar.action.block(hindrance)
        else:
            self._bar.action.unblock()

    def _hindrance(self, counts: SelectionCounts) -> str:
        if not counts.reasons.recipients:
            return self.tr("None of them may get an SMS.")
        if len(counts.service_ids) > 1:
            return self.tr("One service at a time: choose it above.")
        return ""

    def _facts(self, counts: ReasonCounts) -> list[tuple[StateKind, str]]:
        formats = self._desk.formats
        get = formats.counted(
            counts.recipients, self.tr("{} gets an SMS"), self.tr("{} get an SMS")
        )
        facts = [(StateKind.GOOD if counts.recipients else StateKind.NEUTRAL, get)]
        if counts.excluded:
            left_out = self.tr("{} not: {}").format(
                formats.number(counts.excluded), ", ".join(self._reasons(counts))
            )
            facts.append((StateKind.NEUTRAL, left_out))
        return facts

    def _brief(self, counts: ReasonCounts) -> str:
        """Return how many get none, without the reasons: for where there is no room for them."""
        excluded = counts.excluded
        return self.tr("{} not").format(self._desk.formats.number(excluded)) if excluded else ""

    def _reasons(self, counts: ReasonCounts) -> list[str]:
        formats = self._desk.formats
        largest = sorted(counts.by_reason, key=counts.by_reason.__getitem__, reverse=True)
        named = len(largest) if len(largest) <= _MOST_REASONS else 1
        told = [
            f"{formats.number(counts.by_reason[reason])} {words.short_reason(reason)}"
            for reason in largest[:named]
        ]
        others = sum(counts.by_reason[reason] for reason in largest[named:])
        if others:
            told.append(self.tr("{} for other reasons").format(formats.number(others)))
        return told


def _selection(checks: Checks, query: SignupQuery) -> SignupSelection:
    if checks.all_matching:
        return SignupSelection(query.filter, deselected=checks.ids)
    return SignupSelection(chosen=checks.ids)


def _count(
    services: Services, selection: SignupSelection, query: SignupQuery, stop: Event
) -> SelectionCounts:
    return services.signups.selection_counts(selection, query.at, stop)
