"""Write a picture of every page and step to build/shots, to be looked at.

    python scripts/shots.py                      both languages, both schemes, 100 % and 175 %
    python scripts/shots.py --only de-light-100  one of them

The window shows a demo database that is made for it and thrown away.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings  # noqa: E402  the platform must be chosen first

from desktop.app import DeskApp, make_application  # noqa: E402
from desktop.services.bundle import build_services  # noqa: E402
from desktop.services.demo import DEMO_AGENT  # noqa: E402
from desktop.services.demo.make import make_demo  # noqa: E402
from desktop.services.storage.opening import open_database  # noqa: E402
from desktop.services.storage.secrets import Secrets  # noqa: E402
from desktop.views.driver import Driver  # noqa: E402
from desktop.views.theme import Scheme  # noqa: E402
from scripts.shot_cases import (  # noqa: E402
    block_in_case,
    frequency_case,
    number_change_case,
    reminder_case,
)
from scripts.shot_list import IMPORTS, STATIONS, Station  # noqa: E402
from scripts.shot_setup import SETUP  # noqa: E402
from scripts.shot_sims import every_sim  # noqa: E402

FOLDER = ROOT / "build" / "shots"
LANGUAGES = ("de", "en")
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
SCALES = (100, 175)
WIDTH, HEIGHT = 1440, 900
CASE, QUESTION = "case", "question"
EVERY_SIM = "sims-every"
# A working day on which SMS may go out, so that a case can be followed to its end on any day.
STARTS_AT = datetime(2026, 11, 24, 12, 58, tzinfo=UTC)


def main() -> int:
    """Take all pictures; return how many stations failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="for instance de-light-100")
    parser.add_argument("--station", default="", help="only stations whose name contains this")
    asked = parser.parse_args()
    failed = 0
    for language, scheme, scale in itertools.product(LANGUAGES, SCHEMES, SCALES):
        name = f"{language}-{scheme.value}-{scale}"
        if asked.only and asked.only != name:
            continue
        failed += _take(name, language, scheme, scale, asked.station)
    return failed


def _take(name: str, language: str, scheme: Scheme, scale: int, wanted: str) -> int:
    with tempfile.TemporaryDirectory(prefix="desk-shots-") as folder:
        database = open_database(f"sqlite:///{folder}/desk.sqlite", clock=_clock())
        make_demo(database, lambda _share: None, Event(), now=STARTS_AT)
        settings = QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat)
        settings.setValue("language", language)
        desk = DeskApp(
            make_application(),
            build_services(database, Secrets(), rehearsal=True),
            settings,
            DEMO_AGENT,
        )
        desk.theme.apply(scheme, scale / 100)
        desk.window.resize(WIDTH * scale // 100, HEIGHT * scale // 100)
        desk.start()
        try:
            return _visit(Driver(desk.window, desk.tasks), desk, FOLDER / name, wanted)
        finally:
            desk.close()


def _clock() -> Callable[[], datetime]:
    began = time.monotonic()
    return lambda: STARTS_AT + timedelta(seconds=time.monotonic() - began)


def _visit(driver: Driver, desk: DeskApp, folder: Path, wanted: str) -> int:
    taken = 0
    failed = 0

    def look(name: str) -> None:
        nonlocal taken
        taken += 1
        driver.takes_picture(folder / f"{taken:02}-{name}.png")

    def tries(name: str, way: Callable[[], None]) -> None:
        nonlocal failed
        try:
            way()
        except Exception as error:  # noqa: BLE001  one page that fails must not hide the others
            failed += 1
            print(f"{folder.name} {name}: {type(error).__name__}: {error}")
            look(f"failed-{name}")
            driver.closes_dialogs()

    def go_to(station: str, go: Station) -> None:
        driver.clears("searchField")
        go(driver, desk)
        driver.settles()
        driver.lives(150)
        look(station)
        driver.closes_dialogs()

    ways = (
        *((station, partial(go_to, station, go)) for station, go in (*STATIONS, *SETUP)),
        (EVERY_SIM, partial(every_sim, driver, desk, folder / f"{EVERY_SIM}.png")),
        (CASE, partial(reminder_case, driver, desk, look)),
        (CASE, partial(number_change_case, driver, desk, look)),
        (CASE, partial(block_in_case, driver, desk, look)),
        (QUESTION, partial(frequency_case, driver, desk, look)),
        *((station, partial(go_to, station, go)) for station, go in IMPORTS),
    )
    for name, way in ways:
        if wanted in name:
            tries(name, way)
    print(f"{folder.relative_to(ROOT)}: {taken} pictures")
    return failed


if __name__ == "__main__":
    sys.exit(main())
