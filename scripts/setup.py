"""Sets up what the program and its tests need, as far as this machine lets it.

    python3 scripts/setup.py run     the program
    python3 scripts/setup.py test    the program, the checks and the tests
    python3 scripts/setup.py package the same, and what makes and tries packages

Works with nothing but Python's standard library. What is missing on the system comes through apt
when this user may install it; otherwise one sentence names the command. A second call with nothing
changed ends at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {
    "run": "requirements/run.txt",
    "test": "requirements/dev.txt",
    "package": "requirements/dev.txt",
}
# A level that was set up has all that the levels before it need.
LEVELS = ("run", "test", "package")

OLDEST, NEWEST = (3, 11), (3, 13)

# Shared library -> the package of Debian and Ubuntu that brings it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# The last four check what packages show of the program: menu entry, AppStream data, installer of
# Windows, man page.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "makensis": "nsis",
    "man": "man-db",
}

# What makes and checks packages: for PyInstaller, for the .deb, and for the bare system in which
# the .deb is tried.
PACKAGE_PROGRAMS = {
    "objdump": "binutils",
    "dpkg-shlibdeps": "dpkg-dev",
    "lintian": "lintian",
    "debootstrap": "debootstrap",
}

# Qt's plugins for Wayland load these; PyInstaller takes them along, dpkg-shlibdeps asks for them.
PACKAGE_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

# A real SMS gateway and its fake message centre; neither is where programs usually are.
KANNEL = {"/usr/sbin/bearerbox": "kannel", "/usr/lib/kannel/test/fakesmsc": "kannel-extras"}

# Debian starts what it installs, now and with each start of the machine. The tests start their own
# servers on loopback, so while the packages are put in place a policy says no to all of them; one
# that is there already stays. Kannel alone has a service that is switched off afterwards.
INSTALL = """
set -e
policy=${POLICY:-/usr/sbin/policy-rc.d}
if [ ! -e $policy ]; then
    printf '#!/bin/sh\\nexit 101\\n' > $policy
    chmod 755 $policy
    trap 'rm -f $policy' EXIT
    trap 'exit 1' HUP INT TERM
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq --yes --no-install-recommends "$@"
case " $* " in
    *" kannel "*) update-rc.d kannel disable ;;
esac
"""


def stop(sentence: str) -> NoReturn:
    """Ends with one sentence that says what to do."""
    sys.exit(sentence)


def say(sentence: str) -> None:
    """Tells what is going on."""
    print(sentence, flush=True)


# ---------------------------------------------------------------------------- the interpreter


def interpreter() -> str:
    """A Python of a version that we support: this one, or another on the path."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which("python3." + str(minor))
        if found:
            return found
    stop(
        "Python 3.11, 3.12 or 3.13 is needed and none was found (python3 is {}.{}): "
        "install one of them and try again.".format(*sys.version_info[:2])
    )


def can_make_environments(python: str) -> bool:
    """Debian ships Python without the part that makes environments."""
    return subprocess.call([python, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL) == 0


def package_of_venv(python: str) -> str:
    """python3-venv for the system's own python3, python3.X-venv for another."""
    name = Path(python).name
    if Path(python).resolve() == Path("/usr/bin/python3").resolve():
        name = "python3"
    return name + "-venv"


# ------------------------------------------------------------------------------ system packages


def missing_libraries(wanted: dict[str, str]) -> list[str]:
    """Packages of those shared libraries that the linker does not know."""
    linker = shutil.which("ldconfig") or shutil.which("ldconfig", path="/usr/sbin:/sbin")
    if linker is None:
        return []
    known = subprocess.run([linker, "-p"], stdout=subprocess.PIPE, check=False).stdout.decode()
    return [package for library, package in wanted.items() if library not in known]


def missing_programs() -> list[str]:
    """Packages of those programs that only the tests use."""
    missing = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    missing += [
        package
        for program, package in KANNEL.items()
        if not (Path(program).exists() or shutil.which(Path(program).name))
    ]
    has_server = any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb")
    return missing if has_server else [*missing, "postgresql"]


def missing_packages(level: str, python: str) -> list[str]:
    """Everything that has to come from the system for `level`."""
    packages = [] if can_make_environments(python) else [package_of_venv(python)]
    if not sys.platform.startswith("linux"):
        return packages
    packages += missing_libraries(QT_LIBRARIES)
    if level != "run" or os.environ.get("DISPLAY"):
        packages += missing_libraries(WINDOW_LIBRARIES)
    if level != "run":
        packages += missing_programs()
    if level == "package":
        packages += missing_for_packages(python)
    return packages


def missing_for_packages(python: str) -> list[str]:
    """Packages of what makes packages; Debian's Python leaves its library to one of its own."""
    path = os.environ.get("PATH", "") + os.pathsep + "/usr/sbin" + os.pathsep + "/sbin"
    missing = [
        package
        for program, package in PACKAGE_PROGRAMS.items()
        if not shutil.which(program, path=path)
    ]
    missing += missing_libraries(PACKAGE_LIBRARIES)
    if Path(python).resolve().parent == Path("/usr/bin"):
        name = "python" + ".".join(version_of(python).split(".")[:2])
        missing += missing_libraries({"lib" + name + ".so.1.0": "lib" + name})
    return missing


def install(packages: list[str]) -> None:
    """Installs packages through apt, or says the command that does."""
    apt = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    by_hand = "sudo apt-get update && sudo " + " ".join(apt)
    if shutil.which("apt-get") is None:
        stop("Please install what these packages of Debian hold: " + " ".join(packages) + ".")
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if as_root and not may_use_sudo():
        stop("Some system packages are missing; please run: " + by_hand)
    say("Installing system packages: " + " ".join(packages))
    done = subprocess.run(
        [*as_root, "sh", "-c", INSTALL, "install", *packages],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        sys.stderr.write(done.stderr.decode(errors="replace"))
        stop("The system packages could not be installed; please run: " + by_hand)


def may_use_sudo() -> bool:
    """Whether sudo works without a question."""
    if shutil.which("sudo") is None:
        return False
    return subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0


# -------------------------------------------------------------------------------- environment


def make_environment(python: str) -> None:
    """Makes .venv, or keeps the one that was made with the same interpreter."""
    mark = VENV / "made-with"
    identity = python + " " + version_of(python)
    if PYTHON.exists() and mark.exists() and mark.read_text() == identity:
        return
    say("Making the environment .venv with " + python)
    done = subprocess.call([python, "-m", "venv", "--clear", str(VENV)])
    if done:
        stop("The environment could not be made: see the message above.")
    mark.write_text(identity)


def version_of(python: str) -> str:
    """The full version of an interpreter."""
    return subprocess.check_output([python, "-c", "import sys; print(sys.version)"]).decode()


def install_locked(lock: str) -> None:
    """Installs exactly what the lock file names, each archive checked by its hash."""
    say("Installing the packages of " + lock + " (a minute or two the first time)")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for arguments in (
        ["--require-hashes", "--only-binary", ":all:", "--requirement", lock],
        ["--no-deps", "--no-build-isolation", "--editable", "."],
    ):
        if subprocess.call([*pip, *arguments], cwd=ROOT):
            stop("The packages could not be installed: see the message above.")


def check_qt() -> None:
    """Starts Qt once without a screen, so that a missing library is told here and by name."""
    code = "from PySide6 import QtNetwork, QtWidgets; QtWidgets.QApplication([])"
    done = subprocess.run(
        [str(PYTHON), "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        stop("Qt does not start on this machine: " + " ".join(reason))


# -------------------------------------------------------------------------------------- main


def state(level: str, python: str) -> str:
    """A fingerprint of everything that a set-up depends on."""
    digest = hashlib.sha256()
    for name in (LOCKS[level], "scripts/setup.py"):
        digest.update((ROOT / name).read_bytes())
    # what stands before the settings of the tools: name, version, dependencies, commands
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("\n[tool.")[0]
    digest.update(project.encode())
    opens_window = level == "run" and bool(os.environ.get("DISPLAY"))
    for fact in (python, str(ROOT), str(opens_window)):
        digest.update(fact.encode())
    return digest.hexdigest()


def stamp(level: str) -> Path:
    """The file that keeps the fingerprint of the last set-up of a level."""
    return VENV / ("ready-" + level)


def is_ready(level: str, python: str) -> bool:
    """Whether nothing has changed since this level, or one that needs more, was set up."""
    return PYTHON.exists() and any(
        stamp(one).exists() and stamp(one).read_text() == state(one, python)
        for one in LEVELS[LEVELS.index(level) :]
    )


def main(level: str) -> None:
    """Sets up `level` unless that was done before."""
    python = interpreter()
    if not is_ready(level, python):
        packages = missing_packages(level, python)
        if packages:
            install(packages)
        make_environment(python)
        install_locked(LOCKS[level])
        check_qt()
        stamp(level).write_text(state(level, python))
    if subprocess.call([str(PYTHON), "scripts/translations.py", "compile"], cwd=ROOT):
        stop("The translations could not be compiled: see the message above.")


if __name__ == "__main__":
    if sys.argv[1:] not in [[level] for level in LOCKS]:
        stop("usage: python3 scripts/setup.py " + "|".join(LEVELS))
    main(sys.argv[1])
