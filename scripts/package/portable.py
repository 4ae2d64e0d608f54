"""The archive that runs from any folder, and the sums of all that was made."""

from __future__ import annotations

import gzip
import hashlib
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.package import project

SUMS = "SHA256SUMS"


def build_archive(folder: Path, target: Path) -> Path:
    """Pack a folder so that the same folder gives the same archive, and return it."""
    moment = int(project.moment().timestamp())

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = moment
        member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
        return member

    top = f"{project.name()}-{project.version()}"
    with (
        target.open("wb") as file,
        gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=moment) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        archive.add(folder, top, recursive=False, filter=plain)
        for path in sorted(folder.rglob("*")):
            archive.add(path, f"{top}/{path.relative_to(folder)}", recursive=False, filter=plain)
    return target


@contextmanager
def unpacked(archive: Path) -> Iterator[Path]:
    """Unpack an archive as a person would and give the program in it; it goes with the block."""
    with tempfile.TemporaryDirectory(prefix="desk-portable-") as place:
        with tarfile.open(archive) as packed:
            packed.extractall(place, filter="data")
        yield next(Path(place).glob(f"*/{project.name()}"))


def write_sums(folder: Path) -> Path:
    """Write the SHA-256 of every file in a folder, as sha256sum checks it, and return where."""
    sums = folder / SUMS
    made = sorted(path for path in folder.iterdir() if path.is_file() and path != sums)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    sums.write_text("".join(lines), encoding="utf-8")
    return sums
