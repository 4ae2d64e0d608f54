"""Does with the built program what a person does first, and looks whether it came out right.

    python -m scripts.package smoke dist/solution-desk/solution-desk

Runs on every system, without a display: version, doctor, an import from XLSX (which a child process
reads), backup and restore, and one simulated reminder from the export to its balance.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts.package import project

Run = Callable[[Sequence[str]], subprocess.CompletedProcess[str]]
"""Runs the program with arguments, wherever it is."""

PATIENCE_S = 600
DATA = "smoke.sqlite"
_HOMES = (
    *("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"),
    *("USERPROFILE", "LOCALAPPDATA", "APPDATA"),
)
_BALANCE = re.compile(
    r"(?P<listed>\d+) on the list = (?P<recipients>\d+) SMS \+ (?P<excluded>\d+) without; "
    r"(?P<taken>\d+) handed over, (?P<failed>\d+) refused, (?P<unclear>\d+) unclear"
)


class SmokeError(Exception):
    """The built program does not do what it should."""


def smoke(run: Run, place: str, workbook: str, say: Callable[[str], None] = print) -> None:
    """Go through all of it; ``place`` is a folder and ``workbook`` an XLSX file the program sees.

    Raises:
        SmokeError: something did not come out as it should.

    """
    database = ["--database", f"{place}/{DATA}", "--language", "en"]
    told = done(run, ["--version"]).strip()
    expect(told == f"{project.name()} {project.version()}", f"--version says: {told}")
    say(told)
    imported = done(run, [*database, "import", workbook])
    expect(bool(re.search(r"Customers +[1-9]", imported)), f"import of XLSX says: {imported}")
    say("imported customers from XLSX, read by a child process")
    expect("[" in done(run, [*database, "--json", "lookup", "Winkler"]), "lookup found nothing")
    say(done(run, [*database, "doctor"]).strip())
    done(run, [*database, "verify-audit"])
    say(backup(run, place))
    say(reminder(run))


def backup(run: Run, place: str) -> str:
    """Write a backup, put it back as on a new computer, and return what was told.

    Raises:
        SmokeError: what comes back is not what went in.

    """
    of, new = ([f"--database={place}/{name}", "--language=en"] for name in (DATA, "new.sqlite"))
    file = f"{place}/smoke.backup"
    made = json.loads(done(run, [*of, "--json", "backup", file]))["rows"]
    back = json.loads(done(run, [*new, "--json", "restore", file]))["rows"]
    expect(made == back and back["customers"] > 0, f"of {made} there came back {back}")
    found = [done(run, [*one, "--json", "lookup", "Winkler"]) for one in (of, new)]
    expect(found[0] == found[1], "a restored database finds something else")
    return f"backup and restore: {sum(back.values())} rows"


def reminder(run: Run) -> str:
    """Send one simulated reminder in the real window, and return its balance as told.

    Raises:
        SmokeError: nothing was sent, or the sums do not come out.

    """
    told = done(run, ["--language", "en", "demo", "--walk"])
    found = _BALANCE.search(told)
    if found is None:
        raise SmokeError(f"the walk tells no balance: {told}")
    count = {name: int(value) for name, value in found.groupdict().items()}
    expect(count["taken"] > 0, f"no SMS was handed over: {found[0]}")
    expect(
        count["listed"] == count["recipients"] + count["excluded"]
        and count["recipients"] == count["taken"] + count["failed"] + count["unclear"],
        f"the balance does not come out: {found[0]}",
    )
    expect("Closed the case" in told, "the case was not closed")
    return f"one simulated reminder: {found[0]}"


def done(run: Run, arguments: Sequence[str]) -> str:
    """Run the program and return what it wrote.

    Raises:
        SmokeError: it ended with another status than 0.

    """
    ended = run(arguments)
    if ended.returncode:
        told = f"{ended.stdout}\n{ended.stderr}".strip()
        raise SmokeError(f"`{' '.join(arguments)}` ended with {ended.returncode}: {told}")
    return ended.stdout


def expect(holds: bool, complaint: str) -> None:  # noqa: FBT001  reads like an assertion
    """Complain unless something holds.

    Raises:
        SmokeError: it does not.

    """
    if not holds:
        raise SmokeError(complaint)


def write_workbook(path: Path) -> Path:
    """Write the customers of the sample as a workbook."""
    import csv

    import xlsxwriter

    sample = project.ROOT / "resources/sample/export-en/customers.csv"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    with sample.open(encoding="utf-8-sig", newline="") as file:
        for row, cells in enumerate(csv.reader(file, delimiter=";")):
            sheet.write_row(row, 0, cells)
    book.close()
    return path


def smoke_here(program: Path) -> None:
    """Go through all of it with a program on this computer, in folders of its own.

    Raises:
        SmokeError: something did not come out as it should.

    """
    with tempfile.TemporaryDirectory(prefix="desk-smoke-") as place:
        environment = {
            **os.environ,
            **dict.fromkeys(_HOMES, place),
            "QT_QPA_PLATFORM": "offscreen",
        }

        def run(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [program.resolve(), *arguments],
                cwd=place,
                env=environment,
                capture_output=True,
                encoding="utf-8",
                timeout=PATIENCE_S,
                check=False,
            )

        smoke(run, place, str(write_workbook(Path(place) / "customers.xlsx")))
