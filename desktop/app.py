"""The composition root: the one place that knows everything, builds it, and takes it down again."""

from __future__ import annotations

import getpass
import importlib
import logging
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.errors import DeskError
from desktop.models.changes import Change
from desktop.models.settings import MAX_PER_SECOND
from desktop.paths import APP_NAME, log_dir, resources_dir
from desktop.services.bundle import Services, build_services
from desktop.services.last_run import RunBook
from desktop.services.storage.database import Database
from desktop.services.storage.opening import open_database
from desktop.services.storage.secrets import Secrets, system_keyring
from desktop.views.closing import Closing
from desktop.views.desk import Agent, Call, Desk, Navigator
from desktop.views.driver import NotSeenError
from desktop.views.error_text import error_text
from desktop.views.feed import ChangeFeed
from desktop.views.freeze_watch import FreezeWatch
from desktop.views.language import LanguageManager
from desktop.views.local_settings import chosen_scale, chosen_scheme, local_settings
from desktop.views.main_window import FIRST, MainWindow
from desktop.views.number_watch import NumberWatch
from desktop.views.preparing import Preparing, Work
from desktop.views.sender_watch import SenderWatch
from desktop.views.signals import quits_on_signals
from desktop.views.start_notice import StartNotice
from desktop.views.tasks import TaskRunner
from desktop.views.theme import Scheme, ThemeManager
from desktop.views.unexpected import UnexpectedDialog
from desktop.views.walk import Walk

BEAT_MS = 20_000
"""So exactly the time of a crash is known."""

log = logging.getLogger(__name__)


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
        name = agent or str(settings.value("agent", "")) or _account_name()
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
        self._add_notices()
        self.numbers = NumberWatch(self.desk, self.window)

    def _add_notices(self) -> None:
        for notice in (self.freeze.banner, self.notice):
            self.window.add_notice(notice)
        self.sending.began.connect(self.notice.tell_recovery)
        self.sending.began.connect(self.freeze.look)
        self.language.changed.connect(self.notice.retranslate)
        self.language.changed.connect(self.freeze.retranslate)

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
        self.feed.stop()
        self.numbers.stop()
        self.window.allow_close()
        # What still runs may be a start of the sender; only afterwards it is stopped for good.
        self.tasks.close()
        self.sending.close()
        self.services.database.publish = _tell_nobody
        self.services.database.close()
        self.window.deleteLater()
        self.unexpected.deleteLater()


def run_desk(url: str, *, language: str = "", agent: str = "", rehearsal: bool = False) -> int:
    """Open the desk on a database and return the exit status when its window has closed.

    With ``rehearsal`` (demonstration) SMS in test mode count as reminders.
    """
    app = make_application()
    settings = local_settings()
    if language:
        settings.setValue("language", language)
    opened = _open(app, url)
    if opened is None:
        return 1
    services = build_services(opened, Secrets(system_keyring()), rehearsal=rehearsal)
    desk = DeskApp(app, services, settings, agent)
    _report_bugs_to(desk.unexpected)
    runs = RunBook(log_dir())
    desk.watch_runs(runs)
    desk.start()
    with quits_on_signals(app):
        log.info("the desk is open")
        status = app.exec()
    desk.close()
    runs.end()
    return status


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
        _hurry(services)
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


def _hurry(services: Services) -> None:
    """Let the simulator take what the demo has waiting at once: nobody watches the bar fill."""
    gateway = services.settings.load().gateway
    services.settings.save("gateway", replace(gateway, per_second=MAX_PER_SECOND), "")


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


def _open(app: QApplication, url: str) -> Database | None:
    try:
        return open_database(url)
    except DeskError as error:
        ThemeManager(app).apply(Scheme.SYSTEM)
        language = LanguageManager()
        language.apply("system")
        told = error_text(error)
        box = QMessageBox(QMessageBox.Icon.Critical, "Solution Desk", told.sentence)
        box.setInformativeText(told.hint)
        box.setDetailedText(told.details)
        box.finished.connect(app.quit)
        box.open()
        app.exec()
        return None


def _report_bugs_to(dialog: UnexpectedDialog) -> None:
    """Tell every bug that nobody caught, on whichever thread, and let the program go on."""

    def tell(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        dialog.tell(error.with_traceback(trace))

    def tell_of_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            dialog.tell(args.exc_value)

    sys.excepthook = tell
    threading.excepthook = tell_of_thread


def _import_statistics(_stop: threading.Event) -> None:
    importlib.import_module("scipy.special")


def _account_name() -> str:
    """Return what the system calls this person, until they say otherwise."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "Agent"


def _tell_nobody(_change: Change) -> None:
    """Stand in when the feed is gone."""
