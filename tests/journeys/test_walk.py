"""Without a display ``make run`` walks the main job and says where its pictures are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("import-report", "customer", "signups", "case-recipients", "case-countdown", "case-sent")


@pytest.mark.timeout(300)
def test_that_the_walk_does_the_main_job_and_shows_it(tmp_path: Path) -> None:
    homes = {name: str(tmp_path / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    environment = {
        **os.environ,
        **homes,
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
    }
    walked = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--walk", "--language", "en"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert walked.returncode == 0, walked.stderr
    for said in ("Imported 25", "Found Autohaus Winkler", "Sent a reminder", "Closed the case"):
        assert said in walked.stdout
    pictures = [Path(line.strip()) for line in walked.stdout.splitlines() if ".png" in line]
    assert all(picture.stat().st_size > 10_000 for picture in pictures)
    names = " ".join(picture.name for picture in pictures)
    assert [place for place in PLACES if place not in names] == []
