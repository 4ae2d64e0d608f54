"""Uses the installed program on a screen: the demo with a caller, the first start, an own database.

Each leaves a picture. What the pictures show a person judges; what the program did, its log tells.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scripts.package import project
from scripts.package.bare_root import BareRoot
from scripts.package.screen import Screen, check_not_blank, screen
from scripts.package.smoke import PATIENCE_S, Run, done, expect

REST_S = 3.0
MOST = 0.5
CALLER, CALLED_BY = "Zeitung Steiner", "tel:+43-676-0088218"
"""A customer of the demo, and a link to its number as a click hands it over."""
_LOG = f".local/state/{project.name()}/log/desk.log"

Say = Callable[[str], None]


class OnScreen:
    """The windows of one person in the bare system."""

    def __init__(self, root: BareRoot, person: str, place: Path) -> None:
        """Keep the pictures in ``place``."""
        self._root, self._person, self._place = root, person, place

    def run(self, arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Run a command of the program without a screen."""
        return subprocess.run(
            self._command(arguments, {"QT_QPA_PLATFORM": "offscreen"}),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    @property
    def log(self) -> str:
        """What the program has written down of itself."""
        path = self._root.folder / f"home/{self._person}" / _LOG
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def show_demo(self, say: Say) -> None:
        """Open the demo, and let a call pop up its customer.

        Raises:
            ScreenError: no window, or a blank one.
            SmokeError: the call brought nobody, or somebody else.

        """
        database = ["--database", f"/home/{self._person}/demo.sqlite", "--language", "en"]
        with self._window([*database, "demo"]) as (shown, program):
            # before it, the demo's data are made behind a small window
            shown.fills(MOST, program)
            self._keep(shown, program, "demo")
            say("the demo's window: demo.png")
            customer = _only_hit(self.run, [*database, "--json", "lookup", CALLED_BY])
            done(self.run, [*database, "call", CALLED_BY])
            self._waits_for(rf"a call was handed over: known {customer}\b")
            shown.settles(REST_S, program)  # by then the page has changed, and may still load
            _waits(shown.is_written, "the customer's page stays empty")
            self._keep(shown, program, "call")
            expect(self.log.count("the desk is open") == self._opened, "a call opened a window")
        say(f"`call {CALLED_BY}` brought {CALLER} to the front of that window: call.png")

    def show_first_start(self, say: Say) -> None:
        """Start where nothing is set up yet: the program asks, and writes nothing meanwhile.

        Raises:
            ScreenError: no window, or a blank one.
            SmokeError: it asks nothing, or a second start asks as well.

        """
        with self._window(["--language", "en"], answers=False) as (shown, program):
            self._waits_for("the first start asks")
            self._keep(shown, program, "first-start")
            done(self.run, [])
            expect(self.log.count("the first start asks") == 1, "a second start asked as well")
        home = self._root.folder / f"home/{self._person}"
        expect(not list(home.rglob("*.sqlite")), "the first start wrote before it was answered")
        say("the first start asks: first-start.png; a second one leaves it the screen")

    def show_own(self, name: str, language: str) -> None:
        """Open the person's own database and keep a picture.

        Raises:
            ScreenError: no window, or a blank one.

        """
        with self._window(["--language", language] if language else []) as (shown, program):
            shown.fills(MOST, program)
            self._keep(shown, program, name)

    @contextmanager
    def _window(
        self, arguments: Sequence[str], *, answers: bool = True
    ) -> Iterator[tuple[Screen, subprocess.Popen[bytes]]]:
        """Open a window on a screen, and end it as the system would.

        Raises:
            SmokeError: it ended with another status than 0, where it ``answers`` with one.

        """
        self._opened = self.log.count("the desk is open") + 1
        with screen() as shown:
            program = subprocess.Popen(self._command(arguments, {"DISPLAY": shown.display}))
            try:
                yield shown, program
            finally:
                program.send_signal(signal.SIGTERM)
                status = program.wait(timeout=PATIENCE_S)
        ended_well = status == 0 or (not answers and status == -signal.SIGTERM)
        expect(ended_well, f"the window ended with status {status}")

    def _command(self, arguments: Sequence[str], also: dict[str, str]) -> list[str]:
        return self._root.command([project.name(), *arguments], person=self._person, also=also)

    def _keep(self, shown: Screen, program: subprocess.Popen[bytes], name: str) -> None:
        shown.settles(REST_S, program)
        check_not_blank(shown.save(self._place / f"{name}.png"))

    def _waits_for(self, pattern: str) -> None:
        _waits(lambda: bool(re.search(pattern, self.log)), f"the log never told: {pattern}")


def _waits(happened: Callable[[], bool], complaint: str) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not happened():
        expect(time.monotonic() < ends, complaint)
        time.sleep(0.1)


def _only_hit(run: Run, arguments: Sequence[str]) -> int:
    hits = json.loads(done(run, arguments))["hits"]
    expect([hit["label"] for hit in hits] == [CALLER], f"{CALLED_BY} is not {CALLER} alone")
    return int(hits[0]["id"])
