"""The composition root: the one place that knows everything, builds it, and takes it down again."""

from __future__ import annotations

import importlib
import logging
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.models.changes import Change
from desktop.models.desk_message import DeskMessage
from desktop.models.setup import Setup
from desktop.paths import APP_NAME, log_dir, resources_dir
from desktop.services.bundle import Services, build_services
from desktop.services.last_run import RunBook
from desktop.services.one_desk import OneDesk
from desktop.services.storage.opening import open_database
from desktop.services.storage.secrets import Secrets, system_keyring
from desktop.views.closing import Closing, keep_what_was_typed
from desktop.views.desk import Agent, Call, Desk, Navigator
from desktop.views.driver import NotSeenError
from desktop.views.failure_box import failure_box
from desktop.views.feed import ChangeFeed
from desktop.views.first_start.opening import FirstStart, SetUpAgain
from desktop.views.freeze_watch import FreezeWatch
from desktop.views.incoming import Incoming
from desktop.views.language import LanguageManager
from desktop.views.local_settings import account_name, chosen_scale, chosen_scheme, local_settings
from desktop.views.main_window import MainWindow
from desktop.views.number_watch import NumberWatch
from desktop.views.opened_links import OpenedLinks
from desktop.views.preparing import Preparing, Work
from desktop.views.reception import Reception
from desktop.views.sender_watch import SenderWatch
from desktop.views.signals import quits_on_signals
from desktop.views.start_notice import StartNotice
from desktop.views.tasks import TaskRunner
from desktop.views.theme import Scheme, ThemeManager
from desktop.views.unexpected import UnexpectedDialog, report_bugs_to
from desktop.views.walk import Walk, hurry
from desktop.views.window_front import FIRST

BEAT_MS = 20_000
"""So exactly the time of a crash is known."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Start:
    """What a start of the desk opens.

    ``one`` is the right to be the one window on the database, where that is asked for; ``message``
    is what this start is about. With ``rehearsal`` (demonstration) SMS in test mode count as
    reminders.
    """

    url: str
    one: OneDesk | None = None
    message: DeskMessage = field(default_factory=DeskMessage)
    language: str = ""
    agent: str = ""
    rehearsal: bool = False


class DeskApp(QObject):
    """One opened desk: everything behind one window, built in order and closed in reverse."""

    def __init__(
        self, app: QApplication, services: Services, settings: QSettings, agent: str = ""
    ) -> None:
        super().__init__()
        self._app = app
        self.services = services
        self.tasks = TaskRunner(self)
        self.feed = ChangeFeed(self)
        services.database.publish = self.feed.publish
        self.theme = ThemeManager(app)
        self.theme.apply(chosen_scheme(settings), chosen_scale(settings))
        self.language = LanguageManager(self)
        self.language.apply(str(settings.value("language", "system")))
        name = agent or str(settings.value("agent", "")) or account_name()
        self.desk = Desk(
            services=services,
            tasks=self.tasks,
            feed=self.feed,
            theme=self.theme,
            language=self.language,
            navigator=Navigator(self),
            call=Call(services.database.clock, self),
            person=Agent(name, self),
            local=settings,
        )
        self.unexpected = UnexpectedDialog()
        self.tasks.on_bug = self.unexpected.tell
        self.window = MainWindow(self.desk, settings)
        self.sending = SenderWatch(self.desk, self.window)
        self.closing = Closing(self.desk, self.window)
        self.closing.closed.connect(app.quit)
        self.freeze = FreezeWatch(self.desk, self.window)
        self.notice = StartNotice(self.desk)
        self.incoming = Incoming(self.desk, self.window)
        self._add_notices()
        self.numbers = NumberWatch(self.desk, self.window)
        self.setting_up = SetUpAgain(self.desk, self.window)
        self.setting_up.told.connect(self.window.say)

    def _add_notices(self) -> None:
        for notice in (self.freeze.banner, self.notice, self.incoming.notice):
            self.window.add_notice(notice)
        self.sending.began.connect(self.notice.tell_recovery)
        self.sending.began.connect(self.freeze.look)
        self.language.changed.connect(self.notice.retranslate)
        self.language.changed.connect(self.freeze.retranslate)
        self.language.changed.connect(self.incoming.retranslate)

    def start(self) -> None:
        """Show the window, begin to send, and listen for changes."""
        self.window.show()
        self.feed.watch(self.tasks, self.services.database.versions)
        self.sending.start()
        self.numbers.start()
        QTimer.singleShot(0, self._load_statistics)

    def _load_statistics(self) -> None:
        """Load the statistics library after the first paint, before a page asks for it."""
        self.tasks.run(_import_statistics, self._ignore)

    def _ignore(self, _nothing: None) -> None:
        """Nothing follows."""

    def watch_runs(self, runs: RunBook) -> None:
        """Enter this run in the book, and tell how the one before ended where it crashed."""
        crashed = runs.begin()
        beat = QTimer(self)
        beat.setInterval(BEAT_MS)
        beat.timeout.connect(runs.beat)
        beat.start()
        if crashed is not None:
            log.info("the run before ended without closing")
            self.notice.tell_crash(crashed)

    def close(self) -> None:
        """Take everything down: what is being sent ends between two SMS. Bounded in time."""
        self.closing.put_away()
        self.incoming.close()
        self.feed.stop()
        self.numbers.stop()
        self.window.allow_close()
        keep_what_was_typed(self.window)
        # What still runs may be a start of the sender; only afterwards it is stopped for good.
        self.tasks.close()
        self.sending.close()
        self.services.database.publish = _tell_nobody
        self.services.database.close()
        self.window.deleteLater()
        self.unexpected.deleteLater()


def run_desk(start: Start) -> int:
    """Open the desk on a database and return the exit status when its window has closed."""
    app = make_application()
    settings = local_settings()
    if start.language:
        settings.setValue("language", start.language)
    services = build_services(open_database(start.url), _secrets(), rehearsal=start.rehearsal)
    desk = DeskApp(app, services, settings, start.agent)
    report_bugs_to(desk.unexpected)
    runs = RunBook(log_dir())
    desk.watch_runs(runs)
    desk.start()
    reception = Reception(start.one.address, desk) if start.one is not None else None
    if reception is not None:
        reception.arrived.connect(desk.incoming.take)
    if sys.platform == "darwin":
        OpenedLinks(app).arrived.connect(desk.incoming.take)
    if start.message.number:
        desk.incoming.take(start.message)
    with quits_on_signals(app):
        log.info("the desk is open")
        status = app.exec()
    if reception is not None:
        reception.close()
    desk.close()
    runs.end()
    return status


def set_up(one: OneDesk, language: str = "") -> tuple[Setup, str] | None:
    """Ask what the desk needs to know at its first start; nothing is written before the end.

    Returns the decisions and the URL of the database ("" for a demonstration); None: closed.
    """
    app, settings = make_application(), local_settings()
    ThemeManager(app).apply(chosen_scheme(settings), chosen_scale(settings))
    manager = LanguageManager()
    manager.apply(language or str(settings.value("language", "system")))
    first = FirstStart(manager, settings, _secrets(), account_name())
    reception = Reception(one.address, first)
    reception.arrived.connect(first.come_to_front)
    log.info("the first start asks")
    decided = first.ask()
    reception.close()
    return decided


def tell(error: BaseException) -> None:
    """Tell in a small window why the desk does not open, and wait until it was read."""
    app, settings = make_application(), local_settings()
    ThemeManager(app).apply(chosen_scheme(settings), chosen_scale(settings))
    language = LanguageManager()
    language.apply(str(settings.value("language", "system")))
    box = failure_box(error)
    box.finished.connect(app.quit)
    box.open()
    app.exec()


def prepare(work: Work, label: str, cancel: str) -> None:
    """Do what has to be done before a desk can open, behind a small window with its progress.

    Raises:
        CancelledError: a person has cancelled it.

    """
    app, settings = make_application(), local_settings()
    ThemeManager(app).apply(chosen_scheme(settings), chosen_scale(settings))
    Preparing(label, cancel).run(work)


def run_walk(url: str, *, language: str = "", agent: str = "") -> int:
    """Walk through the main job without a person, and say what was done and where the pictures are.

    Returns the exit status: 1 where the window did not do what it should.
    """
    app = make_application()
    folder = Path.cwd() / "build" / "walk"
    with tempfile.TemporaryDirectory(prefix="desk-walk-") as place:
        settings = QSettings(str(Path(place) / "window.ini"), QSettings.Format.IniFormat)
        settings.setValue("language", language or "system")
        settings.setValue("scheme", Scheme.LIGHT.value)
        services = build_services(open_database(url), Secrets(), rehearsal=True)
        hurry(services)
        desk = DeskApp(app, services, settings, agent)
        desk.start()
        desk.window.resize(FIRST)  # its pictures are the same on every computer
        try:
            Walk(desk.window, desk.desk, folder, _say).run()
        except NotSeenError as error:
            print(f"The walk stopped: {error}", file=sys.stderr)  # noqa: T201  what it is for
            return 1
        finally:
            desk.close()
    return 0


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  the walk tells what it did


def make_application() -> QApplication:
    """Return the one Qt application, with its name set."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Solution Desk")
    app.setDesktopFileName(APP_NAME)
    app.setWindowIcon(QIcon(str(resources_dir() / "icons" / f"{APP_NAME}.svg")))
    app.setQuitOnLastWindowClosed(False)
    return app


@cache
def _secrets() -> Secrets:
    """Return those of this start: what was given while it was set up is not asked for again."""
    return Secrets(system_keyring())


def _import_statistics(_stop: threading.Event) -> None:
    importlib.import_module("scipy.special")


def _tell_nobody(_change: Change) -> None:
    """Stand in when the feed is gone."""
