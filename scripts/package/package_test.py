"""Installs the .deb in a bare Debian without Python and does there what a person does first.

    make package-test            needs root; leaves report and pictures in build/package-test

The program runs there as an ordinary person. What is proved: apt finds all that the program needs,
a lower version is replaced and everything is kept, the command line works, an import from XLSX,
backup and restore work, one simulated reminder is sent and its balance comes out, a window shows
and a call pops up its customer in it, the first start asks, and after the removal nothing of the
program is left, but all data.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from scripts.package import project
from scripts.package.bare_root import HOME, PERSON, RELEASE, BareRoot
from scripts.package.on_screen import OnScreen, Say
from scripts.package.smoke import DATA, expect, smoke, write_workbook
from scripts.package.upgrade import Upgrade, lower_version

PLACE = project.ROOT / "build" / "package-test"
NEWCOMER = "newcomer"
"""Somebody who has never started the program."""


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
        desk = OnScreen(root, PERSON, PLACE)
        home = root.folder / HOME.lstrip("/")
        workbook = write_workbook(home / "customers.xlsx")
        workbook.chmod(0o644)
        inside = f"{HOME}/{workbook.name}"
        upgrade = Upgrade(desk, home, HOME)
        install_first(root, lower_version(package, PLACE), say)
        upgrade.use(inside)
        say(f"installed {package.name} over it: now {install(root, package)}")
        upgrade.look(say)
        smoke(desk.run, HOME, inside, say)
        keep_pictures(root, say)
        desk.show_demo(say)
        OnScreen(root, NEWCOMER, PLACE).show_first_start(say)
        remove(root, say)
    finally:
        root.remove()
        (PLACE / "report.txt").write_text("\n".join(report) + "\n", encoding="utf-8")
    say("the package does what it should")


def install_first(root: BareRoot, package: Path, say: Say) -> None:
    """Install the package as a person would, and look that no Python came along."""
    expect(not root.has("python3"), "the bare system has a Python already")
    root.must("useradd", "--create-home", NEWCOMER)
    root.must("apt-get", "update", "-qq")
    before = packages(root)
    version = install(root, package)
    came = sorted(packages(root) - before - {project.name()})
    expect(not root.has("python3"), "a Python was installed along with the program")
    expect(not any(name.startswith(("python", "libpython")) for name in came), "Python came along")
    say(f"a bare Debian, {RELEASE}")
    say(f"installed {project.name()} {version} without Python")
    say(f"along with it came {len(came)} packages of Debian: {' '.join(came)}")


def install(root: BareRoot, package: Path) -> str:
    """Install a package, or upgrade to it, and return the version that is installed then."""
    shutil.copy(package, root.folder / "srv")
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-qq", "--yes"]
    root.must(*quiet, "--no-install-recommends", f"/srv/{package.name}")
    (root.folder / "srv" / package.name).unlink()
    expect(root.must("dpkg", "--audit") == "", "dpkg finds fault with what is installed")
    version = root.must("dpkg-query", "-Wf", "${Version}", project.name())
    expect(version == version_of(package), f"{version} is installed, not {package.name}")
    return version


def version_of(package: Path) -> str:
    """Return the version that a package tells of itself."""
    asked = ["dpkg-deb", "--field", str(package), "Version"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


def packages(root: BareRoot) -> set[str]:
    """Return the names of the installed packages."""
    return set(root.must("dpkg-query", "-Wf", "${Package}\n").split())


def keep_pictures(root: BareRoot, say: Say) -> None:
    """Copy the pictures that the reminder left."""
    made = root.folder / HOME.lstrip("/") / "build" / "walk"
    target = PLACE / "walk"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made, target)
    say(f"pictures of the reminder: {target.relative_to(project.ROOT)}")


def remove(root: BareRoot, say: Say) -> None:
    """Remove the package and look what is left."""
    root.must("apt-get", "purge", "-qq", "--yes", project.name())
    names = (f"usr/lib/{project.name()}", f"usr/bin/{project.name()}")
    left = [name for name in names if (root.folder / name).exists()]
    expect(not left, f"left after the removal: {left}")
    data = root.folder / HOME.lstrip("/") / DATA
    expect(data.exists(), "the removal took the person's data")
    say("removed: nothing of the program is left, the data are")
