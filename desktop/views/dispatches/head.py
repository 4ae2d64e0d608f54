"""The head of a dispatch's page: what it is, who released it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.records.dispatches import DispatchRecord
from desktop.models.states import GOING, DispatchState
from desktop.views.desk import Desk
from desktop.views.theme import StateKind
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind
from desktop.views.widgets.label import muted, title
from desktop.views.widgets.state_label import Pill
from desktop.views.words import heading, state_kind, word


class DispatchHead(QWidget):
    """Title, numbers, release, request, and the buttons that work in the present state.

    Signals:
        pause_wanted, resume_wanted, stop_wanted.
        account_resume_wanted: let the account send again that was held for all dispatches.
    """

    pause_wanted = Signal()
    resume_wanted = Signal()
    stop_wanted = Signal()
    account_resume_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = title()
        self._numbers = muted(elide=True)
        self._released = muted(wrap=True)
        self._state = Pill()
        self._test = Pill(StateKind.WARNING)
        self._pause = Button("", icon_name="pause-lines")
        self._resume = Button("", icon_name="play")
        self._held = Button("", icon_name="play")
        self._stop = Button("", ButtonKind.DANGER, icon_name="square")
        self._name_parts()
        self._lay_out()
        self._pause.clicked.connect(self.pause_wanted)
        self._resume.clicked.connect(self.resume_wanted)
        self._held.clicked.connect(self.account_resume_wanted)
        self._held.hide()
        self._stop.clicked.connect(self.stop_wanted)
        self.retranslate()

    def _name_parts(self) -> None:
        for name, part in {
            "dispatch_title": self._title,
            "dispatch_state": self._state,
            "dispatch_pause": self._pause,
            "dispatch_resume": self._resume,
            "dispatch_resume_account": self._held,
            "dispatch_stop": self._stop,
        }.items():
            part.setObjectName(name)

    def _lay_out(self) -> None:
        first = row(
            self._title,
            self._numbers,
            None,
            self._pause,
            self._resume,
            self._held,
            self._stop,
            gap=16,
        )
        box = QVBoxLayout(self)
        box.addLayout(first)
        second = row(self._state, self._test, self._released, gap=8)
        second.setStretch(2, 1)
        box.addLayout(second)
        space(box, 0, gap=8)

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._pause.setText(self.tr("Pause"))
        self._resume.setText(self.tr("Go on"))
        self._held.setText(self.tr("Let the account go on"))
        self._stop.setText(self.tr("Stop sending …"))

    def show_dispatch(self, record: DispatchRecord) -> None:
        """Show a dispatch as it is now."""
        self._title.setText(f"{heading(record.kind)}, {record.customer}")
        self._test.setToolTip(self.tr("Nobody gets an SMS of this dispatch."))
        self._numbers.setText(f"{record.dispatch_no} · {record.service} · {record.case_no}")
        self._state.set_state(state_kind(record.state), word(record.state))
        self._test.set_state(StateKind.WARNING, self.tr("test"))
        self._test.setVisible(record.test_mode)
        words = (self._release_words, self._request_words, self._template_words)
        self._released.setText(" ".join(filter(None, (say(record) for say in words))))
        running = record.state in GOING
        paused = record.state is DispatchState.PAUSED
        self._pause.setVisible(running)
        self._resume.setVisible(paused)
        self._stop.setVisible(running or paused)

    def show_held(self, *, held: bool) -> None:
        """Offer to let the account go on where a refusal holds it."""
        self._held.setVisible(held)

    def _release_words(self, record: DispatchRecord) -> str:
        when = self._desk.formats.moment(record.released_at)
        if record.second_released_by:
            return self.tr("Released by {agent}, second release {second}, {when}.").format(
                agent=record.released_by, second=record.second_released_by, when=when
            )
        return self.tr("Released by {agent}, {when}.").format(agent=record.released_by, when=when)

    def _template_words(self, record: DispatchRecord) -> str:
        """Say which version the text was made from, unless that was a built-in one."""
        if not record.template_version:
            return ""
        number = self._desk.formats.number(record.template_version)
        return self.tr("Made from version {} of its template.").format(number)

    def _request_words(self, record: DispatchRecord) -> str:
        formats = self._desk.formats
        same_day = formats.date(record.requested_at) == formats.date(record.released_at)
        show = formats.time if same_day else formats.moment
        return self.tr("Request: {person}, {channel}, {when}.").format(
            person=record.requester,
            channel=heading(record.channel),
            when=show(record.requested_at),
        )
