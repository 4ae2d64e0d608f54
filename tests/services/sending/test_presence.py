from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.services.sending.presence import Presence, presence_of, unlike_any_other
from desktop.services.storage.database import Database

_LIVES_UNTIL_KILLED = """
import sys, time
from pathlib import Path
from desktop.services.sending.presence import Presence
presence = Presence(Path(sys.argv[1]))
presence.enter(sys.argv[2])
print("there", flush=True)
time.sleep(600)
"""


def test_that_a_sender_that_runs_is_not_gone_and_one_that_left_is(tmp_path: Path) -> None:
    owner = unlike_any_other()
    there, other = Presence(tmp_path), Presence(tmp_path)

    there.enter(owner)
    assert not other.is_gone(owner)
    assert not there.is_gone(owner)

    there.leave()
    assert other.is_gone(owner)


def test_that_a_killed_process_is_gone_at_once(tmp_path: Path) -> None:
    owner = unlike_any_other()
    process = subprocess.Popen(
        [sys.executable, "-c", _LIVES_UNTIL_KILLED, str(tmp_path), owner], stdout=subprocess.PIPE
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"there\n"
        presence = Presence(tmp_path)
        assert not presence.is_gone(owner)

        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL

    assert presence.is_gone(owner)


def test_that_nothing_is_proved_without_a_file_or_by_another_computer(tmp_path: Path) -> None:
    presence = Presence(tmp_path)
    owner = unlike_any_other()
    elsewhere = "another-computer/" + owner.partition("/")[2]
    presence.enter(elsewhere)
    presence.leave()

    assert not presence.is_gone(owner)
    assert not presence.is_gone(elsewhere)
    assert not Presence(None).is_gone(owner)


def test_that_a_file_of_somebody_else_proves_nothing(tmp_path: Path) -> None:
    presence = Presence(tmp_path)
    owner = unlike_any_other()
    presence.enter(owner)
    presence.leave()
    (only,) = tmp_path.iterdir()
    only.write_text("somebody else")

    assert not presence.is_gone(owner)


def test_that_an_owner_that_names_a_path_stays_within_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    host = unlike_any_other().partition("/")[0]
    presence = Presence(inside)

    presence.enter(f"{host}/../../outside")

    assert [path.name for path in inside.iterdir()] == ["outside.sender"]
    presence.leave()


def test_that_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    presence = Presence(tmp_path / "file" / "senders")

    presence.enter(unlike_any_other())
    presence.leave()


def test_that_old_files_are_removed_and_one_in_use_stays(tmp_path: Path) -> None:
    old, used, new = (unlike_any_other() for _ in range(3))
    left, kept, fresh = (Presence(tmp_path) for _ in range(3))
    left.enter(old)
    left.leave()
    kept.enter(used)
    long_ago_s = time.time() - 3 * 24 * 3600
    for path in tmp_path.iterdir():
        os.utime(path, (long_ago_s, long_ago_s))

    fresh.enter(new)

    assert not fresh.is_gone(old)
    assert {path.read_text() for path in tmp_path.iterdir()} == {used, new}
    kept.leave()
    fresh.leave()


@pytest.mark.parametrize("name", ["desk.sqlite", "desk.sqlite3"])
def test_that_the_files_lie_beside_the_embedded_database(tmp_path: Path, name: str) -> None:
    database = Database(f"sqlite:///{tmp_path / name}")
    presence = presence_of(database)
    database.close()

    presence.enter(unlike_any_other())
    presence.leave()

    assert [path.name for path in tmp_path.iterdir()] == [f"{name}-senders"]
