"""Plans a frequency test on the phone: which groups, how long, what it would show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from desktop.models.records.frequency import Often
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

    def __init__(self, parent: QWidget, desk: Desk, service_id: int, name: str) -> None:
        super().__init__(parent)
        self.setObjectName("frequency_trial")
        self.setModal(True)
        self._desk, self._service_id = desk, service_id
        self._latest: TrialRecord | None = None
        self._weeks_chosen = _WEEKS[0]
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._tell_failure)
        self._make_parts()
        self._lay_out(name)
        self.finished.connect(self.deleteLater)
        self._read()

    def _make_parts(self) -> None:
        self._last = muted(wrap=True)
        self._last.setObjectName("trial_latest")
        self._save = Button(self.tr("Save the allocation …"), icon_name="file-down")
        self._save.setObjectName("trial_save")
        self._save.clicked.connect(self._ask_where)
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
        column.addLayout(row(self._save, None))
        column.addWidget(strong(self.tr("Groups, drawn at random")))
        for box in self._boxes.values():
            column.addWidget(box)
        column.addLayout(row(self._weeks, None))
        column.addWidget(self._offer)
        column.addWidget(
            small(
                self.tr(
                    "Rarer groups get a random part of the same messages. Nothing is sent from"
                    " here: the platform needs the allocation."
                ),
                wrap=True,
            )
        )
        column.addWidget(self._told)
        column.addSpacing(px(8))
        column.addLayout(row(None, self._close, self._begin, gap=8))
        space(column, 24, gap=12)
        self.setMinimumWidth(px(560))
        for part in (self._last, self._save, self._told):
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
        shows = found.offer is not None and found.offer.plan.detectable is not None
        self._begin.setEnabled(shows and not runs)
        self._begin.setToolTip(self.tr("A test is under way.") if runs else "")
        fit_height(self)

    def _show_latest(self, found: _Read) -> None:
        for part in (self._last, self._save):
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
        self._tell(self.tr("The groups are drawn. Save the allocation for the platform now."))
        self._save.setFocus()
        self._read()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the allocation"))
        dialog.setObjectName("trial_save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Excel workbook (*.xlsx)"), self.tr("CSV (*.csv)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("frequency test.xlsx"))
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: str) -> None:
        """Write the allocation of the test that is shown."""
        if self._latest is None:
            return
        formats = self._desk.formats
        order = AllocationOrder(
            trial_id=self._latest.id,
            path=Path(path),
            headers=(self.tr("Number"), self.tr("Frequency")),
            sheet=self.tr("Frequency test"),
            arms={
                number: trial_words.arm_word(often, formats)
                for number, often in enumerate(self._latest.often)
            },
            agent=self._desk.agent,
        )
        work = partial(self._desk.services.trials.save_allocation, order)
        self._desk.tasks.run(work, self._tell_saved, self._tell_failure)

    def _tell_saved(self, rows: int) -> None:
        self._tell(
            self._desk.formats.counted(
                rows, self.tr("{} number saved."), self.tr("{} numbers saved.")
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
