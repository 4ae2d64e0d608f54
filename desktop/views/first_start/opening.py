"""Opens the dialog that sets the desk up: before there is a desk, or over its window.

The dialog is loaded only when it is asked for: no other start waits for it.
"""

from __future__ import annotations

from functools import partial
from threading import Event

from PySide6.QtCore import QEventLoop, QObject, QSettings, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.models.setup import Setup
from desktop.services.setting_up import SettingUp, place_of, try_team
from desktop.services.storage.secrets import Secrets, system_keyring
from desktop.views.desk import Desk
from desktop.views.first_start.begin import SetupActs, SetupBegin
from desktop.views.language import LanguageManager
from desktop.views.local_settings import LANGUAGE
from desktop.views.tasks import Running, TaskRunner
from desktop.views.window_front import come_to_front


class FirstStart(QObject):
    """Asks before there is a database; what is decided is written down by then."""

    def __init__(
        self, language: LanguageManager, settings: QSettings, secrets: Secrets, agent: str
    ) -> None:
        from desktop.views.first_start.dialog import SetupDialog

        super().__init__()
        self._language, self._settings = language, settings
        self._tasks = TaskRunner(self)
        self._loop = QEventLoop(self)
        self._decided: tuple[Setup, str] | None = None
        acts = SettingUp(secrets, agent)
        self._dialog = SetupDialog(
            language,
            self._tasks,
            SetupActs(try_team, acts.send_test, acts.finish),
            SetupBegin(keeps_passwords=secrets.are_kept),
        )
        self._dialog.language_chosen.connect(self._choose_language)
        self._dialog.decided.connect(self._note)
        self._dialog.finished.connect(self._loop.quit)

    def ask(self) -> tuple[Setup, str] | None:
        """Show the dialog and return what was decided; None where it was closed."""
        self._dialog.show()
        self._loop.exec()
        self._tasks.close()
        self._dialog.deleteLater()
        return self._decided

    @Slot()
    def come_to_front(self) -> None:
        """Take the keys: somebody has started the desk once more."""
        come_to_front(self._dialog)

    @Slot(str)
    def _choose_language(self, code: str) -> None:
        self._settings.setValue(LANGUAGE, code)
        self._language.apply(code)

    @Slot(object, str)
    def _note(self, setup: Setup, url: str) -> None:
        self._decided = setup, url


class SetUpAgain(QObject):
    """Asks the same once more, over the window of an open desk.

    Signals:
        told: what the agents should know of what was decided.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._place = Setup()
        self._running: Running[SetupBegin] | None = None
        desk.navigator.setup_wanted.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._running = self._desk.tasks.run(self._read, self._open)

    def _read(self, _stop: Event) -> SetupBegin:
        services = self._desk.services
        return SetupBegin(
            place_of(services.database),
            services.settings.load(),
            again=True,
            keeps_passwords=Secrets(system_keyring()).are_kept,
        )

    def _open(self, begin: SetupBegin) -> None:
        from desktop.views.first_start.dialog import SetupDialog

        acts = SettingUp(Secrets(system_keyring()), self._desk.agent)
        self._place = begin.place
        dialog = SetupDialog(
            self._desk.language,
            self._desk.tasks,
            SetupActs(try_team, acts.send_test, partial(self._finish, acts)),
            begin,
            self._window,
        )
        dialog.setModal(True)
        dialog.language_chosen.connect(self._choose_language)
        dialog.decided.connect(self._tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _moves(self, setup: Setup) -> bool:
        return (setup.kind, setup.address) != (self._place.kind, self._place.address)

    @Slot(object, str)
    def _tell(self, setup: Setup, _url: str) -> None:
        if self._moves(setup):
            self.told.emit(self.tr("The database is another one at the next start."))

    def _finish(self, acts: SettingUp, setup: Setup) -> str:
        """Write the decisions down; on a worker thread."""
        if self._moves(setup):
            return acts.finish(setup)
        services = self._desk.services
        for name in ("gateway", "window", "provider"):
            section = getattr(setup, name)
            if section is not None:
                services.settings.save(name, section, self._desk.agent)
        if setup.secret:
            services.sending.give_secret(setup.secret, keep=True)
        return services.database.url

    @Slot(str)
    def _choose_language(self, code: str) -> None:
        self._desk.local.setValue(LANGUAGE, code)
        self._desk.language.apply(code)
