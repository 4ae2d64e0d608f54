"""What Debian's own checks say of the package."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from scripts.package import project


def lint(package: Path) -> None:
    """Run lintian over a package; what it calls an error is one, unless an override says why not.

    Raises:
        SystemExit: it found errors, which are told; or it is not installed.

    """
    if shutil.which("lintian") is None:
        raise SystemExit("The package is checked by lintian: `make package` installs it.")
    told = subprocess.run(
        ["lintian", "--allow-root", "--no-cfg", "--fail-on", "none", "--show-overrides", package],
        capture_output=True,
        text=True,
        check=False,
    )
    report = project.BUILD / "lintian.txt"
    report.write_text(told.stdout + told.stderr, encoding="utf-8")
    lines = [line for line in told.stdout.splitlines() if line.startswith(("E:", "W:"))]
    print("\n".join(lines) or "lintian: no errors, no warnings")
    if told.returncode or any(line.startswith("E:") for line in lines):
        raise SystemExit(f"lintian found errors in {package.name}: {report} tells all of it.")
