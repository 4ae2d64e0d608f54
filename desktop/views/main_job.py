"""The main job from the export to the result, done in the real window as an agent does it.

The walk, the pictures and the journey tests all go through here, so that what is shown and tested
is one and the same way.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.records.signups import SignupFilter, SmsFilter
from desktop.models.states import DispatchState
from desktop.views.desk import Desk
from desktop.views.driver import Driver
from desktop.views.main_window import MainWindow

Look = Callable[[str], None]
"""Told the name of each place that has been reached, to take a picture or to say something."""

CONTROL = Qt.KeyboardModifier.ControlModifier


class MainJob:
    """Import, find, customer, incomplete list, reminder, result."""

    def __init__(self, driver: Driver, desk: Desk, look: Look) -> None:
        """Do the job in the driver's window; ``look`` is called wherever something is to see."""
        self._driver, self._desk, self._look = driver, desk, look

    @property
    def _window(self) -> MainWindow:
        return self._driver.window

    def imports(self, paths: Sequence[Path]) -> None:
        """Read exports on the import page and wait for the report."""
        self._window.show_page("importing")
        page: Any = self._window.page("importing")
        page.look_at(tuple(paths))
        self._driver.finds("run_import")
        self._driver.settles()
        self._look("import-preview")
        self._driver.clicks("run_import")
        self._driver.finds("import_report")
        self._driver.settles()
        self._look("import-report")

    def finds(self, text: str) -> None:
        """Type into the search field and open the first hit."""
        self._window.focus_search()
        self._driver.types("searchField", text)
        box: Any = self._driver.finds("searchField")
        self._driver.waits_for("hits", lambda: bool(box.list_open))
        self._driver.settles()
        self._look("search")
        QTest.keyClick(box, Qt.Key.Key_Down)
        QTest.keyClick(box, Qt.Key.Key_Up)
        QTest.keyClick(box, Qt.Key.Key_Return)
        self._driver.finds("start_case")
        self._driver.settles()
        self._look("customer")

    def lists(self, customer_id: int, service_id: int) -> None:
        """Open the incomplete sign-ups of a service that may be reminded, and choose all."""
        wanted = SignupFilter(customer_id, service_id, sms=SmsFilter.POSSIBLE)
        self._desk.navigator.signups_wanted.emit(wanted)
        table = self._driver.finds("signups_table")
        self._driver.settles()
        self._look("signups")
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_A, CONTROL)
        self._driver.settles()
        self._look("signups-chosen")

    def begins_reminder(self) -> None:
        """Begin a reminder for what is chosen in the list."""
        bar: Any = self._driver.finds("signups_selection")
        self._driver.waits_for("the button of the reminder", bar.action.isEnabled)
        bar.action.click()
        self._driver.finds("stepView_caller")
        self._driver.settles()

    def records_request(self, wish: str) -> None:
        """Verify the caller and record what is asked for."""
        self._look("case-caller")
        self._driver.clicks("radio_call_back")
        self._driver.clicks("radio_verified")
        self.goes_on("request")
        self._driver.clicks("radio_phone")
        self._driver.types("wish", wish)
        self._look("case-request")
        self.goes_on("recipients")

    def agrees(self) -> None:
        """Read back the recipients and the text, and take the caller's yes."""
        self._driver.clicks("answer_yes")
        self._driver.settles()
        self._look("case-recipients")
        self.goes_on("text")
        self._driver.clicks("answer_yes")
        self._driver.settles()
        self._look("case-text")
        self.goes_on("release")

    def releases(self) -> None:
        """Release, and wait until the countdown runs; on a busy computer it may be over already."""
        self._look("case-release")
        self._driver.settles()
        self._driver.clicks("primary")
        self._driver.waits_for(
            "the countdown", lambda: self._driver.shows("countdown", "stepView_sending")
        )
        self._driver.lives(1_200)
        self._look("case-countdown")

    def sends(self, dispatch_id: Callable[[], int]) -> None:
        """Wait until the last SMS of the dispatch is handed over."""
        self._driver.finds("stepView_sending")
        self._driver.lives(400)
        self._look("case-sending")
        released = dispatch_id()

        def is_done() -> bool:
            record = self._desk.services.dispatch_lists.get(released)
            return record.state in (DispatchState.DONE, DispatchState.STOPPED)

        self._driver.waits_for("the end of the dispatch", is_done)
        self._driver.lives(1_500)
        self._driver.settles()
        self._look("case-sent")

    def wraps_up(self) -> None:
        """Close the case with the suggested outcome."""
        self.goes_on("wrap_up")
        self._look("case-wrap-up")
        self._driver.clicks("primary")
        self._driver.settles()

    def goes_on(self, step: str) -> None:
        """Take the way on, and wait for the step that it leads to."""
        self._driver.settles()
        self._driver.clicks("primary")
        self._driver.finds(f"stepView_{step}")
        self._driver.settles()


def write_new_signups(path: Path, service_no: str, numbers: Sequence[str], now: datetime) -> None:
    """Write an export with one sign-up of a few days ago for each number."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["service_no", "phone", "entered_at"])
        for place, number in enumerate(numbers):
            entered = now - timedelta(days=2 + place % 20, minutes=7 * place)
            rows.writerow([service_no, number, entered.isoformat(timespec="seconds")])
