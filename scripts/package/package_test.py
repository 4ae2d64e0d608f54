"""Installs the .deb in a bare Debian without Python and does there what a person does first.

    make package-test            needs root; leaves report and pictures in build/package-test

The program runs there as an ordinary person. What is proved: apt finds all that the program needs,
the command line works, an import from XLSX works, a window shows, one simulated reminder is sent
and its balance comes out, and after the removal nothing of the program is left, but all data.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts.package import project
from scripts.package.bare_root import HOME, PERSON, RELEASE, BareRoot
from scripts.package.screen import check_not_blank, screen
from scripts.package.smoke import PATIENCE_S, expect, smoke, write_workbook

PLACE = project.ROOT / "build" / "package-test"
REST_S = 3.0
MOST = 0.5
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def run_package_test(package: Path) -> None:
    """Go through all of it with a Debian package; the bare system is removed at the end.

    Raises:
        SystemExit: this user may not, or something could not be installed.
        SmokeError: the program does not do what it should.
        ScreenError: its window does not show.

    """
    root = BareRoot(PLACE / "root")
    report: list[str] = []

    def say(line: str) -> None:
        print(line, flush=True)
        report.append(line)

    try:
        root.make(PLACE / f"base-{RELEASE}.tar.gz")
        install(root, package, say)
        workbook = write_workbook(root.folder / HOME.lstrip("/") / "customers.xlsx")
        workbook.chmod(0o644)
        smoke(run_inside(root), HOME, f"{HOME}/{workbook.name}", say)
        keep_pictures(root, say)
        show_window(root, say)
        remove(root, say)
    finally:
        root.remove()
        (PLACE / "report.txt").write_text("\n".join(report) + "\n", encoding="utf-8")
    say("the package does what it should")


def install(root: BareRoot, package: Path, say: Callable[[str], None]) -> None:
    """Install the package as a person would, and look that no Python came along."""
    expect(not root.has("python3"), "the bare system has a Python already")
    before = packages(root)
    shutil.copy(package, root.folder / "root")
    root.must("apt-get", "update", "-qq")
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-qq", "--yes"]
    root.must(*quiet, "--no-install-recommends", f"/root/{package.name}")
    came = sorted(packages(root) - before - {project.name()})
    expect(not root.has("python3"), "a Python was installed along with the program")
    expect(root.must("dpkg", "--audit") == "", "dpkg finds fault with what is installed")
    expect(not any(name.startswith(("python", "libpython")) for name in came), "Python came along")
    say(f"a bare Debian, {RELEASE}")
    say(f"installed {package.name} ({package.stat().st_size / 1e6:.1f} MB) without Python")
    say(f"along with it came {len(came)} packages of Debian: {' '.join(came)}")


def packages(root: BareRoot) -> set[str]:
    """Return the names of the installed packages."""
    return set(root.must("dpkg-query", "-Wf", "${Package}\n").split())


def run_inside(
    root: BareRoot,
) -> Callable[[Sequence[str]], subprocess.CompletedProcess[str]]:
    """Return what runs the installed program as an ordinary person, off-screen."""

    def run(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            root.command([project.name(), *arguments], person=PERSON, also=_OFFSCREEN),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )

    return run


def keep_pictures(root: BareRoot, say: Callable[[str], None]) -> None:
    """Copy the pictures that the reminder left."""
    made = root.folder / HOME.lstrip("/") / "build" / "walk"
    target = PLACE / "walk"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made, target)
    say(f"pictures of the reminder: {target.relative_to(project.ROOT)}")


def show_window(root: BareRoot, say: Callable[[str], None]) -> None:
    """Open the demo on a screen, keep a picture of it, and end it as the system would.

    Raises:
        ScreenError: no window, or a blank one.

    """
    picture = PLACE / "demo.png"
    with screen() as shown:
        command = [project.name(), "--language", "en", "demo"]
        program = subprocess.Popen(
            root.command(command, person=PERSON, also={"DISPLAY": shown.display})
        )
        try:
            shown.fills(MOST, program)  # before it, the demo's data are made behind a small window
            shown.rests(REST_S, program)
            check_not_blank(shown.save(picture))
        finally:
            program.send_signal(signal.SIGTERM)
            status = program.wait(timeout=PATIENCE_S)
    expect(status == 0, f"the window ended with status {status}")
    say(f"the demo's window: {picture.relative_to(project.ROOT)}; it ended when it was asked to")


def remove(root: BareRoot, say: Callable[[str], None]) -> None:
    """Remove the package and look what is left."""
    root.must("apt-get", "purge", "-qq", "--yes", project.name())
    names = (f"usr/lib/{project.name()}", f"usr/bin/{project.name()}")
    left = [name for name in names if (root.folder / name).exists()]
    expect(not left, f"left after the removal: {left}")
    data = root.folder / HOME.lstrip("/") / "smoke.sqlite"
    expect(data.exists(), "the removal took the person's data")
    say("removed: nothing of the program is left, the data are")
