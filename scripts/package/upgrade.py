"""Uses a package of a lower version, installs the new one over it, and looks what was kept.

The lower version is the same build under another number. That the schema changes as well is held by
a database that an earlier program wrote (`tests/data`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from scripts.package import project
from scripts.package.on_screen import OnScreen, Say
from scripts.package.smoke import done, expect

EARLIER = project.ROOT / "tests" / "data" / "desk-0014.sqlite.gz"
EARLIER_SMS = 4
LANGUAGE = "de"


def lower_version(package: Path, place: Path) -> Path:
    """Pack the same program once more under a lower version and return the package.

    Debian sorts what follows a tilde before what has none.
    """
    tree = place / "lower"
    shutil.rmtree(tree, ignore_errors=True)
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    control = tree / "DEBIAN" / "control"
    told = control.read_text(encoding="utf-8")
    control.write_text(re.sub(r"^(Version: .*)$", r"\1~lower", told, flags=re.MULTILINE), "utf-8")
    made = place / "lower.deb"
    pack = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(made)]
    subprocess.run(pack, stdout=subprocess.DEVNULL, check=True)
    shutil.rmtree(tree)
    return made


class Upgrade:
    """The data of one person, before and after."""

    def __init__(self, desk: OnScreen, home: Path, inside: str) -> None:
        """Use the data in ``home``, which is ``inside`` for the program."""
        self._desk, self._home, self._inside = desk, home, inside
        self._files: dict[str, str] = {}
        self._facts: dict[str, Any] = {}

    def use(self, workbook: str) -> None:
        """Make data as a person does: an import, a language, a window.

        Raises:
            SmokeError: the program does not do what it should.

        """
        done(self._desk.run, ["import", workbook])
        self._desk.show_own("before-upgrade", LANGUAGE)
        self._facts = self._backup("before.backup")
        with gzip.open(EARLIER) as packed, (self._home / "earlier.sqlite").open("wb") as plain:
            shutil.copyfileobj(packed, plain)
        _give(self._home / "earlier.sqlite", self._home)
        self._files = self._sums()

    def look(self, say: Say) -> None:
        """Look what is left of it under the new version.

        Raises:
            SmokeError: something is not as it was.

        """
        expect(self._sums() == self._files, "the upgrade changed files of the person")
        now = self._backup("after.backup")
        expect(now == self._facts, f"before the upgrade {self._facts}, after it {now}")
        done(self._desk.run, ["verify-audit"])
        self._desk.show_own("after-upgrade", "")
        settings = "".join(path.read_text("utf-8") for path in self._home.rglob("*.ini"))
        expect(f"language={LANGUAGE}" in settings, "the upgrade lost the language")
        say(f"upgrade: {now['rows']['customers']} customers, settings and all files are kept")
        earlier = self._backup("earlier.backup", "--database", f"{self._inside}/earlier.sqlite")
        copies = list(self._home.glob("earlier.before-0014-*.sqlite"))
        expect(earlier["revision"] == now["revision"] and len(copies) == 1, "no copy was kept")
        expect(earlier["rows"]["outbound_sms"] == EARLIER_SMS, "an earlier database lost SMS")
        say(f"a database of schema 0014 was brought to {now['revision']}, its copy is kept")

    def _backup(self, name: str, *database: str) -> dict[str, Any]:
        arguments = [*database, "--json", "backup", f"{self._inside}/{name}"]
        told: dict[str, Any] = json.loads(done(self._desk.run, arguments))
        return {key: told[key] for key in ("revision", "rows", "audit_breaks")}

    def _sums(self) -> dict[str, str]:
        files = (path for path in self._home.rglob("*") if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _give(path: Path, like: Path) -> None:
    owner = like.stat()
    path.chmod(0o600)
    shutil.chown(path, owner.st_uid, owner.st_gid)
