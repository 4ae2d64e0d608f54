"""Plans a frequency test on the phone: which groups, how long, what it would show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from desktop.models.records.frequency import Often
from desktop.models.records.traffic import ServiceTraffic
from desktop.models.records.trials import AllocationOrder, TrialOffer, TrialRecord
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.frequency import trial_words
from desktop.views.frequency.trial_words import ARMS
from desktop.views.tasks import Reading
from desktop.views.theme import px
from desktop.views.widgets.base import fit_height, row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import CheckBox
from desktop.views.widgets.label import muted, small, strong, title
from desktop.views.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from desktop.models.frequency.trial_result import TrialResult, Waiting

_WEEKS = ("4", "8", "12")
_FIRST = (Often.DAILY, Often.WEEKLY)
_FEWEST_ARMS = 2


@dataclass(frozen=True, slots=True)
class _Read:
    """What the dialog shows: an offer where two groups are chosen, and the last test."""

    offer: TrialOffer | None
    latest: TrialRecord | None
    outcome: TrialResult | Waiting | None


class TrialDialog(QDialog):
    """The test that was begun last, with its outcome, above the plan for the next one."""

    def __init__(self, parent: QWidget, desk: Desk, traffic: ServiceTraffic) -> None:
        super().__init__(parent)
        self.setObjectName("frequency_trial")
        self.setModal(True)
        self._desk, self._service_id = desk, traffic.service_id
        self._latest: TrialRecord | None = None
        self._weeks_chosen = _WEEKS[0]
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._tell_failure)
        self._make_parts()
        self._lay_out(f"{traffic.customer_name} · {traffic.service_name}")
        self.finished.connect(self.deleteLater)
        self._read()

    def _make_parts(self) -> None:
        self._last = muted(wrap=True)
        self._last.setObjectName("trial_latest")
        self._save = Button(self.tr("Save the allocation …"), icon_name="file-down")
        self._save.setObjectName("trial_save")
        self._save.clicked.connect(self._ask_where)
        self._save_messages = Button(self.tr("Save the messages …"), icon_name="file-down")
        self._save_messages.setObjectName("trial_save_messages")
        self._save_messages.clicked.connect(self._ask_where_messages)
        self._boxes = {
            often: CheckBox(trial_words.arm_word(ARMS[often], self._desk.formats), checked=chosen)
            for often, chosen in ((one, one in _FIRST) for one in ARMS)
        }
        for often, box in self._boxes.items():
            box.setObjectName(f"trial_{often.value}")
            box.toggled.connect(self._follow)
        self._weeks = Segments()
        self._weeks.set_segments(
            [Segment(one, self.tr("{} weeks").format(one)) for one in _WEEKS], self._weeks_chosen
        )
        self._weeks.chosen.connect(self._choose_weeks)
        self._offer = small(wrap=True)
        self._offer.setObjectName("trial_offer")
        self._told = small(wrap=True)
        self._told.setObjectName("trial_told")
        self._close = Button(self.tr("Close"))
        self._close.setObjectName("trial_close")
        self._close.clicked.connect(self.reject)
        self._begin = Button(self.tr("Begin the test tomorrow"), ButtonKind.PRIMARY)
        self._begin.setObjectName("trial_begin")
        self._begin.setEnabled(False)
        self._begin.clicked.connect(self._begin_test)

    def _lay_out(self, name: str) -> None:
        self.setWindowTitle(self.tr("Frequency test"))
        column = QVBoxLayout(self)
        column.addWidget(title(self.tr("Frequency test")))
        column.addWidget(muted(name))
        column.addWidget(self._last)
        column.addLayout(row(self._save, self._save_messages, None, gap=8))
        column.addWidget(strong(self.tr("Groups, drawn at random")))
        for box in self._boxes.values():
            column.addWidget(box)
        column.addLayout(row(self._weeks, None))
        column.addWidget(self._offer)
        column.addWidget(
            small(
                self.tr(
                    "Rarer groups get a random part of the same messages. Nothing is sent from"
                    " here: the platform needs two lists, which number is in which group, and which"
                    " message goes to which group."
                ),
                wrap=True,
            )
        )
        column.addWidget(self._told)
        column.addSpacing(px(8))
        column.addLayout(row(None, self._close, self._begin, gap=8))
        space(column, 24, gap=12)
        self.setMinimumWidth(px(560))
        for part in (self._last, self._save, self._save_messages, self._told):
            part.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    # ---------------------------------------------------------------- reading

    def _chosen(self) -> tuple[float, ...]:
        return tuple(ARMS[often] for often, box in self._boxes.items() if box.isChecked())

    def _follow(self) -> None:
        self._read()

    def _choose_weeks(self, key: str) -> None:
        self._weeks_chosen = key
        self._read()

    def _read(self) -> None:
        weeks = int(self._weeks_chosen)
        work = partial(_read, self._desk.services, self._service_id, self._chosen(), weeks)
        self._reading.ask(work)

    def _show(self, found: _Read) -> None:
        self._latest = found.latest
        self._show_latest(found)
        formats = self._desk.formats
        if found.offer is None:
            self._offer.setText(self.tr("Choose at least two groups."))
        else:
            self._offer.setText("\n".join(trial_words.offered(found.offer, formats)))
        runs = _is_running(found.outcome)
        shows = found.offer is not None and found.offer.plan.shows_something
        self._begin.setEnabled(shows and not runs)
        self._begin.setToolTip(self.tr("A test is under way.") if runs else "")
        fit_height(self)

    def _show_latest(self, found: _Read) -> None:
        for part in (self._last, self._save, self._save_messages):
            part.setVisible(found.latest is not None)
        if found.latest is None or found.outcome is None:
            return
        formats = self._desk.formats
        lines = [trial_words.begun(found.latest, formats)]
        from desktop.models.frequency.trial_result import Waiting

        if isinstance(found.outcome, Waiting):
            lines.append(trial_words.waiting(found.outcome.days_left, formats))
        else:
            lines += trial_words.result(found.outcome, formats)
        self._last.setText("\n".join(lines))

    # ---------------------------------------------------------------- acts

    def _begin_test(self) -> None:
        self._begin.setEnabled(False)
        work = partial(
            _begin,
            self._desk.services,
            self._service_id,
            self._chosen(),
            int(self._weeks_chosen),
            self._desk.agent,
        )
        self._desk.tasks.run(work, self._tell_begun, self._tell_failure)

    def _tell_begun(self, _trial: TrialRecord) -> None:
        self._tell(self.tr("The groups are drawn. Save both lists for the platform now."))
        self._save.setFocus()
        self._read()

    def _ask_where(self) -> None:
        self._ask(self.tr("Save the allocation"), self.tr("frequency test.xlsx"), self.save)

    def _ask_where_messages(self) -> None:
        name = self.tr("messages of the frequency test.xlsx")
        self._ask(self.tr("Save the messages"), name, self.save_messages)

    def _ask(self, heading: str, name: str, save: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, heading)
        dialog.setObjectName("trial_save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(name)
        dialog.fileSelected.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: str) -> None:
        """Write the allocation of the test that is shown."""
        if self._latest is not None:
            headers = (self.tr("Number"), self.tr("Frequency"))
            order = self._order(self._latest, path, headers)
            work = partial(self._desk.services.trials.save_allocation, order)
            self._desk.tasks.run(work, self._tell_saved, self._tell_failure)

    def save_messages(self, path: str) -> None:
        """Write the messages of the test that is shown, with the groups that get each."""
        if self._latest is not None:
            headers = (self.tr("Message no."), self.tr("Day"))
            order = self._order(self._latest, path, headers)
            work = partial(self._desk.services.trials.save_messages, order)
            self._desk.tasks.run(work, self._tell_messages_saved, self._tell_failure)

    def _order(self, trial: TrialRecord, path: str, headers: tuple[str, str]) -> AllocationOrder:
        formats = self._desk.formats
        return AllocationOrder(
            trial_id=trial.id,
            path=Path(path),
            headers=headers,
            sheet=self.tr("Frequency test"),
            arms={
                number: trial_words.arm_word(often, formats)
                for number, often in enumerate(trial.often)
            },
            agent=self._desk.agent,
            yes=self.tr("yes"),
            no=self.tr("no"),
        )

    def _tell_saved(self, rows: int) -> None:
        self._tell(
            self._desk.formats.counted(
                rows, self.tr("{} number saved."), self.tr("{} numbers saved.")
            )
        )

    def _tell_messages_saved(self, rows: int) -> None:
        self._tell(
            self._desk.formats.counted(
                rows, self.tr("{} message saved."), self.tr("{} messages saved.")
            )
        )

    def _tell_failure(self, error: BaseException) -> None:
        self._tell(error_text(error).sentence)

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()
        fit_height(self)


def _is_running(outcome: TrialResult | Waiting | None) -> bool:
    if outcome is None:
        return False
    from desktop.models.frequency.trial_result import Waiting

    return isinstance(outcome, Waiting)


def _read(
    services: Services, service_id: int, often: Sequence[float], weeks: int, _stop: Event
) -> _Read:
    latest = services.trials.latest(service_id)
    return _Read(
        offer=services.trials.offer(service_id, often, weeks)
        if len(often) >= _FEWEST_ARMS
        else None,
        latest=latest,
        outcome=services.trials.outcome(latest.id) if latest is not None else None,
    )


def _begin(
    services: Services,
    service_id: int,
    often: Sequence[float],
    weeks: int,
    agent: str,
    _stop: Event,
) -> TrialRecord:
    return services.trials.begin(service_id, often, weeks, agent)
