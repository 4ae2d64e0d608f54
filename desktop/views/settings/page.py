"""The page of settings: each change is saved at once and can be taken back."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.settings import DeskSettings
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.settings.access import GatewayAccess
from desktop.views.settings.backing_up import BackupNow
from desktop.views.settings.computer import ComputerForm
from desktop.views.settings.form import SectionForm
from desktop.views.settings.health import Health
from desktop.views.settings.platform import PlatformAccess
from desktop.views.settings.sections import (
    GatewayForm,
    LimitForm,
    PlatformForm,
    ProviderForm,
    ReminderForm,
    SimForm,
    WindowForm,
)
from desktop.views.tasks import Running
from desktop.views.theme import StateKind, px
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import space
from desktop.views.widgets.button import Button
from desktop.views.widgets.headings import SectionHeading
from desktop.views.widgets.label import muted, small, title
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.undo_bar import UndoBar

_WIDTH = 880
_SECTIONS = (
    "gateway", "reminders", "templates", "limits", "sims", "platform", "provider", "computer",
    "health",
)  # fmt: skip


class SettingsPage(Page):
    """What all agents share, then what belongs to this computer."""

    cares_for = frozenset({Change.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("settings_page")
        self._running: Running[DeskSettings] | None = None
        self._saved: dict[str, Any] = {}
        self._undo: tuple[str, Any] | None = None
        self._focus_when_shown = False
        self._title = title()
        self._remark = small(wrap=True)
        self._banner = Banner()
        self._banner.hide()
        self._forms: dict[str, SectionForm] = {
            "gateway": GatewayForm(desk),
            "reminders": ReminderForm(),
            "window": WindowForm(),
            "limits": LimitForm(),
            "sims": SimForm(),
            "platform": PlatformForm(),
            "provider": ProviderForm(),
        }
        for form in self._forms.values():
            # A field that is empty because nothing has been read yet is not to be filled in.
            form.setEnabled(False)
        self._access = GatewayAccess(desk)
        self._platform_access = PlatformAccess(desk)
        self._templates_remark = muted(wrap=True)
        self._templates = Button(icon_name="message-square-text", trailing="chevron-right")
        self._templates.setObjectName("to_templates")
        self._computer = ComputerForm(desk)
        self._health = Health(desk)
        self._backup = BackupNow(desk)
        self._headings = {name: SectionHeading() for name in _SECTIONS}
        self._undo_bar = UndoBar(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        head: tuple[QWidget, ...] = (self._title, self._remark, self._banner)
        for part in head:
            self._column.addWidget(part)
        for name, parts in self._sections().items():
            self._column.addSpacing(px(24))
            self._column.addWidget(self._headings[name])
            self._column.addSpacing(px(8))
            for part in parts:
                self._column.addWidget(part)
        self._column.addStretch(1)
        space(self._column, 32, 24, 32, 64, gap=0)
        content.setMaximumWidth(px(_WIDTH))
        ScrollArea.around(content, self)

    def _sections(self) -> dict[str, tuple[QWidget, ...]]:
        return {
            "gateway": (self._forms["gateway"], self._access),
            "reminders": (self._forms["reminders"], self._forms["window"]),
            "templates": (self._templates_remark, self._templates),
            "limits": (self._forms["limits"],),
            "sims": (self._forms["sims"],),
            "platform": (self._forms["platform"], self._platform_access),
            "provider": (self._forms["provider"],),
            "computer": (self._computer,),
            "health": (self._health, self._backup),
        }

    def _connect(self) -> None:
        for name, form in self._forms.items():
            form.edited.connect(partial(self._save, name))
        self._undo_bar.undone.connect(self._take_back)
        self._undo_bar.closed.connect(self._forget)
        self._banner.acted.connect(self.reload)
        self._templates.clicked.connect(self._open_templates)

    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        self._remark.setText(
            self.tr("What stands up to Provider holds for all agents on this database.")
        )
        self._templates_remark.setText(
            self.tr("What the SMS say, for all customers or for one, with every earlier version.")
        )
        self._templates.setText(self.tr("SMS templates"))
        for name, text in {
            "gateway": self.tr("SMS gateway"),
            "reminders": self.tr("Reminders and sending window"),
            "templates": self.tr("SMS templates"),
            "limits": self.tr("Limits"),
            "sims": self.tr("Sender numbers"),
            "platform": self.tr("Business Platform"),
            "provider": self.tr("Provider"),
            "computer": self.tr("This computer"),
            "health": self.tr("Database"),
        }.items():
            self._headings[name].set_text(text)

    def _open_templates(self) -> None:
        self.desk.navigator.page_wanted.emit("templates")

    # ------------------------------------------------------------------------ reading

    def enter(self) -> None:
        """Show the settings; the keys go to the first field as soon as it has its value."""
        super().enter()
        self._focus_when_shown = True
        self._focus_first()

    def _focus_first(self) -> None:
        first = self._forms["gateway"]
        if self._focus_when_shown and first.isEnabled() and self.isVisible():
            self._focus_when_shown = False
            first.take_focus()

    def reload(self) -> None:
        """Read the shared settings again."""
        self._running = self.desk.tasks.run(self._read, self._show, self._fail)

    def _read(self, _stop: Event) -> DeskSettings:
        return self.desk.services.settings.load()

    @Slot(object)
    def _show(self, settings: DeskSettings) -> None:
        self._banner.setVisible(bool(settings.rejected))
        if settings.rejected:
            self._banner.show_state(
                StateKind.WARNING,
                self.tr("%n stored values cannot be used; the usual ones hold.", "",
                        len(settings.rejected)),
            )  # fmt: skip
        for name, form in self._forms.items():
            section = getattr(settings, name)
            self._saved[name] = section
            if form.section is None or not form.is_being_edited:
                form.show_section(section)
            form.setEnabled(True)
        self._access.show_for(real=settings.gateway.kind.is_real)
        self._platform_access.show_for(wanted=bool(settings.platform.account_id))
        self._focus_first()

    def _fail(self, error: BaseException) -> None:
        told = error_text(error)
        self._banner.show_state(
            StateKind.BAD, f"{told.sentence} {told.hint}", self.tr("Read again")
        )

    # ------------------------------------------------------------------------- saving

    def _save(self, name: str, section: Any) -> None:  # noqa: ANN401  # any section
        self._undo = (name, self._saved[name])
        self.desk.tasks.run(partial(self._write, name, section), self._tell_saved, self._fail)

    def _write(self, name: str, section: Any, _stop: Event) -> bool:  # noqa: ANN401
        self.desk.services.settings.save(name, section, self.desk.agent)
        return True

    def _tell_saved(self, _saved: bool) -> None:
        self._undo_bar.show_message(self.tr("Saved for all agents."), undo=self._undo is not None)

    def _take_back(self) -> None:
        if self._undo is None:
            return
        name, section = self._undo
        self._undo = None
        self._forms[name].show_section(section)
        self.desk.tasks.run(partial(self._write, name, section), self._tell_undone, self._fail)

    def _tell_undone(self, _saved: bool) -> None:
        self._undo_bar.show_message(self.tr("Taken back."))

    def _forget(self) -> None:
        self._undo = None
