from __future__ import annotations

from pathlib import Path

import pytest

from desktop.services.storage.drives import is_network_drive

_MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /srv/team rw - nfs4 server:/team rw
31 30 8:3 / /srv/team/local rw - xfs /dev/sdb1 rw
32 22 0:41 / /mnt/a\\040share rw shared:9 - cifs //server/share rw
33 22 0:42 / /mnt/twice rw - nfs server:/twice rw
34 22 0:43 / /mnt/twice rw - ext4 /dev/sdc1 rw
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/var/lib/desk.sqlite", False),
        ("/srv/team/desk.sqlite", True),
        ("/srv/team/local/desk.sqlite", False),
        ("/srv/teams/desk.sqlite", False),
        ("/mnt/a share/desk.sqlite", True),
        ("/mnt/twice/desk.sqlite", False),
    ],
)
def test_that_the_nearest_mount_decides(tmp_path: Path, path: str, *, network: bool) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(_MOUNTS)

    assert is_network_drive(Path(path), mounts) is network


def test_that_a_machine_that_lists_no_mounts_is_trusted(tmp_path: Path) -> None:
    assert not is_network_drive(tmp_path, tmp_path / "missing")
