"""A bare Debian in a folder, as debootstrap makes it: only what Debian cannot do without.

Everything is mounted in a mount namespace of the one command that needs it, so when the command
has ended, in whatever way, nothing of this computer is mounted there any more.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

RELEASE = os.environ.get("RELEASE", "bookworm")
PERSON = "agent"
HOME = f"/home/{PERSON}"
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_MOUNTS = """
set -e
mount -t proc proc "$0/proc"
mount -t tmpfs -o mode=1777 tmpfs "$0/dev/shm"
[ -d /tmp/.X11-unix ] || install -d -m 1777 /tmp/.X11-unix
mkdir -p "$0/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
exec chroot "$0" "$@"
"""


class BareRoot:
    """The folder with the bare Debian."""

    def __init__(self, folder: Path) -> None:
        """Use a folder that is made anew by `make`."""
        self.folder = folder

    def make(self, base: Path) -> None:
        """Make it from an archive of the bare system, and that from the net where it is missing.

        Raises:
            SystemExit: this user may not, or debootstrap could not.

        """
        may_make_roots()
        if not base.exists():
            self._bootstrap(base)
        self.remove()
        self.folder.mkdir(parents=True)
        subprocess.run(["tar", "-C", self.folder, "-xzf", base], check=True)
        services = self.folder / "usr/sbin/policy-rc.d"
        services.write_text("#!/bin/sh\nexit 101\n")  # nothing is started by what is installed
        services.chmod(0o755)
        self.run(["useradd", "--create-home", PERSON]).check_returncode()

    def _bootstrap(self, base: Path) -> None:
        self.remove()
        base.parent.mkdir(parents=True, exist_ok=True)
        command = ["debootstrap", "--variant=minbase", RELEASE, str(self.folder)]
        mirror = os.environ.get("DEBIAN_MIRROR")
        log = base.with_name("debootstrap.log")
        with log.open("w") as told:
            ended = subprocess.run(
                [*command, *([mirror] if mirror else [])],
                stdout=told,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if ended.returncode:
            raise SystemExit(f"debootstrap could not make a bare {RELEASE}; it says why in {log}")
        part = base.with_suffix(".part")
        subprocess.run(["tar", "-C", self.folder, "-czf", part, "."], check=True)
        part.rename(base)

    def command(
        self, arguments: Sequence[str], *, person: str = "", also: Mapping[str, str] | None = None
    ) -> list[str]:
        """Return the command that runs another one inside, as root or as a person."""
        home = f"/home/{person}" if person else "/root"
        settings = {"PATH": _PATH, "HOME": home, "LANG": "C.UTF-8", **(also or {})}
        told = [f"{key}={value}" for key, value in settings.items()]
        inside = ["/usr/bin/env", "--ignore-environment", f"--chdir={home}", *told, *arguments]
        if person:
            inside = [f"--userspec={person}:{person}", str(self.folder), *inside]
            mounts = _MOUNTS.replace('chroot "$0" "$@"', 'chroot "$@"')
        else:
            mounts = _MOUNTS
        return [
            *("unshare", "--mount", "--propagation", "private"),
            *("sh", "-c", mounts, str(self.folder), *inside),
        ]

    def run(
        self, arguments: Sequence[str], *, person: str = "", also: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside and return how it ended."""
        return subprocess.run(
            self.command(arguments, person=person, also=also),
            capture_output=True,
            text=True,
            check=False,
        )

    def must(self, *arguments: str) -> str:
        """Run a command inside as root and return what it wrote.

        Raises:
            SystemExit: it failed; what it wrote is told.

        """
        ended = self.run(arguments)
        if ended.returncode:
            told = f"{ended.stdout}{ended.stderr}"
            raise SystemExit(f"{shlex.join(arguments)} failed in the bare system:\n{told}")
        return ended.stdout

    def has(self, command: str) -> bool:
        """Tell whether a command is on the path inside."""
        return any((self.folder / place.lstrip("/") / command).exists() for place in _places())

    def remove(self) -> None:
        """Remove the folder; it is refused while something of this computer is mounted in it.

        Raises:
            SystemExit: something is mounted there.

        """
        inside = f" {self.folder.resolve()}/"
        mounted = Path("/proc/self/mounts").read_text(encoding="utf-8")
        if inside in mounted:
            raise SystemExit(f"Something is mounted below {self.folder}: unmount it first.")
        shutil.rmtree(self.folder, ignore_errors=True)


def _places() -> list[str]:
    return _PATH.split(":")


def may_make_roots() -> None:
    """Refuse where a bare system cannot be made.

    Raises:
        SystemExit: this is not Linux, or not root.

    """
    if not sys.platform.startswith("linux"):
        raise SystemExit("The test of the Debian package runs on Linux only.")
    if os.geteuid() != 0:
        raise SystemExit(
            "The test of the Debian package makes a bare system with debootstrap and changes its "
            "root: please run `sudo make package-test`."
        )
