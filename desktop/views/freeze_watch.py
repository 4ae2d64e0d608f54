"""Says that sending is frozen because a backup was put back, and lets a person release it."""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.freeze import (
    Freeze,
    FreezeCause,
    FreezeRelease,
    LostProgress,
    Waiting,
)
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.formats import Formats
from desktop.views.tasks import Reading
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import fit_height, row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.fields import FormField, LineEdit, RadioRow
from desktop.views.widgets.filter_chip import Option
from desktop.views.widgets.label import Label, muted, title

_MOST_NAMED = 4


class FreezeWatch(QObject):
    """Keeps the banner of the window right, and opens the release.

    Signals:
        released: sending goes on.
    """

    released = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._freeze: Freeze | None = None
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._show)
        self._reading.failed.connect(self._ignore)
        self.banner = Banner(StateKind.BAD)
        self.banner.setObjectName("frozen_notice")
        self.banner.hide()
        self.banner.acted.connect(self._ask)
        desk.feed.changed.connect(self._note_change)

    def look(self) -> None:
        """Read whether sending is frozen."""
        self._reading.ask(self._read)

    def retranslate(self) -> None:
        """Say it again, in the language of the moment."""
        self._show(self._freeze)

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        if change is Change.DISPATCHES:
            self.look()

    def _read(self, _stop: Event) -> Freeze | None:
        return self._desk.services.sending.guard.state()

    def _ignore(self, _error: BaseException) -> None:
        """Leave it to the pages to tell that the database cannot be read."""

    def _show(self, freeze: Freeze | None) -> None:
        self._freeze = freeze
        if freeze is None:
            self.banner.hide()
            return
        said = frozen_words(freeze, self._desk.formats)
        self.banner.show_state(StateKind.BAD, said, self.tr("Release …"))

    # ---------------------------------------------------------------- releasing

    def _ask(self) -> None:
        if self._freeze is None:
            return
        dialog = ReleaseDialog(self._window, self._freeze, self._desk.formats)
        dialog.answered.connect(self._release)
        dialog.open()

    def _release(self, waiting: Waiting, supervisor: str, reason: str) -> None:
        release = FreezeRelease(self._desk.agent, supervisor, reason, waiting)
        work = partial(self._do, release)
        self._desk.tasks.run(work, self._tell_released, self._tell_failure)

    def _do(self, release: FreezeRelease, _stop: Event) -> Freeze | None:
        sending = self._desk.services.sending
        sending.guard.release(release)
        sending.wake()
        return sending.guard.state()

    def _tell_released(self, freeze: Freeze | None) -> None:
        self._show(freeze)
        self.released.emit()

    def _tell_failure(self, error: BaseException) -> None:
        told = error_text(error)
        self.banner.show_state(StateKind.BAD, f"{told.sentence} {told.hint}", self.tr("Release …"))


class ReleaseDialog(QDialog):
    """Asks what becomes of the SMS that wait, who agrees, and why.

    Signals:
        answered: the ``Waiting``, the supervisor's name, and the reason.
    """

    answered = Signal(object, str, str)

    def __init__(self, parent: QWidget, freeze: Freeze, formats: Formats) -> None:
        super().__init__(parent)
        self.setObjectName("release_dialog")
        self.setModal(True)
        self._freeze, self._formats = freeze, formats
        self._ways = RadioRow(self._options(), Waiting.UNCLEAR.value, upright=True)
        self._ways.setVisible(freeze.waiting > 0)
        self._supervisor, self._reason = LineEdit(), LineEdit()
        self._supervisor.setObjectName("release_supervisor")
        self._reason.setObjectName("release_reason")
        self._supervisor_field = FormField(self.tr("Supervisor who agrees"), self._supervisor)
        self._reason_field = FormField(self.tr("Reason"), self._reason)
        self._back = Button(self.tr("Back"))
        self._back.setObjectName("release_back")
        self._act = Button(self.tr("Release sending"), ButtonKind.PRIMARY)
        self._act.setObjectName("release_act")
        self._act.setDefault(True)
        self._back.clicked.connect(self.reject)
        self._act.clicked.connect(self._answer)
        self._lay_out()
        self.finished.connect(self.deleteLater)
        self._supervisor.setFocus()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Release sending"))
        heading = title(self.tr("Let sending go on?"), wrap=True)
        facts = Label(frozen_words(self._freeze, self._formats), wrap=True)
        waits = muted(
            self._formats.counted(
                self._freeze.waiting,
                self.tr("{} SMS waits here.", "one"),
                self.tr("{} SMS wait here.", "many"),
            ),
            wrap=True,
        )
        column = QVBoxLayout(self)
        for part in (heading, facts, waits, self._ways):
            column.addWidget(part)
        column.addWidget(self._supervisor_field)
        column.addWidget(self._reason_field)
        column.addSpacing(px(8))
        column.addLayout(row(None, self._back, self._act, gap=8))
        space(column, 24, gap=12)
        self.setMinimumWidth(px(560))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _options(self) -> list[Option]:
        return [
            Option(
                Waiting.UNCLEAR.value,
                self.tr("What waits may have been sent: call it unclear, decide one by one"),
            ),
            Option(
                Waiting.GO_ON.value,
                self.tr("Nothing was sent meanwhile: send what waits"),
            ),
        ]

    def _answer(self) -> None:
        supervisor, reason = self._supervisor.text().strip(), self._reason.text().strip()
        missing = self.tr("Enter a name.")
        self._supervisor_field.show_problem("" if supervisor else missing)
        self._reason_field.show_problem("" if reason else self.tr("Enter a reason."))
        fit_height(self)
        if supervisor and reason:
            self.answered.emit(Waiting(self._ways.key), supervisor, reason)
            self.accept()


def frozen_words(freeze: Freeze, formats: Formats) -> str:
    """Return why nothing is sent, and what may have been sent since."""
    if freeze.state_of is None:
        return _frozen_at_no_act(freeze, formats)
    since = formats.moment(freeze.state_of)
    if freeze.cause is FreezeCause.MOVED:
        said = QCoreApplication.translate(
            "Freeze",
            "Sending is frozen: this database is a copy that sent at another place last. Its last "
            "act is of {since}; nobody here knows what was sent since.",
        )
        return said.format(since=since)
    if freeze.seen_at is None:
        said = QCoreApplication.translate(
            "Freeze",
            "Sending is frozen: this database was restored from a backup of {since}. It does not "
            "know what was sent since.",
        )
        return said.format(since=since)
    said = QCoreApplication.translate(
        "Freeze",
        "Sending is frozen: this database was restored from a backup of {since}. It was seen "
        "further on at {seen}.",
    ).format(since=since, seen=formats.moment(freeze.seen_at))
    return _with_lost(said, freeze, formats)


def _frozen_at_no_act(freeze: Freeze, formats: Formats) -> str:
    """Return the same where no act stands in the backup, so that nobody knows how old it is."""
    if freeze.cause is FreezeCause.MOVED:
        return QCoreApplication.translate(
            "Freeze",
            "Sending is frozen: this database is a copy that sent at another place last. Nobody "
            "here knows what was sent since.",
        )
    if freeze.seen_at is None:
        return QCoreApplication.translate(
            "Freeze",
            "Sending is frozen: this database was restored from a backup. It does not know what "
            "was sent since.",
        )
    said = QCoreApplication.translate(
        "Freeze",
        "Sending is frozen: this database was restored from a backup. It was seen further on at "
        "{seen}.",
    ).format(seen=formats.moment(freeze.seen_at))
    return _with_lost(said, freeze, formats)


def _with_lost(said: str, freeze: Freeze, formats: Formats) -> str:
    return f"{said} {_lost_words(freeze, formats)}" if freeze.lost else said


def _lost_words(freeze: Freeze, formats: Formats) -> str:
    named = [_progress(one, formats) for one in freeze.lost[:_MOST_NAMED]]
    more = len(freeze.lost) - len(named)
    if more:
        named.append(
            QCoreApplication.translate("Freeze", "{count} more").format(count=formats.number(more))
        )
    return QCoreApplication.translate("Freeze", "Perhaps sent since: {dispatches}.").format(
        dispatches=", ".join(named)
    )


def _progress(lost: LostProgress, formats: Formats) -> str:
    number = formats.number
    if lost.known is None:
        return QCoreApplication.translate(
            "Freeze", "{dispatch} ({seen} of {all}, not known here)"
        ).format(dispatch=lost.dispatch_no, seen=number(lost.seen), all=number(lost.recipients))
    return QCoreApplication.translate(
        "Freeze", "{dispatch} ({seen} of {all}, here {known})"
    ).format(
        dispatch=lost.dispatch_no,
        seen=number(lost.seen),
        all=number(lost.recipients),
        known=number(lost.known),
    )
