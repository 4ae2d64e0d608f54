"""The window: it assembles bars and pages, and goes where a page wants to go. Nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.views.desk import Desk
from desktop.views.focus_keeper import FocusKeeper
from desktop.views.keys import KeyList
from desktop.views.page import Page
from desktop.views.privacy import PrivacyCurtain
from desktop.views.screens import SCREENS, Screen
from desktop.views.search import Search
from desktop.views.tab_order import go_to_next_stop
from desktop.views.theme import StateKind, px
from desktop.views.ways import Ways
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.base import space
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.side_bar import SideBar, SideItem
from desktop.views.widgets.status_bar import StatusBar
from desktop.views.widgets.top_bar import TopBar
from desktop.views.window_front import SMALLEST, first_size
from desktop.views.window_menu import AgentMenu
from desktop.views.window_status import WindowStatus


class MainWindow(QMainWindow):
    """Top bar, side bar, one page at a time, status bar.

    Signals:
        close_wanted: somebody closes the window; ``allow_close`` does it.
        revealed: the window is on the screen, for the first time or again.
    """

    close_wanted, revealed = Signal(), Signal()

    def __init__(
        self, desk: Desk, settings: QSettings, screens: Sequence[Screen] = SCREENS
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._desk, self._settings = desk, settings
        self._screens = {screen.key: screen for screen in screens}
        self._pages: dict[str, Page] = {}
        self._trail: list[str] = []
        self._may_close = False
        self._build_bars()
        self._lay_out()
        self._build_helpers()
        self._connect_bars()
        self._bind_keys()
        self.retranslate()
        self._restore()

    # ------------------------------------------------------------------ assembling

    def _build_bars(self) -> None:
        self._search_box = SearchBox(self)
        self._top = TopBar(self._search_box)
        self._side = SideBar(
            [
                SideItem(screen.key, "", screen.icon_name, bottom=screen.bottom)
                for screen in self._screens.values()
                if screen.icon_name
            ]
        )
        self._stack = QStackedWidget()
        self._status = StatusBar()
        self._notice = Banner()
        self._notice.setObjectName("window_notice")
        self._notice.hide()
        self._notice.acted.connect(self._notice.hide)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        space(middle, 0, gap=0)
        middle.addWidget(self._side)
        middle.addWidget(self._stack, 1)
        central = QWidget()
        self._column = QVBoxLayout(central)
        space(self._column, 0, gap=0)
        for bar in (self._top, self._notice):
            self._column.addWidget(bar)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self._status)
        self.setCentralWidget(central)
        self.setMinimumSize(px(SMALLEST.width()), px(SMALLEST.height()))

    def _build_helpers(self) -> None:
        self._ways = Ways(self._desk.navigator, self, self)
        self._search = Search(self._desk, self._search_box)
        self._menu = AgentMenu(self._desk, self._settings, self)
        self._window_status = WindowStatus(self._desk, self._status)
        self._curtain = PrivacyCurtain(self)
        self._keys = KeyList(self)
        self._focus_keeper = FocusKeeper(self, self._stack.currentWidget)
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._show_call)

    def _connect_bars(self) -> None:
        self._desk.navigator.search_wanted.connect(self.focus_search)
        self._side.page_chosen.connect(self.show_page)
        self._top.panel_toggled.connect(self._fold_side)
        self._top.call_pressed.connect(self._toggle_call)
        self._top.privacy_pressed.connect(self._curtain.draw)
        self._desk.call.changed.connect(self._show_call)
        self._desk.person.changed.connect(self._show_agent)
        self._menu.keys_wanted.connect(self._keys.open)
        self._window_status.cases_counted.connect(partial(self._show_count, "cases"))
        self._window_status.unclear_counted.connect(partial(self._show_count, "dispatches"))

    def _bind_keys(self) -> None:
        for keys in ("Ctrl+K", "F2"):
            self._bind(keys, self.focus_search)
        self._bind("F1", self._keys.open)
        self._bind("F8", self._toggle_call)
        self._bind("Ctrl+L", self._curtain.draw)
        self._bind("Alt+Left", self.go_back)
        self._bind("F5", self._reload)
        shown = [screen.key for screen in self._screens.values() if screen.icon_name]
        for place, key in enumerate(shown[:9], start=1):
            self._bind(f"Ctrl+{place}", partial(self.show_page, key))

    def _bind(self, keys: str, act: Callable[[], Any]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(act)

    # ------------------------------------------------------------------ pages

    @Slot(str)
    def show_page(self, key: str) -> None:
        """Bring a page to the front; it is made when it is first wanted."""
        page = self.page(key)
        before = self._stack.currentWidget()
        if isinstance(before, Page) and before is not page:
            before.leave()
        self._stack.setCurrentWidget(page)
        self._side.choose(self._screens[key].side)
        if not self._trail or self._trail[-1] != key:
            self._trail.append(key)
        page.enter()

    def page(self, key: str) -> Page:
        """Return a page, and make it if need be."""
        if key not in self._pages:
            page = self._screens[key].make(self._desk)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    @property
    def current_page(self) -> str:
        """The key of the page in front."""
        return self._trail[-1] if self._trail else ""

    @Slot()
    def go_back(self) -> None:
        """Show the page that was in front before."""
        if len(self._trail) > 1:
            self._trail.pop()
            self.show_page(self._trail[-1])

    def say(self, sentence: str, kind: StateKind = StateKind.WARNING) -> None:
        """Say something about the whole desk, until somebody has read it."""
        self._notice.show_state(kind, sentence, self.tr("Understood"))
        self._notice.show()

    def add_notice(self, notice: QWidget) -> None:
        """Make room for something about the whole desk, above the pages; it shows itself."""
        self._column.insertWidget(self._column.indexOf(self._notice), notice)

    def _reload(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.reload()

    # ------------------------------------------------------------------ bars

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on with Tab in the order in which the window is read."""
        return go_to_next_stop(self, forward=forward) or super().focusNextPrevChild(forward)

    @property
    def is_in_use(self) -> bool:
        """Whether somebody works on something in the page in front, or searches at this moment."""
        return self.page(self.current_page).holds_work or self._search_box.is_in_use

    def search_for(self, text: str, *, look_up: bool = True) -> None:
        """Put ``text`` into the search field as if it had been typed; look it up, or not yet."""
        self._search_box.enter(text, look_up=look_up)
        self.focus_search()

    @Slot()
    def focus_search(self) -> None:
        """Put the focus into the search field and choose what stands there."""
        self._search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search_box.selectAll()

    def _fold_side(self) -> None:
        self._side.fold(not self._side.folded)

    def _toggle_call(self) -> None:
        if self._desk.call.begun_at is None:
            self._desk.call.begin()
        else:
            self._desk.call.end()
        self._search_box.clear()
        self.focus_search()

    def _show_call(self) -> None:
        seconds = self._desk.call.duration_s
        self._top.show_call("" if seconds is None else self._desk.formats.duration(seconds))
        if seconds is None:
            self._second.stop()
        elif not self._second.isActive():
            self._second.start()

    def _show_count(self, key: str, count: int) -> None:
        if key in self._screens:
            self._side.set_count(key, self._desk.formats.number(count) if count else "")

    def _show_agent(self) -> None:
        self._top.show_agent(self._desk.agent, self._menu)

    # ------------------------------------------------------------------ language and window

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set all fixed texts again; the widgets set their own."""
        self.setWindowTitle("Solution Desk")
        for screen in self._screens.values():
            if screen.icon_name:
                title = QCoreApplication.translate("Screens", screen.title)
                self._side.set_text(screen.key, title)
        self._menu.retranslate()
        self._window_status.retranslate()
        self._curtain.retranslate()
        self._keys.retranslate()
        self._show_agent()
        self._show_call()
        for page in self._pages.values():
            page.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.revealed.emit()
        if not self._trail:
            self.show_page("start")
            self.focus_search()

    def _restore(self) -> None:
        self.resize(first_size(self.screen().availableSize()))
        geometry = self._settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._side.fold(self._settings.value("window/side_folded", False, bool) is True)

    @property
    def is_keeping(self) -> bool:
        """Whether something that was typed is still on its way into the database."""
        return any(page.is_keeping for page in self._pages.values())

    def allow_close(self) -> None:
        """Close now, without asking again."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            self.close_wanted.emit()
            return
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.leave()
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/side_folded", self._side.folded)
        self._second.stop()
        super().closeEvent(event)
