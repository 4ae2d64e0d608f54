"""What the start found after a run that ended without closing: said quietly, with ways to go."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.overview import LeftBehind
from desktop.models.records.unclear import UnclearFilter
from desktop.services.last_run import CrashedRun, forget_report
from desktop.views.desk import Desk
from desktop.views.tasks import Reading
from desktop.views.theme import StateKind
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import LinkButton

_FRESH_FOR = timedelta(minutes=5)
"""So long after the start what a sender left behind may still be found."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What became of what was under way. ``until`` is when this desk takes over at the latest."""

    left: LeftBehind = field(default_factory=LeftBehind)
    until: datetime | None = None


class StartNotice(QWidget):
    """A banner with its links below; shown only where there is something to tell.

    Signals:
        told: what it says has changed.
    """

    told = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("start_notice")
        self._desk = desk
        self._began_at = desk.services.database.clock()
        self._crashed: CrashedRun | None = None
        self._recovered = False
        self._understood = False
        self._found = _Found()
        self._reading = Reading(desk.tasks, self)
        self._reading.succeeded.connect(self._take)
        self._reading.failed.connect(self._ignore)
        self._banner = Banner(StateKind.WARNING)
        self._unclear = LinkButton(trailing="chevron-right")
        self._unclear.setObjectName("start_to_unclear")
        self._dispatches = LinkButton(trailing="chevron-right")
        self._dispatches.setObjectName("start_to_dispatches")
        self._copy = LinkButton(icon_name="copy")
        self._copy.setObjectName("copy_crash_report")
        self._delete = LinkButton(icon_name="trash-2")
        self._delete.setObjectName("delete_crash_report")
        box = QVBoxLayout(self)
        box.addWidget(self._banner)
        links = row(self._unclear, self._dispatches, self._copy, self._delete, None, gap=24)
        space(links, 44, 0, 16, 8, gap=24)
        box.addLayout(links)
        space(box, 0, gap=4)
        self._banner.acted.connect(self._understand)
        self._unclear.clicked.connect(self._open_unclear)
        self._dispatches.clicked.connect(self._open_dispatches)
        self._copy.clicked.connect(self._copy_report)
        self._delete.clicked.connect(self._delete_report)
        desk.feed.changed.connect(self._note_change)
        self.hide()

    @property
    def _has_news(self) -> bool:
        return self._crashed is not None or self._recovered

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._banner.accessibleName()

    def tell_crash(self, crashed: CrashedRun) -> None:
        """Say that the run before ended without closing."""
        self._crashed = crashed
        self._look()

    @Slot(int)
    def tell_recovery(self, unclear: int) -> None:
        """Say what the start of sending has found."""
        if unclear:
            self._recovered = True
            self._understood = False
        if self._has_news:
            self._look()

    def retranslate(self) -> None:
        """Say it again, in the language of the moment."""
        if not self.isHidden():
            self._say()

    # ---------------------------------------------------------------- reading

    @Slot(object)
    def _note_change(self, change: Change) -> None:
        if change is not Change.DISPATCHES or not self._has_news or self._understood:
            return
        if self._desk.services.database.clock() - self._began_at < _FRESH_FOR:
            self._look()

    def _look(self) -> None:
        self._reading.ask(partial(_read, self._desk, self._began_at))

    def _take(self, found: _Found) -> None:
        self._found = found
        self._say()

    def _ignore(self, _error: BaseException) -> None:
        """Say at least that it crashed; the pages tell that the database cannot be read."""
        self._say()

    # ---------------------------------------------------------------- saying

    def _say(self) -> None:
        if not self._has_news or self._understood:
            return
        said = [self._crash_words(), self._unclear_words(), self._waiting_words()]
        self._banner.show_state(
            StateKind.WARNING, " ".join(filter(None, said)), self.tr("Understood")
        )
        self._unclear.setText(self.tr("Unclear SMS"))
        self._unclear.setVisible(self._found.left.unclear > 0)
        self._dispatches.setText(self.tr("Dispatches"))
        self._dispatches.setVisible(self._found.left.waiting > 0 or self._found.left.unclear > 0)
        self._copy.setText(self.tr("Copy the crash report"))
        self._copy.setToolTip(self.tr("It holds no phone number and no name."))
        self._copy.setVisible(self._crashed is not None)
        self._delete.setText(self.tr("Delete the report"))
        self._delete.setVisible(self._crashed is not None and self._crashed.path is not None)
        self.show()
        self.told.emit()

    def _crash_words(self) -> str:
        if self._crashed is None:
            return self.tr("Sending ended in the middle.")
        formats, ended_at = self._desk.formats, self._crashed.ended_at
        today = formats.date(ended_at) == formats.date(self._began_at)
        return self.tr("The desk ended without closing, about {time}.").format(
            time=formats.time(ended_at) if today else formats.moment(ended_at)
        )

    def _unclear_words(self) -> str:
        if not self._found.left.unclear:
            return self.tr("No SMS was under way.")
        return self._desk.formats.counted(
            self._found.left.unclear,
            self.tr("{} SMS was under way: it is unclear now and is not sent twice."),
            self.tr("{} SMS were under way: they are unclear now and are not sent twice."),
        )

    def _waiting_words(self) -> str:
        found, left = self._found, self._found.left
        if not left.waiting:
            return ""
        waits = self._desk.formats.counted(
            left.waiting, self.tr("{} SMS waits", "one"), self.tr("{} SMS wait", "many")
        )
        if left.frozen:
            return self.tr("{waits}; sending is frozen.").format(waits=waits)
        if found.until is not None:
            return self.tr("{waits}; sending goes on by {time}.").format(
                waits=waits, time=self._desk.formats.time(found.until, seconds=True)
            )
        return self.tr("{waits}; sending goes on.").format(waits=waits)

    # ---------------------------------------------------------------- ways to go

    def _understand(self) -> None:
        """Say no more of it, whatever is still read."""
        self._understood = True
        self.hide()

    def _open_unclear(self) -> None:
        self._desk.navigator.unclear_wanted.emit(UnclearFilter())

    def _open_dispatches(self) -> None:
        self._desk.navigator.page_wanted.emit("dispatches")

    def _copy_report(self) -> None:
        if self._crashed is not None:
            QGuiApplication.clipboard().setText(self._crashed.report)
            self._copy.setText(self.tr("Copied"))

    def _delete_report(self) -> None:
        if self._crashed is None or self._crashed.path is None:
            return
        path = self._crashed.path
        self._crashed = replace(self._crashed, path=None)
        self._desk.tasks.run(partial(_forget, path), self._tell_deleted)

    def _tell_deleted(self, _nothing: None) -> None:
        self._copy.hide()
        self._delete.hide()


def _forget(path: Path, _stop: Event) -> None:
    forget_report(path)


def _read(desk: Desk, since: datetime, _stop: Event) -> _Found:
    services = desk.services
    other = services.sending.waits_for
    return _Found(
        services.overviews.left_behind(since - timedelta(seconds=1)),
        other.until if other is not None else None,
    )
